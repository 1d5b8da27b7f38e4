import Charts
import Diagnostics
import Drawing
import Evaluation
import Formatting
import Frame
import JSON

/// A key figure with its value computed: the tile and its part of `results.json`.
struct ComposedFigure {
  let tile: FigureTile
  let result: JSONValue

  private static let sparkSize = Size(width: 64, height: 18)

  init(_ item: FiguresBlock.Item, in drawing: DrawingContext) throws(Diagnostic) {
    let formatter = drawing.formatter
    let label = try item.label.plain(in: drawing)
    let unit = try item.unit?.plain(in: drawing)
    let value = try drawing.evaluator.value(of: item.value)
    let formatted = formatter.text(value, format: item.format)
    let change = try Change(of: value, item, in: drawing)
    tile = FigureTile(
      label: label, value: formatted, unit: value.isNull ? nil : unit,
      comparison: change?.words, direction: change?.direction,
      sparkline: try ComposedFigure.spark(item.spark, in: drawing))
    var fields: ResultFields = [
      ("label", .string(label)), ("value", JSONValue(value)), ("formatted", .string(formatted)),
    ]
    if let change { fields += change.fields }
    result = .object(fields, reason: ComposedFigure.reason(value))
  }

  private static func reason(_ value: Value) -> String? {
    if value.isNull { return "no value" }
    if case .double(let number) = value, !number.isFinite { return "not a finite number" }
    return nil
  }

  private static func spark(_ spark: FiguresBlock.Spark?, in drawing: DrawingContext)
    throws(Diagnostic) -> Scene?
  {
    guard let spark else { return nil }
    let rows = try Rows(of: spark.data, in: drawing)
    let values = try rows.column(spark.value).numbers
    let scene = Sparkline.draw(values, size: sparkSize, paint: drawing.theme.accent)
    return scene.elements.isEmpty ? nil : scene
  }
}

/// How a figure compares with another value, in words that also say the direction.
private struct Change {
  let words: String
  /// -1 down, 0 unchanged, 1 up; nil where the two cannot be compared.
  let direction: Int?
  let fields: ResultFields

  init?(of value: Value, _ item: FiguresBlock.Item, in drawing: DrawingContext)
    throws(Diagnostic)
  {
    let label = try item.compareLabel?.plain(in: drawing)
    guard let expression = item.compare else {
      // A label alone is a plain remark under the number.
      guard let label else { return nil }
      (words, direction, fields) = (label, nil, [])
      return
    }
    let base = try drawing.evaluator.value(of: expression)
    let formatter = drawing.formatter
    let other = label ?? formatter.text(base, format: item.format)
    guard let now = value.number, let then = base.number, (now - then).isFinite else {
      words = "nothing to compare with"
      direction = nil
      fields = [("compare", JSONValue(base)), ("change", .null)]
      return
    }
    let difference = now - then
    fields = [("compare", JSONValue(base)), ("change", .number(difference))]
    let size = Change.size(difference, item.format, formatter)
    // What rounds to nothing is not told as a rise of 0.0.
    guard size.contains(where: { ("1"..."9").contains($0) }) else {
      (words, direction) = ("as \(other)", 0)
      return
    }
    words = "\(size) \(difference > 0 ? "above" : "below") \(other)"
    direction = difference > 0 ? 1 : -1
  }

  /// The difference without its sign: percentages differ by points.
  private static func size(
    _ difference: Double, _ format: ValueFormat?, _ formatter: ValueFormatter
  ) -> String {
    let size = abs(difference)
    guard let format, !format.isForDates else {
      return formatter.number(size, significant: 3)
    }
    guard format.text.last == "%" else { return formatter.text(.double(size), format: format) }
    let points = ValueFormat(String(format.text.dropLast()) + "f")
    return formatter.text(.double(size * 100), format: points) + " pt"
  }
}
