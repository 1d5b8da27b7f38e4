/// How numbers are spread along an axis or a ramp, where not evenly.
package enum UnevenScale: Hashable, Sendable {
  case log, logOdds, squareRoot
  /// Logarithmic on both sides of zero, and even beside it.
  case logLinearNearZero
}

extension ValueFormatter {
  /// What a reader must know of a scale: `log scale`.
  package func scale(_ kind: UnevenScale) -> String {
    let words = ScaleWords.of(locale)
    return switch kind {
    case .log: words.log
    case .logOdds: words.logOdds
    case .squareRoot: words.squareRoot
    case .logLinearNearZero: words.logLinearNearZero
    }
  }

  /// By whose clock moments are told: `Europe/Berlin time`.
  package func clock(of zone: String) -> String {
    ScaleWords.of(locale).clock.replacing("*", with: zone)
  }
}

/// The words of one language for scales, which no author can replace as they can a title.
private struct ScaleWords {
  let log: String
  let logOdds: String
  let squareRoot: String
  let logLinearNearZero: String
  /// The clock of a zone, whose name stands for the star.
  let clock: String

  init(
    _ log: String, _ logOdds: String, _ squareRoot: String, _ logLinearNearZero: String,
    clock: String
  ) {
    (self.log, self.logOdds, self.squareRoot) = (log, logOdds, squareRoot)
    (self.logLinearNearZero, self.clock) = (logLinearNearZero, clock)
  }

  /// The words of a locale; every region of a language has the same.
  static func of(_ locale: ReportLocale) -> ScaleWords {
    let language = locale.words.tag.prefix { $0 != "-" }
    return table[String(language)] ?? english
  }

  private static let english = ScaleWords(
    "log scale", "log-odds scale", "square root scale", "log scale, linear near 0",
    clock: "* time")

  private static let table = [
    "en": english,
    "de": ScaleWords(
      "logarithmische Skala", "Logit-Skala", "Quadratwurzelskala",
      "logarithmische Skala, linear nahe 0", clock: "Zeitzone *"),
    "fr": ScaleWords(
      "échelle logarithmique", "échelle logit", "échelle racine carrée",
      "échelle logarithmique, linéaire près de 0", clock: "fuseau horaire *"),
    "es": ScaleWords(
      "escala logarítmica", "escala logit", "escala de raíz cuadrada",
      "escala logarítmica, lineal cerca de 0", clock: "zona horaria *"),
    "it": ScaleWords(
      "scala logaritmica", "scala logit", "scala a radice quadrata",
      "scala logaritmica, lineare vicino a 0", clock: "fuso orario *"),
    "nl": ScaleWords(
      "logaritmische schaal", "logitschaal", "wortelschaal",
      "logaritmische schaal, lineair bij 0", clock: "tijdzone *"),
    "pt": ScaleWords(
      "escala logarítmica", "escala logit", "escala de raiz quadrada",
      "escala logarítmica, linear perto de 0", clock: "fuso horário *"),
    "sv": ScaleWords(
      "logaritmisk skala", "logitskala", "kvadratrotsskala",
      "logaritmisk skala, linjär nära 0", clock: "tidszon *"),
    "da": ScaleWords(
      "logaritmisk skala", "logitskala", "kvadratrodsskala",
      "logaritmisk skala, lineær nær 0", clock: "tidszone *"),
    "nb": ScaleWords(
      "logaritmisk skala", "logitskala", "kvadratrotskala",
      "logaritmisk skala, lineær nær 0", clock: "tidssone *"),
    "fi": ScaleWords(
      "logaritminen asteikko", "logit-asteikko", "neliöjuuriasteikko",
      "logaritminen asteikko, lineaarinen lähellä nollaa", clock: "aikavyöhyke *"),
    "pl": ScaleWords(
      "skala logarytmiczna", "skala logitowa", "skala pierwiastkowa",
      "skala logarytmiczna, liniowa przy 0", clock: "strefa czasowa *"),
    "cs": ScaleWords(
      "logaritmická stupnice", "logitová stupnice", "odmocninová stupnice",
      "logaritmická stupnice, u 0 lineární", clock: "časové pásmo *"),
    "ja": ScaleWords(
      "対数目盛", "ロジット目盛", "平方根目盛", "対数目盛（0付近は線形）", clock: "タイムゾーン *"),
  ]
}
