import Charts
import Diagnostics
import Evaluation

extension TextTemplate {
  /// The text with its values, as it stands: no part of it is Markdown.
  func plain(in context: DrawingContext) throws(Diagnostic) -> String {
    try text(with: context.evaluator, formatter: context.formatter)
  }
}
