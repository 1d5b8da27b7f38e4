import Expressions
import Diagnostics
import Evaluation
import Spec

extension ChartPlan {
  /// The author's words that have values in them.
  var templates: [TextTemplate] {
    let labels = layers.flatMap { layer in
      Channel.allCases.map { layer.channels[$0]?.settings.labelTemplate }
    }
    return ([wishes.subtitleTemplate, wishes.sourceTemplate] + labels).compactMap(\.self)
  }

  /// The plan with the values put into the author's words.
  func worded(in context: DrawingContext) throws(Diagnostic) -> ChartPlan {
    var plan = self
    if let template = wishes.subtitleTemplate {
      plan.wishes.subtitle = try template.text(in: context)
    }
    if let template = wishes.sourceTemplate {
      plan.wishes.source = try template.text(in: context)
    }
    for index in layers.indices {
      for (channel, read) in layers[index].channels {
        guard let template = read.settings.labelTemplate else { continue }
        plan.layers[index].channels[channel]?.settings.label = try template.text(in: context)
      }
    }
    return plan
  }
}

extension TextTemplate {
  fileprivate func text(in context: DrawingContext) throws(Diagnostic) -> String {
    try text(with: context.evaluator, formatter: context.formatter)
  }
}

extension FieldReader {
  /// A field that is a text with `{{ expression }}` parts: the text where it has none, else the
  /// template.
  func words(_ key: String) -> (String?, TextTemplate?) {
    guard let text = text(key),
      let template = TextTemplate(parsing: text, problems: problems)
    else { return (nil, nil) }
    let plain = template.plainWords
    return (plain, plain == nil ? template : nil)
  }
}
