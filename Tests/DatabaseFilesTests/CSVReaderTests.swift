import Database
import DatabaseFiles
import TestSupport
import Testing

@Suite struct CSVReaderTests {
  /// A file and the rows that it holds, cells divided by bars.
  @Test(arguments: [
    ("a,b\n1,2\n", ["1|2"]),
    ("a,b\r\n1,2\r\n", ["1|2"]),
    ("a,b\r1,2\r3,4", ["1|2", "3|4"]),
    ("a,b\n1,2", ["1|2"]),
    ("\u{FEFF}a,b\nx,y\n", ["x|y"]),
    ("a,b\n\"x,\ny\",\"z \"\"q\"\"\"\n", ["x,\ny|z \"q\""]),
    ("a,b\n\"x\r\ny\",z\n", ["x\r\ny|z"]),
    ("a,b\n,\"\"\n", ["null|"]),
    ("a;b\n1,5;x\n", ["1,5|x"]),
    ("a\tb\nx y\tz\n", ["x y|z"]),
    ("\"a,1\";b\nx;y\n", ["x|y"]),
    ("a,b\n\n1,2\n\n\n3,4\n\n", ["1|2", "3|4"]),
    ("a\n1\n\n3\n", ["1", "null", "3"]),
    ("a,b\nx\"y,z\n", ["x\"y|z"]),
    ("a,b\n\"\"\"\",x", ["\"|x"]),
    ("a,b\n ü , 😀\n", [" ü | 😀"]),
    ("a,b\n1,", ["1|null"]),
    ("a,b\n", []), ("a,b", []), ("a", []),
  ])
  func rowsAreReadAsTheyAreMeant(_ text: String, _ rows: [String]) async throws {
    let fixture = try FolderFixture(["t.csv": text])
    #expect(try await fixture.fetch("SELECT * FROM t").lines == rows)
  }

  @Test(arguments: [
    ("", "'t.csv': the file is empty; it needs a header line with the columns' names"),
    ("\n\n", "'t.csv': the file is empty; it needs a header line with the columns' names"),
    ("a,b\n1,2\n1\n", "'t.csv', line 3: found 1 field, expected 2 as in the header"),
    (
      "a,b\r\n\"x\r\ny\",2\r\n1,2,3\r\n",
      "'t.csv', line 4: found 3 fields, expected 2 as in the header"
    ),
    ("a,b\n1,\"x\n\n", "'t.csv', line 2: the quote that opens here is never closed"),
    (
      "a,b\n1,\"x\"y\n",
      "'t.csv', line 2: found text after a closing quote; a quote inside is doubled"
    ),
    ("a,,c\n1,2,3\n", "'t.csv', line 1: column 2 of the header has no name"),
    ("\na,b,a\n", "'t.csv', line 2: two columns are named 'a'"),
    ("id,ID\n", "'t.csv', line 1: columns 'id' and 'ID' differ in capitals only"),
    ("a,b\n1,\u{0}\n", "'t.csv', line 2: found a zero byte, expected text in UTF-8"),
  ])
  func faultIsToldAtItsLine(_ text: String, _ message: String) async throws {
    let fixture = try FolderFixture(["t.csv": text])
    #expect(try await fixture.fault("t") == message)
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xE4, 0xF6, 0xFC],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreToldAtTheirLine(_ bytes: [UInt8]) async throws {
    let fixture = try FolderFixture()
    try fixture.write(Array("a,b\n1,2\nx,".utf8) + bytes, to: "t.csv")
    let message = """
      't.csv', line 3: found a byte that is not UTF-8; save the file as UTF-8, such as with \
      'iconv -t UTF-8'
      """
    #expect(try await fixture.fault("t") == message)
  }

  @Test func millionCharacterCellIsRead() async throws {
    let long = String(repeating: "ab\"\"\n", count: 200_000)
    let fixture = try FolderFixture(["t.csv": "a,b\n\"\(long)\",x\n1,y\n"])
    let frame = try await fixture.fetch("SELECT length(a) AS n, b FROM t")
    #expect(frame.lines == ["800000|x", "1|y"])
  }

  @Test func tooManyColumnsAreTold() async throws {
    let fixture = try FolderFixture(["t.csv": (0..<2001).map { "c\($0)" }.joined(separator: ",")])
    #expect(
      try await fixture.fault("t") == "'t.csv', line 1: found 2001 columns, expected at most 2000")
  }
}
