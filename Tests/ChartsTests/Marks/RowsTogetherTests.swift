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

  /// The stretch of each bar, swatches of the legend left out.
  private func spans(_ chart: Chart) -> [ClosedRange<Double>] {
    chart.scene.pathCorners.filter { $0.count == 4 && $0[1].x.value - $0[0].x.value > 20 }
      .map { $0[0].x.value...$0[1].x.value }
  }

  @Test func barsOfClassesCoverThem() throws {
    let frame = DataFrame([("age", Column(integers: [12, 13, 24, 25, 26, 39]))])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: ages, mark: bar, x: 'bin(age, 3)', y: count() }"
    ).draw(frames: ["ages": frame], width: 320, measuring: FixedMeasuring())
    let bars = spans(chart)
    #expect(bars.count == 3)
    // Classes of equal width meet but for the same gap, and the axis begins and ends with them.
    let gaps = zip(bars, bars.dropFirst()).map { $1.lowerBound - $0.upperBound }
    #expect(gaps.allSatisfy { abs($0 - gaps[0]) < 0.01 && $0 > 0 })
    let axis = chart.scene.pathCorners.filter { $0.count == 2 && $0[0].y == $0[1].y }
    let ends = axis.map { ($0[0].x.value, $0[1].x.value) }
    #expect(
      ends.contains {
        abs($0.0 - (bars[0].lowerBound - gaps[0] / 2)) < 0.01
          && abs($0.1 - (bars[2].upperBound + gaps[0] / 2)) < 0.01
      })
  }

  @Test func labelsStandBeyondErrorBars() throws {
    let chart = try chart(
      """
      layers:
        - { data: some, mark: bar, x: x, y: mean(y), label: mean(y) }
        - { data: some, mark: errorbar, x: x, y: y, error: sd }
      """)
    let tops = chart.scene.pathCorners.filter { $0.count == 6 }.map { $0.map(\.y.value).min() ?? 0 }
    let labels = chart.scene.texts.filter { ["10", "7"].contains($0.text) && $0.place.x > 40 }
    #expect(labels.count == 2 && tops.count == 4)
    for label in labels { #expect(tops.contains { abs($0 - 3 - label.place.y.value) < 0.01 }) }
  }

  @Test func barsKeepTheirSlotsFromPanelToPanel() throws {
    let frame = DataFrame([
      ("x", Column(texts: ["p", "p", "p"])), ("c", Column(texts: ["a", "b", "b"])),
      ("y", Column(doubles: [1, 2, 3])), ("site", Column(texts: ["A", "A", "B"])),
    ])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: own, mark: bar, x: x, y: y, color: c, facet: site }"
    ).draw(frames: ["own": frame], width: 480, measuring: FixedMeasuring())
    let widths = spans(chart).map { $0.upperBound - $0.lowerBound }
    #expect(widths.count == 3 && widths.allSatisfy { abs($0 - widths[0]) < 0.01 })
    #expect(chart.altText.contains("Highest: B, p, b with 3. Lowest: A, p, a with 1."))
  }

  @Test func rulesBeyondTheMostAreTold() throws {
    let frame = DataFrame([("x", Column(integers: (0..<500).map { Int64($0) }))])
    let chart = try ChartSpecimen(name: "", yaml: "{ data: own, mark: rule, x: x }")
      .draw(frames: ["own": frame], width: 480, measuring: FixedMeasuring())
    #expect(chart.note == "200 of 500 rules are shown, the first.")
  }

  @Test func linesThroughRowsOfOnePlaceSaySo() throws {
    let chart = try chart("{ data: shared, mark: line, x: x, y: y }")
    #expect(
      chart.note == "1 row shares its place with another, and lines pass each in turn.")
  }

  @Test func greyAreasAreOne() throws {
    let names = (0..<20).flatMap { ["part \($0)", "part \($0)"] }
    let frame = DataFrame([
      ("x", Column(integers: (0..<40).map { Int64($0 % 2) })), ("part", Column(texts: names)),
      ("y", Column(doubles: (0..<40).map { Double($0) })),
    ])
    let chart = try ChartSpecimen(
      name: "", yaml: "{ data: own, mark: area, x: x, y: y, color: part }"
    )
    .draw(frames: ["own": frame], width: 480, measuring: FixedMeasuring())
    let areas = chart.scene.pathCorners.filter {
      $0.count == 4 && abs($0[1].x.value - $0[0].x.value) > 200
    }
    #expect(areas.count < 10)
  }
}

extension Scene {
  /// The words with the places of their baselines.
  fileprivate var texts: [(text: String, place: Point)] { elements.flatMap(\.texts) }
}

extension SceneElement {
  fileprivate var texts: [(text: String, place: Point)] {
    switch self {
    case .text(let run, let point, _, _): [(run.text, point)]
    case .group(let group): group.elements.flatMap(\.texts)
    default: []
    }
  }
}
