import Foundation
import TestSupport
import Testing

/// `results.json` beside what pandas and SciPy say of the same data.
///
/// Expected values: Peer/figures.json, whose source, versions and calls Peer/README.md tells.
@Suite struct PeerTests {
  private typealias Object = [String: Any]

  @Test func everyFigureThatBothHaveAgreesTo1e9() throws {
    try withTemporaryFolder { folder in
      let peer = Product.root.appending(path: "Tests/EndToEndTests/Peer")
      let sql = try String(contentsOf: peer.appending(path: "data.sql"), encoding: .utf8)
      let database = folder.appending(path: "peer.db")
      try Product.makeDatabase(sql, at: database)
      let made = try Product.run(
        [
          "run", peer.appending(path: "peer.yaml").path, "--format", "json", "--out", folder.path,
          "--date", "2026-03-31",
        ], environment: ["DATABASE_URL": "sqlite:///\(database.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let ours = try read(folder.appending(path: "peer/results.json"))
      let theirs = try read(peer.appending(path: "figures.json"))
      let blocks = try #require(ours["blocks"] as? [Object])
      var compared = 0
      compared += try compareFigures(blocks, theirs)
      compared += try compareDescriptions(blocks, theirs)
      compared += try compareCorrelations(blocks, theirs)
      compared += try compareFits(blocks, theirs)
      compared += try compareGroups(blocks, theirs)
      #expect(compared > 250, "only \(compared) figures were compared")
    }
  }

  private func read(_ path: URL) throws -> Object {
    try #require(
      try JSONSerialization.jsonObject(with: try Data(contentsOf: path)) as? Object)
  }

  private func block(_ id: String, _ blocks: [Object]) throws -> Object {
    try #require(blocks.first { $0["id"] as? String == id }, "no block '\(id)'")
  }

  /// Holds one figure against another, to 1e-9 of its size (p-values of 0 to 1e-300).
  private func agree(_ ours: Any?, _ theirs: Any?, _ what: String) -> Int {
    guard let a = (ours as? NSNumber)?.doubleValue, let b = (theirs as? NSNumber)?.doubleValue
    else {
      Issue.record("\(what): found \(ours ?? "nothing") and \(theirs ?? "nothing")")
      return 0
    }
    #expect(abs(a - b) <= max(1e-9 * abs(b), 1e-300), "\(what): \(a) is not \(b)")
    return 1
  }

  private func compareFigures(_ blocks: [Object], _ theirs: Object) throws -> Int {
    let values = try #require(try block("figures-1", blocks)["values"] as? [Object])
    let names = [
      "Users": "users", "Readings": "readings", "Mean risk": "mean risk", "Smokers": "smokers",
    ]
    var count = 0
    for value in values {
      guard let label = value["label"] as? String, let name = names[label] else { continue }
      count += agree(value["value"], theirs[name], label)
    }
    let daily = try #require(theirs["daily steps of F"] as? Object)
    count += agree(
      values.first { $0["label"] as? String == "Days" }?["value"], daily["days"], "days")
    let first = (daily["steps"] as? [Any])?.first
    return count
      + agree(values.first { $0["label"] as? String == "First day" }?["value"], first, "first day")
  }

  private func compareDescriptions(_ blocks: [Object], _ theirs: Object) throws -> Int {
    let rows = try #require(try block("describe-1", blocks)["rows"] as? [Object])
    let described = try #require(theirs["describe"] as? [String: Object])
    let keys = [
      "n": "count", "mean": "mean", "std": "std", "min": "min", "q1": "25%", "median": "50%",
      "q3": "75%", "max": "max", "skewness": "skewness", "kurtosis": "kurtosis",
    ]
    #expect(rows.count == described.count)
    var count = 0
    for row in rows {
      let column = try #require(row["column"] as? String)
      for (key, name) in keys {
        count += agree(row[key], described[column]?[name], "\(key) of \(column)")
      }
    }
    return count
  }

  private func compareCorrelations(_ blocks: [Object], _ theirs: Object) throws -> Int {
    let expected = try #require(theirs["pearson"] as? [Object])
    let pearson = try #require(try block("pearson", blocks)["pairs"] as? [Object])
    let spearman = try #require(try block("spearman", blocks)["pairs"] as? [Object])
    var count = 0
    for pair in expected {
      let (x, y) = (pair["x"] as? String ?? "", pair["y"] as? String ?? "")
      func find(_ pairs: [Object]) throws -> Object {
        try #require(
          pairs.first { $0["x"] as? String == x && $0["y"] as? String == y }, "\(x), \(y)")
      }
      let (ours, ranks) = (try find(pearson), try find(spearman))
      for key in ["n", "r", "p", "low", "high"] {
        count += agree(ours[key], pair[key], "pearson \(key) of \(x), \(y)")
      }
      count += agree(ranks["r"], pair["spearman"], "spearman r of \(x), \(y)")
      count += agree(ranks["p"], pair["spearman_p"], "spearman p of \(x), \(y)")
    }
    return count
  }

  private func compareFits(_ blocks: [Object], _ theirs: Object) throws -> Int {
    var count = 0
    for column in ["weight", "age"] {
      let fits = try #require(try block(column, blocks)["trend"] as? [Object])
      let expected = try #require(theirs["risk~\(column)"] as? Object)
      let keys = [
        "n": "n", "slope": "slope", "intercept": "intercept", "r": "r", "p": "p",
        "slope_std_error": "slope_se",
      ]
      for (key, name) in keys {
        count += agree(fits.first?[key], expected[name], "\(key) of risk by \(column)")
      }
    }
    return count
  }

  private func compareGroups(_ blocks: [Object], _ theirs: Object) throws -> Int {
    var count = 0
    for column in ["cholestlevs", "bp"] {
      let compared = try block(column, blocks)
      let expected = try #require(theirs["risk by \(column)"] as? Object)
      let groups = try #require(expected["groups"] as? [String: Object])
      for group in try #require(compared["groups"] as? [Object]) {
        guard let name = group["group"] as? String else { continue }
        for key in ["n", "mean", "std", "median"] {
          count += agree(group[key], groups[name]?[key], "\(key) of \(column) \(name)")
        }
      }
      let names = [
        ("anova", "f", "f_p"), ("welch_anova", "welch_f", "welch_p"),
        ("kruskal_wallis", "h", "h_p"),
      ]
      for (test, statistic, p) in names {
        count += try agreeTest(test, in: compared, expected[statistic], expected[p])
      }
    }
    let smoker = try block("smoker", blocks)
    let expected = try #require(theirs["risk by smoker"] as? Object)
    count += try agreeTest("welch_t", in: smoker, expected["t"], expected["p"])
    return count + (try agreeTest("mann_whitney", in: smoker, expected["u"], expected["u_p"]))
  }

  private func agreeTest(_ name: String, in block: Object, _ statistic: Any?, _ p: Any?) throws
    -> Int
  {
    let tests = try #require(block["tests"] as? [Object])
    let test = try #require(tests.first { $0["test"] as? String == name }, "no test \(name)")
    return agree(test["statistic"], statistic, name) + agree(test["p"], p, "p of \(name)")
  }
}
