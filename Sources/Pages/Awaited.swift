import Diagnostics
import Evaluation
import Expressions
import Formatting

// Stands in until the parser and the templates land.
extension Expression {
  init?(parsing text: SourceText, problems: Problems) {
    self.init(.name([text.text]), at: text.place)
  }
}

struct TextTemplate: Sendable {
  enum Piece: Hashable, Sendable {
    case literal(String)
    case value(String)
  }
  let text: String
  let expressions: [Expression] = []
  init?(parsing text: SourceText, problems: Problems) { self.text = text.text }
  func render(_ evaluator: Evaluator, _ formatter: ValueFormatter) throws(Diagnostic) -> [Piece] {
    [.literal(text)]
  }
}
