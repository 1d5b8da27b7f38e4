/// What differs between the two services that speak this protocol, as data.
struct Profile: Hashable, Sendable {
  let title: String
  /// Whether a session is opened in Databricks' way, with a catalog and a schema.
  let isDatabricks: Bool
  /// Whether the first rows may come with the answer to a statement.
  let hasDirectResults: Bool
  /// Whether values are bound; else they are written into the statement.
  let hasNativeParameters: Bool
  /// Settings of each session that make a query mean what it means elsewhere.
  let configuration: [String: String]

  /// A SQL warehouse or cluster of Databricks.
  ///
  /// Warehouses know their settings by these names.
  static let databricks = Profile(
    title: "Databricks", isDatabricks: true, hasDirectResults: true, hasNativeParameters: true,
    configuration: ["ansi_mode": "true", "timezone": "UTC"])

  /// Apache Spark's Thrift server.
  ///
  /// Without the last three a text of the spec could become SQL: `${…}` would be replaced by
  /// variables, backslashes would not escape, and double quotes would not begin a text.
  static let spark = Profile(
    title: "Spark", isDatabricks: false, hasDirectResults: false, hasNativeParameters: false,
    configuration: [
      "set:hiveconf:spark.sql.session.timeZone": "UTC",
      "set:hiveconf:spark.sql.ansi.enabled": "true",
      "set:hiveconf:spark.sql.timestampType": "TIMESTAMP_LTZ",
      "set:hiveconf:spark.sql.variable.substitute": "false",
      "set:hiveconf:spark.sql.parser.escapedStringLiterals": "false",
      "set:hiveconf:spark.sql.ansi.doubleQuotedIdentifiers": "false",
    ])
}
