import Drawing
import Testing
import TestSupport

@testable import Pages

@Suite struct LayoutPropertyTests {
  /// A table of random size whose words are all different; some cells hold many of them.
  private func table(_ name: String, using random: inout SeededGenerator) -> TableContent {
    let columns = Int.random(in: 1...18, using: &random)
    let rows = Int.random(in: 1...70, using: &random)
    let heads = (0..<columns).map { column in
      TableContent.Column(
        head: "Head \(column)", alignment: Bool.random(using: &random) ? .left : .right,
        hasBars: Int.random(in: 0..<8, using: &random) == 0)
    }
    let body = (0..<rows).map { row -> TableContent.Row in
      .cells(
        (0..<columns).map { column in
          let isLong = Int.random(in: 0..<60, using: &random) == 0
          let count = isLong ? Int.random(in: 20...120, using: &random) : 1
          return TableContent.Cell(
            (0..<count).map { "\(name)r\(row)c\(column)w\($0)" }.joined(separator: " "),
            bar: 0...0.5)
        })
    }
    return TableContent(columns: heads, rows: body, cut: "Cut", summary: "")
  }

  private func document(using random: inout SeededGenerator) -> Document {
    var content: [Content] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: content.append(.heading(level: 1, text: "Heading \(index)", anchor: "h\(index)"))
      case 1:
        let count = Int.random(in: 1...900, using: &random)
        let words = (0..<count).map { "p\(index)w\($0)" }.joined(separator: " ")
        content.append(.paragraph([Inline(words)]))
      case 2:
        content.append(
          .columns([
            (1, [.block(id: "l\(index)", [.table(table("l\(index)", using: &random))])]),
            (2, [.paragraph([Inline("beside\(index)")])]),
          ]))
      default:
        content.append(
          .block(
            id: "b\(index)",
            [.title("Title \(index)", subtitle: nil), .table(table("t\(index)", using: &random))]))
      }
    }
    return .of(content, title: "A random report")
  }

  /// The words of every cell but those of first columns, and of every paragraph.
  private func words(of content: [Content]) -> [String] {
    content.flatMap { content -> [String] in
      switch content {
      case .paragraph(let inlines):
        inlines.flatMap { $0.text.split(separator: " ").map(String.init) }
      case .block(_, let inner): words(of: inner)
      case .columns(let columns): columns.flatMap { words(of: $0.content) }
      case .table(let table):
        table.rows.flatMap { row in
          table.columns.indices.dropFirst().flatMap { column in
            (row.cell(column)?.text ?? "").split(separator: " ").map(String.init)
          }
        }
      default: []
      }
    }
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func everyWordIsPrintedOnce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let document = document(using: &random)
    let placed = document.placed(on: seed % 2 == 0 ? .a4 : .letter)
    var counts: [String: Int] = [:]
    for word in placed.words("row") + placed.words("paragraph") { counts[word, default: 0] += 1 }
    let lost = words(of: document.content).filter { counts[$0] != 1 }
    #expect(lost.isEmpty, "lost or repeated: \(lost.prefix(5))")
  }

  @Test(arguments: 0..<24 as Range<UInt64>)
  func nothingStandsOutsideTheMargins(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let format: PageFormat = seed % 2 == 0 ? .a4 : .letter
    let placed = document(using: &random).placed(on: format)
    let right = format.size.width - format.side
    for page in placed.pages {
      let outside = page.texts.filter {
        $0.left < format.side - 0.01 || $0.right > right + 0.01 || $0.baseline < format.top
          || $0.baseline > format.size.height - format.bottom
      }
      #expect(outside.isEmpty, "outside: \(outside.prefix(3))")
    }
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func layoutIsTheSameEveryTime(seed: UInt64) {
    var first = SeededGenerator(seed: seed)
    var second = SeededGenerator(seed: seed)
    #expect(document(using: &first).placed() == document(using: &second).placed())
  }
}
