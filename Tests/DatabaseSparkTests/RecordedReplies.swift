import Database
import DialectSuite
import Foundation
import TestSupport
import Testing

@testable import DatabaseSpark

/// Replies of Apache Spark 4.3.0, as they came over the wire: one file each, named by its call.
enum RecordedReplies {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Replies")

  /// A reply and the call that it answers.
  struct Recording: Sendable {
    let call: String
    let bytes: [UInt8]
  }

  /// All of them, by the names of their files.
  static func all() throws -> [Recording] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
      .map { file in
        let call = file.deletingPathExtension().lastPathComponent.split(separator: "-")[1]
        return Recording(call: String(call), bytes: Array(try Data(contentsOf: file)))
      }
  }

  /// Writes the replies that a client got, without those that were there.
  fileprivate static func write(_ replies: [Recording]) throws {
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (place, reply) in replies.enumerated() {
      let name = String(format: "%02d-%@.bin", place + 1, reply.call)
      try Data(reply.bytes).write(to: folder.appending(path: name))
    }
  }

  /// A row for each difficulty, and a null in each place.
  fileprivate static let everyType = """
    SELECT * FROM VALUES
      (1Y, 2S, 3, 4L, 1.5F, 2.5D, 12.34BD, 'text', DATE '2026-03-31',
       TIMESTAMP '2026-03-31 13:45:10.5', TRUE, X'61ff', array(1, 2), map('k', 1), INTERVAL '1' DAY),
      (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
      (-1Y, -2S, -3, -4L, -0.1F, double('NaN'), -0.01BD, 'é名', DATE '0001-01-01',
       TIMESTAMP '9999-12-31 23:59:59.999999', FALSE, X'', array(), map(), INTERVAL '-1' SECOND)
    AS t(i8, i16, i32, i64, f, x, m, s, d, at, b, bytes, list, map, span)
    """
}

/// Keeps the replies that go through.
private final class Recorder: HTTPSending {
  private let inner = CurlClient(CurlClient.Settings())
  private var asked = ""
  private(set) var replies: [RecordedReplies.Recording] = []

  func begin(_ request: HTTPRequest) {
    var reader = ThriftReader(request.body, at: 4)
    asked = (try? reader.text()) ?? ""
    inner.begin(request)
  }

  func finish(_ watch: Watch) throws(HTTPFailure) -> HTTPReply {
    let reply = try inner.finish(watch)
    replies.append(RecordedReplies.Recording(call: asked, bytes: reply.body))
    return reply
  }
}

/// Renews the recordings: `UPDATE_GOLDEN=1` and a server of Apache Spark.
@Suite(
  .enabled(
    if: TestServer.spark.isExpected
      && ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"))
struct RecordingTests {
  @Test func repliesAreRecorded() async throws {
    let recorder = Recorder()
    let settings = try Settings(DatabaseURL(TestServer.spark.address), ConnectionOptions())
    let service = Service(settings, http: recorder, clock: LiveClock()) { _ in }
    let connection = try SparkConnection(settings, service)
    _ = try connection.run(SparkStatement(RecordedReplies.everyType), columns: [])
    _ = try? connection.run(SparkStatement("SELECT nothing FROM nowhere"), columns: [])
    #expect(recorder.replies.count > 8)
    try RecordedReplies.write(recorder.replies)
  }
}
