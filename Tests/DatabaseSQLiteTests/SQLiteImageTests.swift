import CSQLite
import Database
@testable import DatabaseSQLite
import Expressions
import Frame
import SQL
import TestSupport
import Testing

@Suite struct SQLiteImageTests {
  private static let table = SQLiteTable(
    name: "t\"t",
    columns: [.init(name: "n", declaredType: "INTEGER"), .init(name: "x", declaredType: "TEXT")])

  private func image(
    extending other: SQLiteImage? = nil, _ table: SQLiteTable = table,
    _ write: (inout SQLiteTableWriter) -> Void
  ) throws -> SQLiteImage {
    let builder = try SQLiteImageBuilder(extending: other, [table])
    var writer = builder.writer(into: table.name)
    write(&writer)
    writer.finish()
    return builder.finish()
  }

  private func rows(_ image: SQLiteImage, _ sql: String) async throws -> [String] {
    let frame = try await SQLiteConnection(image).fetch(raw(sql), parameters: [:])
    return (0..<frame.rowCount).map { row in
      frame.columns.map { "\($0[row])" }.joined(separator: "|")
    }
  }

  private func append(_ text: String, to writer: inout SQLiteTableWriter) {
    var text = text
    text.withUTF8 { writer.append($0) }
  }

  /// One leaf, two levels, three levels; the last shares its children between two pages.
  @Test(arguments: [0, 1, 2, 400, 5_000, 300_000])
  func rowsAreReadBackAndSQLiteFindsNoFault(_ count: Int) async throws {
    let image = try image { writer in
      for row in 0..<count {
        writer.append(Int64(row) &* 0x1234_5678_9ABC)
        if row % 7 == 0 { writer.appendMissing() } else { append("row \(row)", to: &writer) }
        writer.endRow()
      }
    }
    #expect(try await rows(image, "PRAGMA integrity_check") == ["ok"])
    let sum = (0..<count).reduce(0 as Int64) { $0 &+ Int64($1) &* 0x1234_5678_9ABC & 0xFFFF }
    let sql = """
      SELECT count(*), count(x), ifnull(max(rowid), 0), ifnull(sum(n & 65535), 0),
        ifnull(sum(x = 'row ' || (rowid - 1)), 0) FROM "t""t"
      """
    let texts = count - (count + 6) / 7
    #expect(try await rows(image, sql) == ["\(count)|\(texts)|\(count)|\(sum)|\(texts)"])
  }

  /// Around the ends of each width that SQLite writes whole numbers in.
  @Test func wholeNumbersOfEveryWidthAreReadBack() async throws {
    var numbers: [Int64] = [0, 1, -1, .min, .max]
    for bits in [7, 15, 23, 31, 47] as [Int64] {
      let power: Int64 = 1 << bits
      numbers += [power - 1, power, -power, -power - 1]
    }
    let image = try image { writer in
      for number in numbers {
        writer.append(number)
        writer.append(Double(number))
        writer.endRow()
      }
    }
    #expect(try await rows(image, "SELECT n FROM \"t\"\"t\"") == numbers.map { "\($0)" })
  }

  /// Lengths around the ends of a leaf, of one page of the rest, and of two.
  @Test(arguments: [
    489...490, 4_040...4_070, 4_500...4_500, 8_130...8_170, 12_240...12_260, 1_000_000...1_000_000,
  ])
  func longRowsGoOnInOtherPages(_ lengths: ClosedRange<Int>) async throws {
    let all = Array(lengths)
    let image = try image { writer in
      for length in all {
        writer.append(Int64(length))
        append(String(repeating: "x", count: length - 1) + "y", to: &writer)
        writer.endRow()
      }
    }
    #expect(try await rows(image, "PRAGMA integrity_check") == ["ok"])
    let sql = "SELECT sum(length(x) = n AND x LIKE 'xx%xy') FROM \"t\"\"t\""
    #expect(try await rows(image, sql) == ["\(all.count)"])
  }

  @Test func wideRowsAreReadBack() async throws {
    let columns = (0..<2000).map { SQLiteTable.Column(name: "c\($0)", declaredType: "INTEGER") }
    let image = try image(SQLiteTable(name: "wide", columns: columns)) { writer in
      for row in 0..<3 {
        for column in 0..<2000 { writer.append(Int64(column * row)) }
        writer.endRow()
      }
    }
    #expect(try await rows(image, "PRAGMA integrity_check") == ["ok"])
    #expect(
      try await rows(image, "SELECT c0, c1, c1999 FROM wide") == ["0|0|0", "0|1|1999", "0|2|3998"])
  }

  @Test func imageIsExtendedByATable() async throws {
    let first = try image { writer in
      for row in 0..<2_000 {
        writer.append(Int64(row))
        writer.appendMissing()
        writer.endRow()
      }
    }
    let second = try image(
      extending: first, SQLiteTable(name: "u", columns: SQLiteImageTests.table.columns)
    ) {
      writer in
      writer.append(7 as Int64)
      append("seven", to: &writer)
      writer.endRow()
    }
    #expect(try await rows(second, "PRAGMA integrity_check") == ["ok"])
    #expect(
      try await rows(second, "SELECT t.n, x.x FROM \"t\"\"t\" t JOIN u x ON x.n = t.n") == [
        "7|seven"
      ])
    #expect(try await rows(first, "SELECT count(*) FROM \"t\"\"t\"") == ["2000"])
  }

  @Test func imageIsReadOnly() async throws {
    let image = try image { _ in }
    let connection = try SQLiteConnection(image)
    #expect(throws: DatabaseError.self) { try connection.run("CREATE TABLE other (a)") }
  }
}
