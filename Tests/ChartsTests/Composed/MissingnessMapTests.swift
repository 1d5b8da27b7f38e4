import Charts
import Drawing
import TestSupport
import Testing

@Suite struct MissingnessMapTests {
  private static func map(rows: Int) -> MissingnessMap {
    MissingnessMap(
      lines: [
        .init(name: "age", gaps: (0..<rows).map { $0 % 7 == 3 }), .init(name: "weight", gaps: nil),
        .init(
          name: "A very long name of a column of blood pressures", gaps: (0..<rows).map { $0 < 3 }),
      ], rowCount: rows)
  }

  @Test func rowsThatLackAValueAreMarked() {
    let scene = MissingnessMapTests.map(rows: 20).draw(width: 240, in: .fixed([:]))
    Golden.check(scene.dump, named: "missingness-map")
  }

  @Test(arguments: [60.0, 120, 507], [1, 20, 5_000])
  func theMapStaysInside(_ width: Double, _ rows: Int) {
    let scene = MissingnessMapTests.map(rows: rows).draw(width: Points(width), in: .fixed([:]))
    let findings = SceneFindings(scene).all
    #expect(findings.isEmpty, "\(findings)")
  }

  @Test func oneRowOfManyIsSeen() {
    let lonely = MissingnessMap(
      lines: [.init(name: "x", gaps: (0..<100_000).map { $0 == 70_000 })], rowCount: 100_000)
    let drawn = lonely.draw(width: 300, in: .fixed([:])).dump
    let full = MissingnessMap(lines: [.init(name: "x", gaps: nil)], rowCount: 100_000)
      .draw(width: 300, in: .fixed([:])).dump
    #expect(drawn.split(separator: "\n").count > full.split(separator: "\n").count)
  }

  @Test func nothingHasNoHeight() {
    #expect(
      MissingnessMap(lines: [], rowCount: 0).draw(width: 100, in: .fixed([:])).size.height == 0)
  }
}
