import Diagnostics
import Expressions
import Queries
import SQL
import Spec

/// The queries of a YAML mapping, read, with what was noted.
func read(_ yaml: String) -> (set: QuerySet, problems: Problems) {
  let problems = Problems()
  let node = SpecReader.read(yaml, file: "q.yaml", problems: problems)
  let entries = node?.entries("'queries'", problems: problems) ?? []
  return (QuerySet(reading: entries, problems: problems), problems)
}

/// The queries of a YAML mapping, checked against the sample tables, with what was noted.
func check(_ yaml: String) -> (queries: [CheckedQuery], told: [String]) {
  let (set, problems) = read(yaml)
  let queries = set.check(
    against: .sample,
    parameters: ["min_age": .integer, "since": .date, "cohort.gender": .text],
    problems: problems)
  return (queries, problems.told)
}

/// The SQL of the last query, without quotes.
func sql(_ yaml: String) -> (text: String, told: [String]) {
  let (queries, told) = check(yaml)
  let problems = Problems()
  let compiled = queries.last?.compiled(for: StandardDialect(), problems: problems)
  return ((compiled?.sql ?? "").replacing("\"", with: ""), told + problems.told)
}

extension Problems {
  /// What was noted, in the order of the file, one line each: `line:column: message; hint; hint`.
  var told: [String] {
    sorted.map { diagnostic in
      let place = diagnostic.place.map { "\($0.line):\($0.column): " } ?? ""
      return place + ([diagnostic.message] + diagnostic.hints).joined(separator: "; ")
    }
  }
}

extension Catalog {
  /// Users and sensor readings.
  static let sample: Catalog = {
    let users = TableRecord(
      name: TableName(["users"]),
      columns: [
        ColumnRecord(name: "id", type: .integer, declaredType: "INT", isNullable: false),
        ColumnRecord(name: "gender", type: .text, declaredType: "TEXT"),
        ColumnRecord(name: "age", type: .integer, declaredType: "INT"),
        ColumnRecord(name: "weight", type: .decimal, declaredType: "DECIMAL(10,2)", scale: 2),
      ])
    let sensors = TableRecord(
      name: TableName(["iot", "sensors"]),
      columns: [
        ColumnRecord(name: "user_id", type: .integer, declaredType: "INT"),
        ColumnRecord(name: "steps", type: .double, declaredType: "REAL"),
        ColumnRecord(name: "timestamp", type: .timestamp, declaredType: "TIMESTAMP"),
        ColumnRecord(name: "raw", type: .unsupported("BLOB"), declaredType: "BLOB"),
      ])
    let tables = [users, sensors].map { (TableKey(source: nil, table: $0.name), $0) }
    return Catalog(
      tables: Dictionary(uniqueKeysWithValues: tables),
      names: [nil: [users.name, sensors.name, TableName(["orders"])]])
  }()
}
