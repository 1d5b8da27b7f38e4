import Charts
import Dates
import Diagnostics
import Drawing
import Evaluation
import Formatting
import Frame
import JSON
import Spec
import TestSupport

/// A chart of the tests: its spec as YAML, drawn over small fixed data.
struct ChartSpecimen: Sendable, CustomStringConvertible {
  let name: String
  let yaml: String
  var width = 320.0

  var description: String { name }

  /// What is wrong with a spec, as a person reads it, and the plan where there is one.
  static func read(_ yaml: String) -> (plan: ChartPlan?, told: [String]) {
    let problems = Problems()
    guard let node = SpecReader.read(yaml, file: "chart.yaml", problems: problems) else {
      return (nil, problems.sorted.map(\.description))
    }
    let fields = FieldReader(node, subject: "a chart", problems: problems)
    let plan = ChartPlan.read(fields)
    fields.finish()
    return (plan, problems.sorted.map(\.description))
  }

  /// The chart, measured without fonts; throws where the spec cannot be read, and records an issue
  /// for each finding of the fitness gate.
  func draw(frames: [String: DataFrame] = SpecimenData.frames, width: Double? = nil) throws -> Chart
  {
    try SpecimenGate.hold(self) { width, measuring in
      try draw(frames: frames, width: width, measuring: measuring).scene
    }
    return try draw(frames: frames, width: width ?? self.width, measuring: FixedMeasuring())
  }

  /// The chart in some fonts, not held against the gate: for hostile specs, of which only a picture
  /// or a sentence is asked.
  func draw(frames: [String: DataFrame], width: Double, measuring: any TextMeasuring) throws
    -> Chart
  {
    let (plan, told) = ChartSpecimen.read(yaml)
    guard let plan, told.isEmpty else { throw Unreadable(told: told) }
    var context = DrawingContext.fixed(frames)
    context.measuring = measuring
    var colors = CategoryColors()
    return try ChartPipeline.draw(plan, width: Points(width), in: context, colors: &colors)
  }

  /// A spec that should have been readable.
  struct Unreadable: Error {
    let told: [String]
  }
}

extension DrawingContext {
  /// A context over some rows in which every character is equally wide.
  static func fixed(_ frames: [String: DataFrame]) -> DrawingContext {
    let data = ReportData(frames: frames, parameters: [:], now: Timestamp(microseconds: 0))
    return DrawingContext(
      evaluator: Evaluator(data), formatter: ValueFormatter(), theme: .standard,
      measuring: FixedMeasuring())
  }
}

extension Chart {
  /// All of the chart as text: the words around it, its results, its scene.
  var golden: String {
    [
      "subtitle: \(subtitle ?? "–")", "note: \(note ?? "–")", "alt: \(altText)",
      "data: \(data.names.joined(separator: ", ")) · \(data.rowCount) rows",
      "results: \(JSONValue.object(results).text())", scene.dump,
    ].joined(separator: "\n")
  }
}
