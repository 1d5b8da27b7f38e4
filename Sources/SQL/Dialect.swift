// CONTRACT: the SQL module's owner fills this protocol: identifier quoting, placeholders, wording
// of functions, capabilities. Other modules only hold `any Dialect` and read `name`.

/// How one database words SQL, and what it can do.
package protocol Dialect: Sendable {
  /// The name users give, such as `sqlite`.
  var name: String { get }
}
