extension LocaleWords {
  /// The languages that reports can be written in.
  static let all: [LocaleWords] = [
    english,
    LocaleWords(
      tag: "en-GB", decimal: ".", group: ",", fewestBeforeGroup: 1, percent: "%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["yes", "no"], halves: ["am", "pm"],
      months: words(
        "January February March April May June July August September October November December"),
      monthsAlone: [],
      shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
      days: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
      shortDays: words("Mon Tue Wed Thu Fri Sat Sun")),
    LocaleWords(
      tag: "de", decimal: ",", group: ".", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%d.%m.%Y", time: "%H:%M",
      answers: ["ja", "nein"], halves: ["AM", "PM"],
      months: words(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
      monthsAlone: [],
      shortMonths: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
      days: words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
      shortDays: words("Mo. Di. Mi. Do. Fr. Sa. So.")),
    LocaleWords(
      tag: "de-CH", decimal: ".", group: "’", fewestBeforeGroup: 1, percent: "%",
      date: "%d.%m.%Y", time: "%H:%M",
      answers: ["ja", "nein"], halves: ["AM", "PM"],
      months: words(
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
      monthsAlone: [],
      shortMonths: words("Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
      days: words("Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"),
      shortDays: words("Mo. Di. Mi. Do. Fr. Sa. So.")),
    LocaleWords(
      tag: "fr", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["oui", "non"], halves: ["AM", "PM"],
      months: words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
      monthsAlone: [],
      shortMonths: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
      days: words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
      shortDays: words("lun. mar. mer. jeu. ven. sam. dim.")),
    LocaleWords(
      tag: "fr-CH", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["oui", "non"], halves: ["AM", "PM"],
      months: words(
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
      monthsAlone: [],
      shortMonths: words("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
      days: words("lundi mardi mercredi jeudi vendredi samedi dimanche"),
      shortDays: words("lun. mar. mer. jeu. ven. sam. dim.")),
    LocaleWords(
      tag: "es", decimal: ",", group: ".", fewestBeforeGroup: 2, percent: "\u{a0}%",
      date: "%-d %b %Y", time: "%-H:%M",
      answers: ["sí", "no"], halves: ["a.\u{a0}m.", "p.\u{a0}m."],
      months: words(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
      monthsAlone: [],
      shortMonths: words("ene feb mar abr may jun jul ago sept oct nov dic"),
      days: words("lunes martes miércoles jueves viernes sábado domingo"),
      shortDays: words("lun mar mié jue vie sáb dom")),
    LocaleWords(
      tag: "it", decimal: ",", group: ".", fewestBeforeGroup: 2, percent: "%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["sì", "no"], halves: ["AM", "PM"],
      months: words(
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"
      ),
      monthsAlone: [],
      shortMonths: words("gen feb mar apr mag giu lug ago set ott nov dic"),
      days: words("lunedì martedì mercoledì giovedì venerdì sabato domenica"),
      shortDays: words("lun mar mer gio ven sab dom")),
    LocaleWords(
      tag: "nl", decimal: ",", group: ".", fewestBeforeGroup: 1, percent: "%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["ja", "nee"], halves: ["a.m.", "p.m."],
      months: words(
        "januari februari maart april mei juni juli augustus september oktober november december"),
      monthsAlone: [],
      shortMonths: words("jan feb mrt apr mei jun jul aug sep okt nov dec"),
      days: words("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
      shortDays: words("ma di wo do vr za zo")),
    LocaleWords(
      tag: "pt", decimal: ",", group: ".", fewestBeforeGroup: 1, percent: "%",
      date: "%-d de %b de %Y", time: "%H:%M",
      answers: ["sim", "não"], halves: ["AM", "PM"],
      months: words(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
      monthsAlone: [],
      shortMonths: words("jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez."),
      days: words("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
      shortDays: words("seg. ter. qua. qui. sex. sáb. dom.")),
    LocaleWords(
      tag: "pt-PT", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 2, percent: "%",
      date: "%d/%m/%Y", time: "%H:%M",
      answers: ["sim", "não"], halves: ["a.m.", "p.m."],
      months: words(
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
      monthsAlone: [],
      shortMonths: words("jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez."),
      days: words("segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo"),
      shortDays: words("segunda terça quarta quinta sexta sábado domingo")),
    LocaleWords(
      tag: "sv", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["ja", "nej"], halves: ["fm", "em"],
      months: words(
        "januari februari mars april maj juni juli augusti september oktober november december"),
      monthsAlone: [],
      shortMonths: words("jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec."),
      days: words("måndag tisdag onsdag torsdag fredag lördag söndag"),
      shortDays: words("mån tis ons tors fre lör sön")),
    LocaleWords(
      tag: "da", decimal: ",", group: ".", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d. %b %Y", time: "%H.%M",
      answers: ["ja", "nej"], halves: ["AM", "PM"],
      months: words(
        "januar februar marts april maj juni juli august september oktober november december"),
      monthsAlone: [],
      shortMonths: words("jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec."),
      days: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
      shortDays: words("man. tirs. ons. tors. fre. lør. søn.")),
    LocaleWords(
      tag: "nb", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d. %b %Y", time: "%H:%M",
      answers: ["ja", "nei"], halves: ["a.m.", "p.m."],
      months: words(
        "januar februar mars april mai juni juli august september oktober november desember"),
      monthsAlone: [],
      shortMonths: words("jan. feb. mars apr. mai juni juli aug. sep. okt. nov. des."),
      days: words("mandag tirsdag onsdag torsdag fredag lørdag søndag"),
      shortDays: words("man. tir. ons. tor. fre. lør. søn.")),
    LocaleWords(
      tag: "fi", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d.%-m.%Y", time: "%-H.%M",
      answers: ["kyllä", "ei"], halves: ["ap.", "ip."],
      months: words(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"
      ),
      monthsAlone: words(
        "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu"
      ),
      shortMonths: words("tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu"),
      days: words("maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai"),
      shortDays: words("ma ti ke to pe la su")),
    LocaleWords(
      tag: "pl", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 2, percent: "%",
      date: "%-d %b %Y", time: "%H:%M",
      answers: ["tak", "nie"], halves: ["AM", "PM"],
      months: words(
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"
      ),
      monthsAlone: words(
        "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień"
      ),
      shortMonths: words("sty lut mar kwi maj cze lip sie wrz paź lis gru"),
      days: words("poniedziałek wtorek środa czwartek piątek sobota niedziela"),
      shortDays: words("pon. wt. śr. czw. pt. sob. niedz.")),
    LocaleWords(
      tag: "cs", decimal: ",", group: "\u{202f}", fewestBeforeGroup: 1, percent: "\u{a0}%",
      date: "%-d. %-m. %Y", time: "%-H:%M",
      answers: ["ano", "ne"], halves: ["dop.", "odp."],
      months: words(
        "ledna února března dubna května června července srpna září října listopadu prosince"),
      monthsAlone: words(
        "leden únor březen duben květen červen červenec srpen září říjen listopad prosinec"),
      shortMonths: words("led úno bře dub kvě čvn čvc srp zář říj lis pro"),
      days: words("pondělí úterý středa čtvrtek pátek sobota neděle"),
      shortDays: words("po út st čt pá so ne")),
    LocaleWords(
      tag: "ja", decimal: ".", group: ",", fewestBeforeGroup: 1, percent: "%",
      date: "%Y/%m/%d", time: "%-H:%M",
      answers: ["はい", "いいえ"], halves: ["午前", "午後"],
      months: words("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
      monthsAlone: [],
      shortMonths: words("1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"),
      days: words("月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日"),
      shortDays: words("月 火 水 木 金 土 日")),
  ]

  /// English as in the United States.
  static let english = LocaleWords(
    tag: "en", decimal: ".", group: ",", fewestBeforeGroup: 1, percent: "%",
    date: "%b %-d, %Y", time: "%H:%M",
    answers: ["yes", "no"], halves: ["AM", "PM"],
    months: words(
      "January February March April May June July August September October November December"),
    monthsAlone: [],
    shortMonths: words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    days: words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    shortDays: words("Mon Tue Wed Thu Fri Sat Sun"))

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
