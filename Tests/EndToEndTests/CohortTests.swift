import Foundation
import TestSupport
import Testing

@Suite struct CohortTests {
  private func withDemoData(_ body: (URL, [String: String]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let made = try Product.run([
        "demo", "--data-only", "--users", "400", "--readings", "8000", "--out", folder.path,
      ])
      #expect(made.status == 0, "\(made.errorText)")
      try body(folder, ["DATABASE_URL": "sqlite:///\(folder.path)/demo.db"])
    }
  }

  @Test func eachCohortOfABurstEqualsTheSameCohortAlone() throws {
    try withDemoData { folder, environment in
      let burst = folder.appending(path: "burst")
      let spec = ["run", "examples/cohorts.yaml", "--date", "2026-03-31"]
      let made = try Product.run(spec + ["--out", burst.path], environment: environment)
      #expect(made.status == 0, "\(made.errorText)")
      let names = try FileManager.default.contentsOfDirectory(
        atPath: burst.appending(path: "cohorts").path)
      #expect(names.sorted() == ["F-N", "F-Y", "M-N", "M-Y"])
      for name in names {
        let alone = folder.appending(path: "alone-\(name)")
        let parts = name.split(separator: "-")
        let single = try Product.run(
          spec + [
            "--out", alone.path, "--cohort", "gender=\(parts[0])", "--cohort",
            "smoker=\(parts[1])",
          ], environment: environment)
        #expect(single.status == 0, "\(single.errorText)")
        let one = try files(in: alone.appending(path: "cohorts/\(name)"))
        let many = try files(in: burst.appending(path: "cohorts/\(name)"))
        #expect(one == many, "\(name) differs")
        #expect(one.count >= 5)
      }
    }
  }

  @Test(arguments: [
    (["--cohort", "gendr=F"], "cohorts have no column 'gendr'\n  hint: did you mean 'gender'?"),
    (["--cohort", "gender=X"], "there is no cohort with gender=X"),
    (["--cohort", "gender"], "'--cohort' must be name=value, found 'gender'"),
    (
      ["-p", "min_aeg=3"], "the report has no parameter 'min_aeg'\n  hint: did you mean 'min_age'?"
    ),
    (["-p", "min_age=old"], "parameter 'min_age' is of type integer, found 'old'"),
    (["-p", "min_age=-1"], "parameter 'min_age' must be at least 0, found -1"),
    (["--date", "31.3.2026"], "'--date' must be YYYY-MM-DD, found '31.3.2026'"),
    (["--format", "docx"], "'--format' knows no 'docx'"),
  ])
  func aWrongArgumentIsToldAndWritesNothing(_ arguments: [String], _ message: String) throws {
    try withDemoData { folder, environment in
      let out = folder.appending(path: "out")
      let made = try Product.run(
        ["run", "examples/cohorts.yaml", "--out", out.path] + arguments, environment: environment)
      #expect(made.status == 2)
      #expect(made.errorText.contains(message), "\(made.errorText)")
      #expect(!FileManager.default.fileExists(atPath: out.path))
    }
  }

  @Test func aSkippedCohortIsToldAndNotAnError() throws {
    try withDemoData { folder, environment in
      let made = try Product.run(
        ["run", "examples/cohorts.yaml", "--out", folder.path, "-p", "min_age=200"],
        environment: environment)
      #expect(made.status == 0, "\(made.errorText)")
      #expect(made.errorText.contains("0 made, 4 skipped, 0 failed"))
      #expect(
        made.text.contains("cohorts/F-N: skipped, the check 'count(people) > 0' does not hold"))
    }
  }

  @Test func aKilledRunLeavesTheReportOfLastNight() throws {
    try withDemoData { folder, environment in
      let out = folder.appending(path: "out")
      let spec = ["run", "examples/cohorts.yaml", "--out", out.path, "--jobs", "2"]
      let first = try Product.run(spec + ["--date", "2026-03-30"], environment: environment)
      #expect(first.status == 0, "\(first.errorText)")
      let old = try files(in: out.appending(path: "cohorts"))
      for tenths in 1...8 {
        try Product.kill(
          spec + ["--date", "2026-03-31"], after: Double(tenths) * 0.25, environment: environment)
        for name in ["F-N", "F-Y", "M-N", "M-Y"] {
          let now = try files(in: out.appending(path: "cohorts/\(name)"))
          #expect(now.count == old.count { $0.key.hasPrefix(name) }, "\(name) is half-written")
          let page = String(decoding: now["report.html"] ?? Data(), as: UTF8.self)
          let json = String(decoding: now["results.json"] ?? Data(), as: UTF8.self)
          #expect(page.hasSuffix("</html>\n"))
          let day = page.contains("31 March 2026") ? "2026-03-31" : "2026-03-30"
          #expect(json.contains("\"date\": \"\(day)\""), "\(name) is of two nights")
        }
      }
      let last = try Product.run(spec + ["--date", "2026-03-31"], environment: environment)
      #expect(last.status == 0, "\(last.errorText)")
      let names = try FileManager.default.contentsOfDirectory(atPath: out.path)
      #expect(names.sorted() == ["cohorts", "manifest.json"], "litter: \(names)")
    }
  }
}
