/// The types of a report's expressions, as far as they are known before anything runs.
package struct KnownTypes {
  private let type: (Expression, String?) -> ValueType?

  /// Makes the knowledge from a function of an expression and the query whose rows it is computed
  /// over; nil is what nobody knows yet, such as the columns of raw SQL.
  package init(_ type: @escaping (Expression, String?) -> ValueType?) { self.type = type }

  /// The type of an expression over the rows of a query; nil where it is not known, has an error or
  /// is that of `null`, which fits everywhere.
  package func callAsFunction(_ expression: Expression, over query: String?) -> ValueType? {
    switch type(expression, query) {
    case nil, .null, .unsupported: nil
    case let type?: type
    }
  }
}
