import Charts
package import Diagnostics
import Evaluation
package import Expressions
import Formatting
import Frame
import JSON
package import Spec
import Statistics

/// A regression of a formula: coefficients with intervals, a forest plot, residuals; for a logistic
/// model odds ratios, ROC curve and calibration.
package struct RegressionBlock: Block {
  package static let kind = "regression"

  /// What model is fitted.
  enum ModelKind: String, Sendable, CaseIterable {
    case linear, logistic
  }

  /// What is printed.
  enum Show: String, Sendable, CaseIterable {
    case table, forest, residuals, roc, calibration
  }

  let data: QueryName
  let formula: Formula
  let formulaText: SourceText
  let model: ModelKind
  let errors: ModelErrors
  let clusters: ColumnChoice?
  let weights: ColumnChoice?
  let show: [Show]
  let level: Double

  package static func read(_ fields: FieldReader, in reading: BlockReading) -> RegressionBlock? {
    let data = fields.query("data")
    let formula = readFormula(fields)
    let model = fields.choice("kind", of: ModelKind.self) ?? .linear
    let (errors, clusters) = readErrors(fields, model)
    let weights = fields.has("weights") ? fields.columns("weights")?.first : nil
    let show = readShow(fields, model)
    let level = fields.number("level", in: 0.5...0.999) ?? 0.95
    guard let data, let formula else { return nil }
    return RegressionBlock(
      data: data, formula: formula.formula, formulaText: formula.text, model: model,
      errors: errors, clusters: clusters, weights: weights, show: show, level: level)
  }

  private static func readFormula(_ fields: FieldReader) -> (formula: Formula, text: SourceText)? {
    guard let node = fields.required("formula"),
      let text = node.text("'formula'", problems: fields.problems)
    else { return nil }
    do {
      return (try Formula(parsing: text.text), text)
    } catch {
      fields.problems.error(
        error.message, at: text.place(ofCharacter: error.offset),
        hints: error.hint.map { [$0] } ?? [])
      return nil
    }
  }

  /// `classic`, `hc3` or `cluster(column)`.
  private static func readErrors(_ fields: FieldReader, _ model: ModelKind)
    -> (ModelErrors, ColumnChoice?)
  {
    guard let text = fields.text("errors") else { return (.classic, nil) }
    let words = text.text.filter { !$0.isWhitespace }
    if model == .logistic, words != "classic" {
      fields.problems.error(
        "a logistic model has classic errors", at: text.place, hints: ["leave 'errors' out"])
    } else if words == "classic" || words == "hc3" {
      return (words == "hc3" ? .hc3 : .classic, nil)
    } else if text.text.hasPrefix("cluster("), text.text.hasSuffix(")") {
      let length = text.text.utf8.count
      let inner = text.slice(8..<length - 1)
      if let expression = Expression(parsing: inner, problems: fields.problems) {
        return (.cluster, ColumnChoice(name: inner.text, expression: expression))
      }
    } else {
      fields.problems.error(
        "there are no errors '\(text.text)'", at: text.place,
        hints: ["it takes classic, hc3 or cluster(column)"])
    }
    return (.classic, nil)
  }

  private static func readShow(_ fields: FieldReader, _ model: ModelKind) -> [Show] {
    guard let nodes = fields.list("show", orSingle: true) else { return [.table, .forest] }
    let known: [Show] =
      model == .linear ? [.table, .forest, .residuals] : [.table, .forest, .roc, .calibration]
    return nodes.compactMap { $0.text("'show'", problems: fields.problems) }.compactMap { text in
      if let show = known.first(where: { $0.rawValue == text.text }) { return show }
      fields.problems.error(
        "a \(model.rawValue) model has no '\(text.text)' to show", at: text.place,
        hints: ["it shows " + Words.list(known.map(\.rawValue))])
      return nil
    }
  }

  package var expressions: [(expression: Expression, over: String?)] {
    let columns = formula.uses.map(column)
    return (columns + [weights, clusters].compactMap { $0?.expression }).map { ($0, data.name) }
  }

  package var queries: [(name: String, place: SourcePlace)] { [(data.name, data.place)] }

  package func checkTypes(_ types: KnownTypes, _ problems: Problems) {
    let response = formula.response
    if model == .linear, response.function == nil || response.function == .category,
      let use = formula.uses.first, use.column == response.column,
      types(column(use), over: data.name) == .text
    {
      problems.error(
        "'\(response.column)' holds labels, not numbers", at: column(use).place,
        hints: [RegressionBlock.hintForLabels])
    }
    if let weights { types.needNumbers(weights, over: data, problems) }
  }

  private static let hintForLabels = "'kind: logistic' explains a column of two labels"

  private func column(_ use: Formula.Use) -> Expression {
    Expression(.name([use.column]), at: formulaText.place(ofCharacter: use.offset))
  }

  package func compose(id: String, in context: inout CompositionContext) throws(Diagnostic)
    -> ComposedBlock
  {
    let rows = try Rows(of: data, in: context.drawing)
    guard rows.count > 0 else { return .empty(rows.emptiness, results: noResults("no rows")) }
    let roles = ModelFrame.Roles(
      weights: try weights.map { choice throws(Diagnostic) in try rows.weights(choice) },
      clusters: try clusters.map { choice throws(Diagnostic) in try rows.column(choice) })
    let surroundings = RegressionSurroundings(
      response: formula.response.label, rowCount: rows.count, drawing: context.drawing,
      width: context.width, show: show, level: level)
    do {
      let frame = try ModelFrame(formula, rows.frame, roles)
      switch model {
      case .linear:
        let fit = try LinearModel(frame, errors: errors, level: level)
        return LinearModelPrinter(fit, clusters?.name, surroundings).block(id: id, own)
      case .logistic:
        let fit = try LogisticModel(frame, level: level)
        return LogisticModelPrinter(fit, surroundings).block(id: id, own)
      }
    } catch .invalidParameter(let words) {
      // The formula asks for what its columns are not: that is the author's to mend.
      let isLabels = model == .linear && words.hasSuffix("holds labels, not numbers")
      throw Diagnostic(
        words, at: formulaText.place, hints: isLabels ? [RegressionBlock.hintForLabels] : [])
    } catch {
      return .empty("No model: \(error.reason).", results: noResults(error.reason))
    }
  }

  private var own: ResultFields {
    [("formula", .string(formula.text)), ("model", .string(model.rawValue))]
  }

  private func noResults(_ reason: String) -> ResultFields {
    own + [("n", .count(0)), ("terms", .array([])), ("reason", .string(reason))]
  }
}

extension SourceText {
  /// The place of a character of the text, counted from 0.
  fileprivate func place(ofCharacter offset: Int) -> SourcePlace {
    let before = text.prefix(offset).utf8.count
    return place(of: before..<before + 1)
  }
}
