// FetchRows URL [RUNS]: times fetching 1,000,000 rows of bigint, double, short text and timestamp
// into columns, as the peers' fetch_rows.py does, and prints one JSON line.
import Database
import DatabaseDuckDB
import DatabasePostgres
import DatabaseSQLite
import DatabaseSpark
import Frame
import Glibc
import SQL

/// The rows as the peers select them; Spark makes them in the query.
private func query(for url: DatabaseURL) -> String {
  guard url.system == .spark || url.system == .databricks else {
    return "SELECT id, x, s, t FROM fetch_rows"
  }
  return """
    SELECT id, id * 0.37D AS x, concat('s', lpad(CAST(id AS string), 7, '0')) AS s, \
    timestamp_seconds(1767225600 + id) AS t FROM range(1000000)
    """
}

private func connect(_ url: DatabaseURL) async throws -> any Connection {
  let options = ConnectionOptions(environment: { getenv($0).map { String(cString: $0) } })
  return switch url.system {
  case .sqlite: try SQLiteConnection(url)
  case .duckdb: try DuckDBConnection(url, options)
  case .postgresql: try PostgreSQLConnection(url, options)
  case .databricks, .spark: try SparkConnection(url, options)
  case .files: throw DatabaseError.cannotConnect(url.redacted, reason: "not measured")
  }
}

private func seconds() -> Double {
  var now = timespec()
  clock_gettime(CLOCK_MONOTONIC, &now)
  return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
}

private func peakMiB() -> Int {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return usage.ru_maxrss / 1024
}

guard CommandLine.arguments.count >= 2 else {
  print("usage: FetchRows URL [RUNS]")
  exit(2)
}
let url = try DatabaseURL(CommandLine.arguments[1])
let runs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 3 : 3
let select = CompiledQuery(sql: query(for: url), bindings: [], columns: [])
var times: [Double] = []
var rows = 0
var types = ""
// With a connection open, so that a library loaded at run time is not counted as rows.
private let opened = try await connect(url)
let atStart = peakMiB()
for _ in 0..<runs {
  let start = seconds()
  let frame = try await connect(url).fetch(select, parameters: [:])
  times.append(seconds() - start)
  rows = frame.rowCount
  types = frame.columns.map(\.type.rawValue).joined(separator: " ")
}
let median = times.sorted()[times.count / 2]
// Int64, double and timestamp take 8 bytes, a String 16.
let columns = Double(rows * 40) / 1_048_576
print(
  """
  {"case": "broadsheet_\(url.system.rawValue)", "seconds": \(rounded(median)), \
  "first": \(rounded(times[0])), "runs": \(runs), "rows": \(rows), "types": "\(types)", \
  "peak_mib": \(peakMiB()), "start_mib": \(atStart), "columns_mib": \(rounded(columns))}
  """)

func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
