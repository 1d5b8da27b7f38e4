package import Expressions
package import SQL

/// Apache Spark 4.0 and later, in a session whose zone is UTC and whose arithmetic follows ANSI.
///
/// Spark has no way to bind values: the driver writes them in the place of `:p1`, `:p2` … as
/// literals.
package struct SparkDialect: Dialect {
  package let name = "spark"
  package let capabilities = Capabilities.spark
  package let placeholders = PlaceholderStyle.numbered(prefix: ":p")

  package init() {}
}

/// Databricks SQL: Spark's words, with values bound to named markers.
package struct DatabricksDialect: Dialect {
  package let name = "databricks"
  package let capabilities = Capabilities.spark.union(.boundValues)
  package let placeholders = PlaceholderStyle.numbered(prefix: ":p")

  package init() {}
}

/// What Spark and Databricks word alike.
package protocol SparkWording: Dialect {}

extension SparkDialect: SparkWording {}

extension DatabricksDialect: SparkWording {}

extension Capabilities {
  /// What Spark and Databricks can do.
  ///
  /// A filter is worded with CASE: before version 4 none may stand beside a window.
  fileprivate static let spark: Capabilities = [
    .windowFunctions, .outerJoins, .windowedQuantiles, .exactDecimals, .shapeStatistics,
    .reflectedComments, .catalogs,
  ]
}

extension SparkWording {
  package func quoted(_ name: String) -> String { name.quoted(with: "`") }

  package func typeName(_ type: ValueType) -> String { SparkTypes.name(type) }

  /// Whole numbers are of 64 bits: a sum of two columns of 32 would not fit into theirs.
  package func wording(of sign: BinaryOperator, _ left: Worded, _ right: Worded) -> String {
    switch sign {
    case .add, .subtract, .multiply:
      guard left.type == .integer, right.type == .integer, !left.sql.hasPrefix("CAST(") else {
        return StandardWording.wording(of: sign, left, right, in: self)
      }
      return "CAST(\(left) AS BIGINT) \(sign.rawValue) \(right)"
    // Spark's remainder is exact for decimals and Java's for doubles.
    case .remainder: return "\(left) % \(StandardWording.nonZero(right))"
    default: return StandardWording.wording(of: sign, left, right, in: self)
    }
  }

  /// Spark's casts cut where others round.
  package func wording(casting value: Worded, to type: ValueType) -> String {
    switch (value.type, type) {
    case (.double, .integer), (.decimal, .integer): "CAST(ROUND(\(value)) AS BIGINT)"
    case (.decimal, .decimal): value.standingAlone
    // 20 digits hold every whole number, and leave 18 for what it is added to.
    case (.integer, .decimal): "CAST(\(value) AS DECIMAL(20, 0))"
    case (.double, .text): doubleAsText(value)
    case (.timestamp, .text): momentAsText(value)
    default: "CAST(\(value) AS \(typeName(type)))"
    }
  }

  /// Whole doubles without their `.0`, as everywhere.
  private func doubleAsText(_ value: Worded) -> String {
    """
    CASE WHEN \(value) = FLOOR(\(value)) AND ABS(\(value)) < 1e15D \
    THEN CAST(CAST(\(value) AS BIGINT) AS STRING) ELSE CAST(\(value) AS STRING) END
    """
  }

  /// Six digits after the second, or none.
  private func momentAsText(_ value: Worded) -> String {
    """
    DATE_FORMAT(\(value), CASE WHEN UNIX_MICROS(\(value)) % 1000000 = 0 \
    THEN 'yyyy\\u002dMM\\u002ddd HH:mm:ss' ELSE 'yyyy\\u002dMM\\u002ddd HH:mm:ss.SSSSSS' END)
    """
  }

  /// A backslash in a pattern would take the next character as it is: two of them stand for one.
  package func wording(
    matching value: Worded, with pattern: Worded, caseSensitive: Bool, negated: Bool
  ) -> String {
    let plain = "REPLACE(\(pattern), '\\\\', '\\\\\\\\')"
    return "\(value) \(negated ? "NOT " : "")\(caseSensitive ? "LIKE" : "ILIKE") \(plain)"
  }
}

extension Worded {
  /// The text as one operand.
  fileprivate var standingAlone: String { sql.contains(" ") ? "(\(sql))" : sql }
}
