import Diagnostics
import Drawing
import Fitness
import Frame
import TestSupport
import Testing

@testable import Charts

/// Specs drawn at random, of every mark with any settings over hard rows: each is refused with a
/// message at its place, or drawn, twice alike, in the width that was asked for.
@Suite struct ChartFuzzTests {
  @Test(arguments: 0..<20 as Range<UInt64>)
  func whatIsReadIsDrawn(_ seed: UInt64) throws {
    var dice = ChartDice(random: SeededGenerator(seed: seed))
    var drawn = 0
    for _ in 0..<40 {
      let yaml = dice.chart()
      let width = Double.random(in: 120...720, using: &dice.random)
      let specimen = ChartSpecimen(name: "", yaml: yaml, width: width)
      do {
        let chart = try specimen.draw(
          frames: EveryMarkTests.frames, width: width, measuring: FixedMeasuring())
        drawn += 1
        #expect(chart.scene.size.width.value == width, "\(yaml)")
        #expect(chart.scene.size.height > 0, "\(yaml)")
        let strays = SceneFindings(chart.scene).all.filter { $0.rule == "marks-inside" }
        #expect(strays.isEmpty, "\(yaml): \(strays)")
        #expect(
          try chart.golden
            == specimen.draw(
              frames: EveryMarkTests.frames, width: width, measuring: FixedMeasuring()
            ).golden, "\(yaml)")
      } catch let refusal as ChartSpecimen.Unreadable {
        #expect(!refusal.told.isEmpty, "\(yaml)")
      } catch let refusal as Diagnostic {
        #expect(refusal.place != nil, "\(yaml): \(refusal)")
      }
    }
    #expect(drawn > 0)
  }
}

/// Throws dice for a chart's spec.
private struct ChartDice {
  var random: SeededGenerator

  init(random: SeededGenerator) { self.random = random }

  mutating func chart() -> String {
    let data = pick(EveryMarkTests.frames.keys.sorted())
    let names = EveryMarkTests.frames[data]?.names ?? []
    var fields = ["data: \(data)"]
    if chance(0.25) {
      let layers = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "{ \(layer(names).joined(separator: ", ")) }"
      }
      fields.append("layers: [\(layers.joined(separator: ", "))]")
    } else {
      fields += layer(names)
    }
    if chance(0.1) { fields.append("height: \(Int.random(in: 40...700, using: &random))") }
    if chance(0.1) { fields.append("ratio: 0.1") }
    if chance(0.2) { fields.append("interval: \(pick(["confidence", "prediction", "none"]))") }
    return "{ \(fields.joined(separator: ", ")) }"
  }

  private mutating func layer(_ names: [String]) -> [String] {
    let mark = pick(MarkCatalogue.all.map { $0.name })
    guard let type = MarkCatalogue.mark(named: mark) else { return [] }
    var fields = ["mark: \(mark)"]
    let optional = (type.takes + [.facet, .weight]).filter { _ in chance(0.35) }
    for channel in (type.needs + optional).unique {
      fields.append("\(channel.rawValue): \(self.channel(names))")
    }
    if chance(0.2) { fields.append("opacity: 0.5") }
    if type.traits.contains(.carriesTrend), chance(0.4) {
      fields.append("trend: \(pick(TrendKind.allCases.map(\.rawValue)))")
    }
    if type.settingKeys.contains("stack"), chance(0.5) { fields.append("stack: true") }
    return fields
  }

  private mutating func channel(_ names: [String]) -> String {
    let column = "\"\(pick(names))\""
    let value = pick([
      column, column, column, column, "bin(\(column), 7)", "count()", "mean(\(column))",
      "min(\(column))", "moving_average(\(column), 3)", "cumulative(\(column))", "1", "'words'",
      "null",
    ])
    guard chance(0.4) else { return "'\(value.replacing("'", with: "''"))'" }
    var fields = ["value: '\(value.replacing("'", with: "''"))'"]
    if chance(0.5) { fields.append("scale: \(pick(ScaleKind.allCases.map(\.rawValue)))") }
    if chance(0.3) {
      fields.append(
        "domain: [\(pick(["-1", "0", "a", "1e308"])), \(pick(["0", "5", "b", "1e-9"]))]")
    }
    if chance(0.2) { fields.append("format: '\(pick([".0%", "~s", "%Y", ",.3f"]))'") }
    if chance(0.2) { fields.append("sort: \(pick(["-value", "name", "data"]))") }
    if chance(0.2) { fields.append("zero: \(pick(["true", "false"]))") }
    if chance(0.2) { fields.append("timezone: \(pick(["UTC", "Australia/Lord_Howe"]))") }
    if chance(0.2) { fields.append("label: '\(pick(["", "Weight (lb)", "שלום"]))'") }
    return "{ \(fields.joined(separator: ", ")) }"
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &random) < share
  }

  private mutating func pick<T>(_ choices: [T]) -> T {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
