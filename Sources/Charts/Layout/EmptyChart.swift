import Drawing
import Frame
import JSON

/// What stands in the place of a chart that has nothing to draw.
struct EmptyChart {
  let inputs: [LayerInput]
  let words: Words
  /// The side on which layers do not agree, where that is why nothing can be drawn.
  var dispute: Side?
  /// Why the first mark has nothing to draw, where that is why.
  var hindrance: String?

  /// One line that says why.
  private var reason: String {
    if let dispute {
      return
        "Nothing to draw: \(dispute.channel.rawValue) has categories in one layer and numbers in another."
    }
    if let hindrance { return "Nothing to draw: \(hindrance)." }
    let rows = inputs.map(\.rows.count).max() ?? 0
    guard rows > 0 else { return "No rows to draw." }
    let lost = inputs.flatMap(\.usableRows.leftOut.entries).filter(\.reason.isDropped)
    let labels = lost.map { words.inSentence($0.label.oneLine) }.unique
    let lacks = labels.prefix(3).joined(separator: ", ")
    return lacks.isEmpty
      ? "Nothing to draw."
      : "Nothing to draw: none of \(words.rows(rows)) has a usable value of \(lacks)."
  }

  /// A chart of that line alone.
  func chart(width: Points, in context: DrawingContext) -> Chart {
    let font = context.theme.body
    let text = context.measuring.fitted(reason, font, width: width)
    let line = SceneElement.text(
      TextRun(text, font: font, paint: context.theme.grey), at: Point(x: 0, y: 14), anchor: .start,
      rotation: 0)
    let dropped = inputs.first?.rows.count ?? 0
    let names =
      inputs.first.map { input in
        Channel.allCases.compactMap { input.rows[$0]?.label }.unique
      } ?? []
    let empty = names.map { (name: $0, column: Column(doubles: [])) }
    return Chart(
      title: nil, subtitle: nil,
      scene: Scene(
        size: Size(width: width, height: 24), elements: [.group(SceneGroup([line], role: "empty"))]),
      note: nil, altText: "No chart: \(reason)", data: DataFrame(empty),
      results: [("points", .count(0)), ("dropped", .count(dropped))])
  }
}
