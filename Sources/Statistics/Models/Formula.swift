/// A regression formula such as `risk ~ age + weight * smoker + log(income) + height^2`, read and
/// multiplied out.
///
/// `a:b` is the interaction of two terms, `a*b` is short for `a + b + a:b`; parentheses group sums.
/// `^` is a power (2 to 20), so `x^2` squares x. `- 1` or `+ 0` leaves the intercept out, `- a` takes
/// a term away again. `log`, `sqrt` and `exp` transform a column of numbers, `category` treats one as
/// labels; `category(x, base = 'High')` states the label that others are compared with. A name with
/// other characters than letters, digits, `_` and `.` stands in double quotes.
///
/// - Source: G. N. Wilkinson and C. E. Rogers, *Applied Statistics* 22 (1973), 392–399.
package struct Formula: Hashable, Sendable {
  /// One use of a column: where in the text and as what.
  package struct Use: Hashable, Sendable {
    /// The column's name.
    package let column: String
    /// How many characters stand before it.
    package let offset: Int
  }

  /// The formula as it was written.
  package let text: String
  /// What is explained.
  package let response: FormulaFactor
  /// What explains it: main effects first, then interactions by their number of factors.
  package let terms: [FormulaTerm]
  /// Whether there is a term for the mean level.
  package let hasIntercept: Bool
  /// Every use of a column, in the order of the text.
  package let uses: [Use]

  /// Reads a formula.
  package init(parsing text: String) throws(FormulaError) {
    var parser = try FormulaParser(text)
    let (response, sum) = try parser.formula()
    self.text = text
    self.response = response
    hasIntercept = sum.contains(FormulaTerm([]))
    let present = sum.filter { !$0.factors.isEmpty }
    // A stable sort by degree: main effects stay in the order in which they were written.
    let degrees = Set(present.map(\.factors.count)).sorted()
    terms = degrees.flatMap { degree in present.filter { $0.factors.count == degree } }
    uses = parser.uses
    if terms.isEmpty, !hasIntercept {
      throw FormulaError("the formula has no term", offset: 0, hint: "write 1 for a mean level")
    }
    if terms.contains(where: { $0.factors.contains(response) }) {
      throw FormulaError(
        "'\(response.label)' stands on both sides of '~'", offset: 0,
        hint: "take it from the terms on the right")
    }
  }
}

/// A product of factors: one term of a formula; no factors mean the intercept.
package struct FormulaTerm: Hashable, Sendable {
  /// The factors in the order of their first appearance, none twice.
  package let factors: [FormulaFactor]

  /// The term as a formula writes it, such as `age:smoker`.
  package var label: String { factors.map(\.label).joined(separator: ":") }

  init(_ factors: [FormulaFactor]) { self.factors = factors }

  /// The interaction with another term; a factor in both counts once.
  func interacting(with other: FormulaTerm) -> FormulaTerm {
    FormulaTerm(factors + other.factors.filter { !factors.contains($0) })
  }

  package static func == (a: FormulaTerm, b: FormulaTerm) -> Bool {
    Set(a.factors) == Set(b.factors)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(Set(factors)) }
}

/// A column, perhaps transformed, as a formula names it.
package struct FormulaFactor: Hashable, Sendable {
  /// What is done to a column before it enters a model.
  package enum Function: String, Hashable, Sendable, CaseIterable {
    /// The natural logarithm.
    case log
    /// The square root.
    case sqrt
    /// The exponential.
    case exp
    /// The values as labels.
    case category
  }

  /// The column's name.
  package let column: String
  /// What is done to it; nil for nothing.
  package let function: Function?
  /// The power of the result, 1 for itself.
  package let power: Int
  /// The label that others are compared with; nil for the first.
  package let base: String?

  /// The factor as a formula writes it, such as `log(age)^2`; the base is not told.
  package var label: String {
    let inner = function.map { "\($0.rawValue)(\(column))" } ?? column
    return power == 1 ? inner : "\(inner)^\(power)"
  }

  init(_ column: String, function: Function? = nil, power: Int = 1, base: String? = nil) {
    (self.column, self.function, self.power, self.base) = (column, function, power, base)
  }
}

/// What is wrong with a formula, and where.
package struct FormulaError: Error, Hashable, Sendable {
  /// What was found and what was expected.
  package let message: String
  /// How many characters of the formula stand before the place.
  package let offset: Int
  /// One thing to do; nil where the message says it.
  package let hint: String?

  init(_ message: String, offset: Int, hint: String? = nil) {
    (self.message, self.offset, self.hint) = (message, offset, hint)
  }
}
