import Expressions
import Testing

@testable import DatabaseSQLite

@Suite struct DeclaredTypeTests {
  @Test(
    arguments: [
      ("DECIMAL(10,2)", .decimal, 2), ("decimal( 10 , 2 )", .decimal, 2),
      ("NUMERIC(5)", .decimal, 0),
      ("DECIMAL", .decimal, nil), ("BOOLEAN", .boolean, nil), ("date", .date, nil),
      ("TIMESTAMP", .timestamp, nil), ("timestamp with time zone", .timestamp, nil),
      ("DATETIME", .timestamp, nil), ("BIGINT", .integer, nil), ("UNSIGNED BIG INT", .integer, nil),
      ("INT", .integer, nil), ("VARCHAR(255)", .text, nil), ("STRING", .text, nil),
      ("NATIVE CHARACTER(70)", .text, nil), ("DOUBLE PRECISION", .double, nil),
      ("FLOAT", .double, nil),
      ("FLOATING POINT", .double, nil), ("REAL", .double, nil), ("BLOB", .unsupported("BLOB"), nil),
      ("INTERVAL", .unsupported("INTERVAL"), nil), ("GEOMETRY", .unsupported("GEOMETRY"), nil),
      ("TIME", .unsupported("TIME"), nil), ("", nil, nil), ("ANY", nil, nil),
    ] as [(String, ValueType?, Int?)])
  func declarationIsRead(_ declared: String, _ type: ValueType?, _ scale: Int?) {
    #expect(DeclaredType(declared).type == type)
    #expect(DeclaredType(declared).scale == scale)
  }
}
