import Foundation
import TestSupport
import Testing

/// NIST's data sets the way a user would hand them in: as CSV files, a spec and `results.json`.
///
/// Expected values: NIST/ITL StRD, `Tests/StatisticsTests/Data/nist/certified.json`.
@Suite struct CertifiedReportTests {
  private typealias Object = [String: Any]

  private static let spec = """
    title: Certified
    source: ${DATA}
    queries:
      numacc3: { from: NumAcc3 }
      smls07: { from: SmLs07 }
      filip: { from: Filip }
      longley: { from: Longley }
    report:
      - describe: { data: numacc3 }
      - compare: { data: smls07, value: y, by: x1, test: anova }
      - regression:
          id: Filip
          data: filip
          formula: y ~ x1 + x1^2 + x1^3 + x1^4 + x1^5 + x1^6 + x1^7 + x1^8 + x1^9 + x1^10
      - regression: { id: Longley, data: longley, formula: y ~ x1 + x2 + x3 + x4 + x5 + x6 }
    """

  @Test func printedNumbersKeepTheCertifiedDigits() throws {
    try withTemporaryFolder { folder in
      let nist = Product.root.appending(path: "Tests/StatisticsTests/Data/nist")
      let data = folder.appending(path: "data")
      try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
      for name in ["NumAcc3", "SmLs07", "Filip", "Longley"] {
        let text = try String(contentsOf: nist.appending(path: "\(name).dat"), encoding: .utf8)
        try csv(text, labelled: name == "SmLs07")
          .write(to: data.appending(path: "\(name).csv"), atomically: true, encoding: .utf8)
      }
      let spec = folder.appending(path: "certified.yaml")
      try Self.spec.write(to: spec, atomically: true, encoding: .utf8)
      let made = try Product.run(
        ["run", spec.path, "--format", "json", "--out", folder.path],
        environment: ["DATA": "files:///\(data.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let blocks = try #require(
        try read(folder.appending(path: "certified/results.json"))["blocks"] as? [Object])
      try check(blocks, against: try read(nist.appending(path: "certified.json")))
    }
  }

  /// The table of a published file, its first column `y`; NIST puts a group's label before it.
  private func csv(_ text: String, labelled: Bool) -> String {
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropFirst(60).map { $0.split(whereSeparator: \.isWhitespace) }.filter { !$0.isEmpty }
    let others = (1..<max(rows.first?.count ?? 1, 1)).map { "x\($0)" }
    let head = labelled ? ["x1", "y"] : ["y"] + others
    return ([head.joined(separator: ",")] + rows.map { $0.joined(separator: ",") })
      .joined(separator: "\n") + "\n"
  }

  private func check(_ blocks: [Object], against certified: Object) throws {
    let column = try #require((blocks[0]["rows"] as? [Object])?.first)
    let numacc3 = try set("univariate", "NumAcc3", certified)
    try expect(column["mean"], numacc3["mean"], digits: 13, "NumAcc3 mean")
    try expect(column["std"], numacc3["sd"], digits: 13, "NumAcc3 SD")
    let test = try #require((blocks[1]["tests"] as? [Object])?.first)
    try expect(
      test["statistic"], try set("anova", "SmLs07", certified)["F"], digits: 13, "SmLs07 F")
    for (block, asked) in zip(blocks[2...], [12.0, 13]) {
      let name = try #require(block["id"] as? String)
      let linear = try set("linear", name, certified)
      let terms = try #require(block["terms"] as? [Object])
      let wanted = try #require(linear["coefficients"] as? [Object])
      #expect(terms.count == wanted.count)
      for (term, wanted) in zip(terms, wanted) {
        try expect(term["estimate"], wanted["estimate"], digits: asked, "\(name) estimate")
      }
      try expect(block["sigma"], linear["residualSD"], digits: asked, "\(name) sigma")
      try expect(block["r_squared"], linear["rSquared"], digits: asked, "\(name) R²")
      try expect(block["f"], linear["F"], digits: asked, "\(name) F")
    }
  }

  private func set(_ kind: String, _ name: String, _ certified: Object) throws -> Object {
    try #require((certified[kind] as? Object)?[name] as? Object)
  }

  /// Holds a printed number to so many digits of a certified one.
  private func expect(_ found: Any?, _ certified: Any?, digits: Double, _ what: String) throws {
    let found = try #require((found as? NSNumber)?.doubleValue, "\(what)")
    let wanted = try #require((certified as? String).flatMap(Double.init), "\(what)")
    let error = abs(found - wanted) / abs(wanted)
    #expect(error == 0 || -log10(error) >= digits, "\(what): \(found), certified \(wanted)")
  }

  private func read(_ path: URL) throws -> Object {
    try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: path)) as? Object)
  }
}
