import Charts
import Diagnostics
import Evaluation

extension TextTemplate {
  /// The text with its values, as it stands: no part of it is Markdown.
  func plain(in context: DrawingContext) throws(Diagnostic) -> String {
    try render(context.evaluator, context.formatter).map { piece in
      switch piece {
      case .literal(let text), .value(let text): text
      }
    }
    .joined()
  }
}
