import Foundation
import TestSupport
import Testing

/// The example of the statistic blocks, printed from the demo data.
@Suite struct StudyTests {
  @Test func everyStatisticBlockPrintsItsFootnote() throws {
    try withTemporaryFolder { out in
      let demo = try Product.run(
        ["demo", "--out", out.path, "--users", "400", "--readings", "12000"])
      #expect(demo.status == 0, "\(demo.errorText)")
      let made = try Product.run(
        [
          "run", "examples/cohort-study.yaml", "--out", out.path, "--date", "2026-03-31",
          "--format", "html,pdf,json",
        ], environment: ["DATABASE_URL": "sqlite:///\(out.path)/demo.db"])
      #expect(made.status == 0, "\(made.errorText)")
      let report = out.appending(path: "cohort-study")
      let text = try run("pdftotext", [report.appending(path: "report.pdf").path, "-"]).text
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      for words in [
        "Missing values are left out of their variable.", "Missing is an absent value",
        "Rows without one of the two values are left out of a pair.", "Chi-squared test",
        "Linear model of risk by least squares", "HC3 errors",
        "Logistic model by maximum likelihood",
        "Labels are compared with a base", "Log-rank test", "At risk",
      ] { #expect(text.contains(words), "'\(words)' is not in the PDF's text") }
      let results = try String(
        contentsOf: report.appending(path: "results.json"), encoding: .utf8)
      #expect(!results.lowercased().contains("nan,"))
      let html = try run(
        "scripts/check-html", [report.appending(path: "report.html").path],
        options: CommandOptions(folder: Product.root, timeOut: 120))
      #expect(html.status == 0, "\(html.text)\(html.errorText)")
    }
  }
}
