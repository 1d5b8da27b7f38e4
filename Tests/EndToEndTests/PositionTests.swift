import Foundation
import TestSupport
import Testing

/// A chart is drawn once: its picture, its page and its HTML show it at the same places.
@Suite struct PositionTests {
  /// What `positions.py` read from one output, in points.
  private struct Places: Decodable {
    /// The left, right and upper edge of each bar, counted from the first one's corner.
    let bars: [String: [Double]]
    /// Where each number of the axis ends.
    let words: [String: [Double]]?
  }

  private static let rows = """
    CREATE TABLE sales (name TEXT, amount REAL);
    INSERT INTO sales VALUES ('a', 2.7), ('b', 9.1), ('c', 4.4), ('d', 7.3), ('e', 0.8);
    """

  private static let spec = """
    title: Sales
    source: ${TEST_URL}
    queries:
      sales: { from: sales, select: [name, amount] }
    report:
      - chart: { id: bars, data: sales, mark: bar, x: name, y: amount, color: name, opacity: 1 }
    """

  @Test func outputsAgreeToHalfAPoint() throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase(Self.rows, at: database)
      let file = folder.appending(path: "spec.yaml")
      try Data(Self.spec.utf8).write(to: file)
      let made = try Product.run(
        ["run", file.path, "--format", "png,pdf,html", "--out", folder.path],
        environment: ["TEST_URL": "sqlite:///\(database.path)"])
      #expect(made.status == 0, "\(made.errorText)")
      let read = try run(
        "python3",
        [
          Product.root.appending(path: "Tests/EndToEndTests/Positions/positions.py").path,
          folder.appending(path: "spec").path, "bars",
        ])
      #expect(read.status == 0, "\(read.errorText)")
      let places = try JSONDecoder().decode([String: Places].self, from: read.output)
      let html = try #require(places["html"])
      #expect(html.bars.count == 5 && (html.words?.count ?? 0) >= 4)
      // Bars of 2.7 and 9.1: their upper edges are told apart, or the comparison says nothing.
      #expect(Set(html.bars.values.map { $0[2].rounded() }).count == 5)
      for name in ["png", "pdf"] {
        let other = try #require(places[name])
        expect(other.bars, like: html.bars, name)
        if let words = other.words { expect(words, like: html.words ?? [:], name) }
      }
      #expect(places["pdf"]?.words?.count == html.words?.count)
    }
  }

  private func expect(_ got: [String: [Double]], like expected: [String: [Double]], _ name: String)
  {
    #expect(Set(got.keys) == Set(expected.keys), "\(name)")
    for (key, places) in got {
      for (own, other) in zip(places, expected[key] ?? []) {
        #expect(abs(own - other) <= 0.5, "\(key) in \(name): \(own), in html: \(other)")
      }
    }
  }
}
