import Drawing
import Frame
import JSON
import TestSupport
import Testing

@testable import Charts

/// Rows that share a shape: their numbers are put together, and no number or label of one of them
/// passes for all.
@Suite struct RowsTogetherTests {
  static let frames: [String: DataFrame] = [
    "cells": DataFrame([
      ("a", Column(texts: ["p", "p", "p", "q", "q"])),
      ("b", Column(texts: ["u", "u", "v", "u", "u"])),
      ("r", Column(doubles: [1, 5, 7, 2, nil])),
      ("note", Column(texts: ["x", "y", "z", "w", "w"])),
    ]),
    "stack": DataFrame([
      ("x", Column(texts: ["p", "p", "q", "q"])), ("c", Column(texts: ["a", "b", "a", "b"])),
      ("y", Column(integers: [10, 1, 7, 2])),
    ]),
    "some": DataFrame([
      ("x", Column(texts: ["p", "p", "q", "q"])), ("c", Column(texts: ["b", "b", "b", "b"])),
      ("y", Column(doubles: [9, 11, 6, 8])),
    ]),
    "shared": DataFrame([
      ("x", Column(texts: ["p", "p", "q"])), ("y", Column(doubles: [3, 4, 5])),
      ("n", Column(integers: [1, 2, 3])),
    ]),
  ]

  private func chart(_ yaml: String, width: Double = 320) throws -> Chart {
    try ChartSpecimen(name: "", yaml: yaml)
      .draw(frames: Self.frames, width: width, measuring: FixedMeasuring())
  }

  @Test func cellsShowTheMeanOfTheirRows() throws {
    let chart = try chart("{ data: cells, mark: rect, x: a, y: b, color: r, label: r }")
    #expect(chart.subtitle == "Mean R by A and B · n = 4")
    #expect(
      chart.note == "Rows that share a cell are shown by their mean. 1 row without R is left out.")
    #expect(chart.altText.contains("Highest: 7 at A p, B v"))
    #expect(chart.scene.dump.contains("\"3\"") && !chart.scene.dump.contains("\"5\""))
    let results = JSONValue.object(chart.results)
    #expect(results["points"] == 4 && results["dropped"] == 1)
  }

  @Test func cellsWhoseRowsAreLabelledDifferentlyHaveNoLabel() throws {
    let chart = try chart("{ data: cells, mark: rect, x: a, y: b, color: r, label: note }")
    #expect(
      chart.note?.contains("1 label is left out, since the rows behind it differ in note") == true)
    #expect(chart.scene.dump.contains("\"z\"") && chart.scene.dump.contains("\"w\""))
    #expect(!chart.scene.dump.contains("\"x\"") && !chart.scene.dump.contains("\"missing\""))
  }

  @Test(arguments: ["bar", "rect"])
  func labelsDoNotDivideMeans(_ mark: String) throws {
    let rest = mark == "bar" ? "y: mean(y)" : "y: 1, color: mean(y)"
    let chart = try chart("{ data: shared, mark: \(mark), x: x, \(rest), label: n }")
    #expect(chart.altText.contains(mark == "bar" ? "Lowest: p with 3.5" : "Highest: 5 at X q"))
    #expect(
      chart.note?.contains("1 label is left out, since the rows behind it differ in N") == true)
    #expect(chart.note?.contains("added up") != true)
  }

  @Test func barOfSeveralRowsIsLabelledByTheirSum() throws {
    let chart = try chart("{ data: shared, mark: bar, x: x, y: y, label: y }")
    #expect(chart.scene.dump.contains("\"7\"") && !chart.scene.dump.contains("\"3\""))
    let other = try self.chart("{ data: shared, mark: bar, x: x, y: y, label: n }")
    #expect(
      other.note
        == "Rows that share a bar are added up. 1 label is left out, since the rows behind it differ in N."
    )
  }

  @Test func stacksTellTotalsAndParts() throws {
    let stack = "{ data: stack, mark: bar, x: x, y: y, color: c, stack: "
    #expect(
      try chart(stack + "true }").altText.hasSuffix(
        "Highest total: p with 11. Lowest total: q with 9. Largest part: p, a with 10. Smallest part: p, b with 1."
      ))
    #expect(
      try chart(stack + "normalize }").altText.hasSuffix(
        "Largest part: p, a with 91%. Smallest part: p, b with 9%."))
  }

  @Test func errorBarsStandOnTheBarsOfTheirCategory() throws {
    let chart = try chart(
      """
      layers:
        - { data: stack, mark: bar, x: x, y: y, color: c }
        - { data: some, mark: errorbar, x: x, y: y, color: c, error: sd }
      """)
    let shapes = chart.scene.pathCorners
    // Swatches of the legend are narrower than bars.
    let bars = shapes.filter { $0.count == 4 && $0[1].x.value - $0[0].x.value > 20 }.map {
      ($0[0].x.value + $0[1].x.value) / 2
    }
    // Each error bar is an upright with two caps, drawn twice.
    let errors = shapes.filter { $0.count == 6 }.map { $0[0].x.value }
    #expect(bars.count == 4 && errors.count == 4)
    for error in errors {
      #expect([bars[1], bars[3]].contains { abs($0 - error) < 0.01 })
    }
  }

  @Test func labelsInStacksThatFindNoRoomAreCounted() throws {
    let chart = try chart(
      "{ data: stack, mark: bar, x: x, y: y, color: c, stack: true, label: \"'all parts of ' || c\" }",
      width: 120)
    #expect(chart.note == "4 labels find no room.")
  }
}
