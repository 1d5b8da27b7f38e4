import DatabaseFiles
import DialectSuite
import Foundation
import Frame
import TestSupport
import Testing

/// Python, where the machine has it.
private let python: String? = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
  FileManager.default.isExecutableFile(atPath: $0)
}

/// Files that Python's csv and json modules write are read as what was written.
@Suite(.enabled(if: python != nil, "no python3 on this machine"))
struct PythonPeerTests {
  /// Writes the same 500 rows of hostile texts as CSV in several manners and as JSON-lines, and
  /// the lengths and sums that prove them.
  private static let script = #"""
    import csv, json, random, sys
    random.seed(7)
    letters = ['a', ' ', ',', ';', '"', "'", '\n', '\r\n', '\t', 'é', '\u0301', '😀', '漢', '\\', '0', '-', '\u200f', '|']
    rows = [(i, 'x' + ''.join(random.choice(letters) for _ in range(random.randrange(30))),
             random.randrange(10**6) / 100, random.choice([None, 'T', ''])) for i in range(500)]
    manners = {'comma': {}, 'semicolon': {'delimiter': ';'}, 'tab': {'delimiter': '\t'},
               'unix': {'lineterminator': '\n'}, 'quoted': {'quoting': csv.QUOTE_STRINGS if hasattr(csv, 'QUOTE_STRINGS') else csv.QUOTE_NONNUMERIC}}
    for name, manner in manners.items():
        with open(sys.argv[1] + '/' + name + '.csv', 'w', newline='', encoding='utf-8') as f:
            w = csv.writer(f, **manner)
            w.writerow(['id', 'text', 'price'])
            w.writerows(r[:3] for r in rows)
    for name, ascii in (('ascii', True), ('plain', False)):
        with open(sys.argv[1] + '/' + name + '.jsonl', 'w', encoding='utf-8') as f:
            for r in rows:
                f.write(json.dumps(dict(zip(['id', 'text', 'price', 'flag'], r)), ensure_ascii=ascii) + '\n')
    for r in rows: print(r[0], r[1].encode('utf-8').hex(), round(r[2] * 100))
    """#

  @Test func whatPythonWritesIsReadBack() async throws {
    let fixture = try FolderFixture()
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = ["-c", PythonPeerTests.script, fixture.folder.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let written = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let expected = written.split(separator: "\n").map { String($0) }
    for table in ["comma", "semicolon", "tab", "unix", "quoted", "ascii", "plain"] {
      let sql = """
        SELECT id || ' ' || lower(hex(text)) || ' ' || CAST(round(price * 100) AS INTEGER) AS row
        FROM "\(table)"
        """
      #expect(try await fixture.fetch(sql).lines == expected, "\(table)")
      #expect(try await fixture.columns(table)[2].hasPrefix("price: inferred decimal("))
    }
  }
}
