import Diagnostics
import Dates
import Drawing
import Frame
import TestSupport
import Testing

@testable import Charts

/// Channels whose expression means another thing than it says.
@Suite struct StrayColumnTests {
  private static let frames = [
    "rows": DataFrame([
      ("x", Column(integers: [1, 1, 2, 2])), ("y", Column(doubles: [1, 2, 3, 4])),
      ("day", Column(dates: (0..<4).map { CivilDate(days: 20_000 + $0) })),
      ("kind", Column(texts: ["a", "b", "a", "b"])),
    ])
  ]

  private func fault(_ channels: String, mark: String = "point") throws -> Diagnostic? {
    let plan = try #require(
      ChartSpecimen.read("{ data: rows, mark: \(mark), \(channels) }").plan)
    do {
      _ = try plan.rows(in: .fixed(StrayColumnTests.frames))
      return nil
    } catch {
      return error
    }
  }

  /// The column would be that of some row of each group.
  @Test(arguments: [
    "x: kind, y: y - mean(y)",
    #"x: x, y: mean(y), label: "case when y = max(y) then kind end""#,
    #"x: day, y: y, color: "case when abs(y - mean(y)) > 3 * stddev(y) then 'Out' else 'In' end""#,
  ])
  func aColumnBesideAnAggregateIsRefused(_ channels: String) throws {
    let told = try #require(try fault(channels))
    #expect(
      told.message.contains("stands beside an aggregate")
        || told.message.contains("sums up what another channel keeps apart"), "\(told)")
    #expect(told.hints.first?.contains("over ()") == true)
  }

  @Test(arguments: [
    "x: kind, y: mean(y) + 2 * stddev(y)", "x: x, y: sum(y) / x", "x: day, y: y - avg(y) over ()",
    "x: kind, y: 100 * count() / 4",
  ])
  func whatIsTheSameInAGroupIsTaken(_ channels: String) throws {
    #expect(try fault(channels) == nil)
  }

  @Test(arguments: [
    ("x: 'bin(day, 8)', y: y", "'bin' cuts numbers, but 'Day' tells time"),
    (
      "x: { value: day, scale: log }, y: y",
      "scale 'log' of 'x' needs numbers, but 'Day' tells time"
    ),
    ("x: { value: day, scale: sqrt }, y: y", "scale 'sqrt' of 'x' needs numbers"),
  ])
  func timeIsNoNumber(_ channels: String, _ words: String) throws {
    let told = try #require(try fault(channels))
    #expect(told.message.contains(words), "\(told)")
  }
}
