import Dates
import Frame
import TestSupport
import Testing

@testable import Formatting

@Suite
struct ReportLocaleTests {
  @Test(arguments: LocaleWords.all)
  func everyTableIsWhole(_ words: LocaleWords) throws {
    #expect(words.months.count == 12)
    #expect(words.shortMonths.count == 12)
    #expect([0, 12].contains(words.monthsAlone.count))
    #expect(words.days.count == 7)
    #expect(words.shortDays.count == 7)
    #expect(words.answers.count == 2)
    #expect(words.halves.count == 2)
    #expect(try DateFormat("\(words.date) \(words.time)").pieces.count >= 9)
  }

  @Test(arguments: ReportLocale.knownTags)
  func everyLanguageHasWordsForScales(_ tag: String) throws {
    let formatter = ValueFormatter(locale: try #require(ReportLocale(tag)))
    let kinds: [UnevenScale] = [.log, .logOdds, .squareRoot, .logLinearNearZero]
    let words = kinds.map { formatter.scale($0) }
    #expect(Set(words).count == 4 && words.allSatisfy { !$0.isEmpty })
    #expect(tag.hasPrefix("en") == (words[0] == "log scale"))
    let clock = formatter.clock(of: "Europe/Berlin")
    #expect(clock.contains("Europe/Berlin") && !clock.contains("*"))
    #expect(tag.hasPrefix("en") == (clock == "Europe/Berlin time"))
  }

  @Test func tagsAreUnique() {
    #expect(Set(ReportLocale.knownTags).count == LocaleWords.all.count)
  }

  @Test(arguments: [
    ("en", "en", "en"), ("EN_us", "en-US", "en"), ("en-GB", "en-GB", "en-GB"),
    ("de-at", "de-AT", "de"), ("no", "no", "nb"), ("pt-BR", "pt-BR", "pt"),
    ("es-419", "es-419", "es"),
  ])
  func readsTags(_ asked: String, _ tag: String, _ table: String) {
    let locale = ReportLocale(asked)
    #expect(locale?.tag == tag)
    #expect(locale?.words.tag == table)
  }

  @Test(arguments: ["", "-", "xx", "english", "en-", "en-US-x", "en US", "de-<b>", "de-ÄÖ"])
  func refusesUnknownTags(_ tag: String) { #expect(ReportLocale(tag) == nil) }

  /// Expected texts: node 20.20.2 (ICU 78.2, CLDR 48), Intl.NumberFormat(tag).format(x) and
  /// Intl.DateTimeFormat(tag, {dateStyle: 'medium', timeStyle: 'short', hour12: false}), where
  /// grouping blanks are made narrow and the comma before the time is left out.
  @Test(arguments: [
    ("en", "1,234.5", "12,345.5", "Jan 31, 2026 14:05"),
    ("en-GB", "1,234.5", "12,345.5", "31 Jan 2026 14:05"),
    ("de", "1.234,5", "12.345,5", "31.01.2026 14:05"),
    ("de-CH", "1’234.5", "12’345.5", "31.01.2026 14:05"),
    ("fr", "1\u{202f}234,5", "12\u{202f}345,5", "31 janv. 2026 14:05"),
    ("es", "1234,5", "12.345,5", "31 ene 2026 14:05"),
    ("it", "1234,5", "12.345,5", "31 gen 2026 14:05"),
    ("nl", "1.234,5", "12.345,5", "31 jan 2026 14:05"),
    ("pt", "1.234,5", "12.345,5", "31 de jan. de 2026 14:05"),
    ("pt-PT", "1234,5", "12\u{202f}345,5", "31/01/2026 14:05"),
    ("sv", "1\u{202f}234,5", "12\u{202f}345,5", "31 jan. 2026 14:05"),
    ("da", "1.234,5", "12.345,5", "31. jan. 2026 14.05"),
    ("nb", "1\u{202f}234,5", "12\u{202f}345,5", "31. jan. 2026 14:05"),
    ("fi", "1\u{202f}234,5", "12\u{202f}345,5", "31.1.2026 14.05"),
    ("pl", "1234,5", "12\u{202f}345,5", "31 sty 2026 14:05"),
    ("cs", "1\u{202f}234,5", "12\u{202f}345,5", "31. 1. 2026 14:05"),
    ("ja", "1,234.5", "12,345.5", "2026/01/31 14:05"),
  ])
  func wordsAsTheLanguageDoes(_ tag: String, _ small: String, _ large: String, _ moment: String)
    throws
  {
    let formatter = ValueFormatter(locale: try #require(ReportLocale(tag)))
    #expect(formatter.text(.double(1234.5)) == small)
    #expect(formatter.number(12345.5, decimals: 1) == large)
    let afternoon = try #require(Timestamp("2026-01-31 14:05"))
    #expect(formatter.text(.timestamp(afternoon)) == moment)
  }
}
