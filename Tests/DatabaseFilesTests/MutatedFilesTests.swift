@testable import DatabaseFiles
import Foundation
import TestSupport
import Testing

/// Files with random faults are read or told of, and read alike however little is read at a time.
@Suite struct MutatedFilesTests {
  private static let seeds: [(name: String, text: String)] = [
    (
      "t.csv",
      "id,name,day,price\r\n1,\"a \"\"b\"\",\nc\",2026-01-31,1.50\r\n-2,ü😀,2026-02-01T10:00Z,\r\n"
    ),
    ("t.tsv", "a\tb\n1e5\ttrue\n\"\"\t12345678901234567890\n"),
    (
      "t.jsonl",
      #"{"id":1,"s":"\u00e9\ud83d\ude00\n","n":[1,{"x":null}],"d":"2026-01-31"}"# + "\n"
        + #"{"id":-2.5e3,"t":true,"s":null,"q":"ü"}"# + "\n"
    ),
  ]

  private static let spice: [UInt8] =
    Array("\"\"\n\r,;\t{}[]:\\u0é.e-\u{0}".utf8) + [0xFF, 0xC3, 0x80]

  @Test(arguments: 0..<20 as Range<UInt64>)
  func mutatedFileIsReadOrTold(_ seed: UInt64) throws {
    let fixture = try FolderFixture()
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      let (name, text) = MutatedFilesTests.seeds[Int.random(in: 0..<3, using: &generator)]
      let bytes = mutated(Array(text.utf8), &generator)
      try fixture.write(bytes, to: name)
      let file = try #require(TableFile(name, in: fixture.folder.path))
      let outcomes = [16, 1 << 16].map { capacity in outcome(of: file, capacity) }
      guard outcomes[0] == outcomes[1] else {
        Issue.record(
          "seed \(seed): \(outcomes) for \(String(reflecting: String(decoding: bytes, as: UTF8.self)))"
        )
        return
      }
    }
  }

  private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let byte = MutatedFilesTests.spice[
        Int.random(in: 0..<MutatedFilesTests.spice.count, using: &generator)]
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: bytes[place...], at: place)
      }
    }
    return bytes
  }

  /// What reading gives, in words: the rows, or the fault.
  private func outcome(of file: TableFile, _ capacity: Int) -> String {
    do throws(FileFault) {
      let window = try FileWindow(file.path, capacity: capacity)
      var inspection = Inspection()
      let finding = try file.read(window, &inspection)
      window.rewind()
      var loading = Loading(columns: finding.columns, sink: FrameSink(finding.columns))
      let rows = try file.read(window, &loading)
      guard rows == finding.rows else { return "\(rows) rows, and \(finding.rows) before" }
      return finding.columns.isEmpty
        ? "no columns" : loading.sink.frame.lines.joined(separator: "\n")
    } catch {
      guard !error.reason.isEmpty, error.reason.first?.isUppercase == false else {
        return "no reason"
      }
      // What is seen first, a wrong byte or a wrong record before it, depends on what is read at a
      // time.
      return error.reason.contains("byte") || isBroken(file) ? "bytes" : "\(error)"
    }
  }

  private func isBroken(_ file: TableFile) -> Bool {
    guard let data = FileManager.default.contents(atPath: file.path) else { return false }
    return data.contains(0) || String(validating: data, as: UTF8.self) == nil
  }
}
