import CPostgres

/// One result of libpq's with one owner; it is cleared when the owner ends.
struct ServerResult: ~Copyable {
  let pointer: OpaquePointer

  deinit { PQclear(pointer) }

  var status: ExecStatusType { PQresultStatus(pointer) }

  var rowCount: Int { Int(PQntuples(pointer)) }

  var columnCount: Int { Int(PQnfields(pointer)) }

  /// The text in a row and column of a result in text format; nil for null.
  func text(_ row: Int, _ column: Int) -> String? {
    let (row, column) = (Int32(row), Int32(column))
    guard PQgetisnull(pointer, row, column) == 0, let bytes = PQgetvalue(pointer, row, column)
    else { return nil }
    return String(cString: bytes)
  }

  /// The texts of a row.
  func texts(_ row: Int) -> [String?] { (0..<columnCount).map { text(row, $0) } }

  /// A column's name.
  func name(_ column: Int) -> String {
    PQfname(pointer, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// A column's type by PostgreSQL's number.
  func type(_ column: Int) -> Oid { PQftype(pointer, Int32(column)) }

  /// A column's type modifier, -1 where there is none.
  func modifier(_ column: Int) -> Int { Int(PQfmod(pointer, Int32(column))) }

  /// A field of an error, such as PG_DIAG_SQLSTATE.
  func field(_ code: ErrorField) -> String? {
    PQresultErrorField(pointer, Int32(code.rawValue.value)).map { String(cString: $0) }
  }

  /// The fields of an error, by libpq's letters, which Swift does not import.
  enum ErrorField: Unicode.Scalar {
    case state = "C"
    case message = "M"
    case detail = "D"
    case hint = "H"
    case position = "P"
  }
}
