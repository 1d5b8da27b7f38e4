import Database
import TestSupport
import Testing

@testable import DatabaseSpark

/// Replies with something wrong in them end in an error or a result, never in a crash, without end
/// or with more memory than they have bytes for.
@Suite struct MutatedReplyTests {
  /// Reads a reply to the end, as a session does.
  private static func read(_ bytes: [UInt8], of call: String, _ schema: [SchemaColumn]) {
    switch call {
    case OpenSession.name: open(bytes, OpenSession.self) { _ in }
    case ExecuteStatement.name:
      open(bytes, ExecuteStatement.self) { response in
        let columns = response.direct.schema?.columns ?? schema
        if let rows = response.direct.rows?.set { read(rows, columns) }
      }
    case OperationStatus.name:
      open(bytes, OperationStatus.self) { _ = ServerMessage.sentence($0.message) }
    case ResultSchema.name:
      open(bytes, ResultSchema.self) { _ = try? ResultReader($0.columns, columns: [], sql: "") }
    case FetchResults.name:
      open(bytes, FetchResults.self) { response in
        if let rows = response.set { read(rows, schema) }
      }
    default: open(bytes, CloseOperation.self) { _ in }
    }
  }

  private static func read(_ rows: RowSet, _ schema: [SchemaColumn]) {
    // Column by column: one that cannot be read does not keep the others from it.
    for (type, column) in zip(schema, rows.columns) {
      var single = rows
      single.columns = [column]
      guard var reader = try? ResultReader([type], columns: [], sql: "") else { continue }
      if (try? reader.read(single)) != nil { _ = reader.frame }
    }
  }

  private static func open<Call: ThriftCall>(
    _ bytes: [UInt8], _: Call.Type, _ body: (Call.Response) -> Void
  ) {
    guard case .response(var reader)? = try? ThriftMessage.open(bytes, of: Call.name),
      let response = try? Call.Response(from: &reader)
    else { return }
    body(response)
  }

  /// The replies of both services.
  private static func replies() throws -> [RecordedReplies.Recording] {
    let direct = Replies.began { direct in
      direct.structure(1) { $0.progress(.finished) }
      direct.structure(2) { $0.schema() }
      direct.structure(3) { $0.rows([1, -1, .max], from: 0, hasMore: false) }
      direct.structure(4) { $0.status() }
    }
    let all = try RecordedReplies.all() + [.init(call: ExecuteStatement.name, bytes: direct)]
    return all.filter { $0.bytes.count < 4_000 }
  }

  private static func schema(_ replies: [RecordedReplies.Recording]) throws -> [SchemaColumn] {
    let reply = try #require(replies.first { $0.call == ResultSchema.name })
    var columns: [SchemaColumn] = []
    open(reply.bytes, ResultSchema.self) { columns = $0.columns }
    return columns
  }

  @Test func recordingsCanBeRead() throws {
    let replies = try MutatedReplyTests.replies()
    #expect(Set(replies.map(\.call)).count == 6)
    #expect(try MutatedReplyTests.schema(replies).count == 15)
  }

  // A tenth of all in each case, so that they share the processor's cores.
  @Test(.timeLimit(.minutes(1)), arguments: 0..<10 as Range<UInt64>)
  func tenThousandMutatedRepliesEndWell(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let replies = try MutatedReplyTests.replies()
    let schema = try MutatedReplyTests.schema(replies)
    for turn in 0..<10_000 {
      let reply = replies[turn % replies.count]
      var bytes = reply.bytes
      for _ in 0...Int.random(in: 0...2, using: &generator) { bytes.mutate(using: &generator) }
      MutatedReplyTests.read(bytes, of: reply.call, schema)
    }
  }
}

extension [UInt8] {
  /// Changes one thing: a byte, a length, the end, or the order of parts.
  fileprivate mutating func mutate(using generator: inout SeededGenerator) {
    guard count > 8 else { return }
    // The envelope is right in most replies, so that what is inside is reached.
    let first = Int.random(in: 0..<20, using: &generator) == 0 ? 0 : Swift.min(30, count / 2)
    let place = Int.random(in: first..<count - 4, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: self[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    case 1: self[place] = [0, 1, 2, 0x7F, 0x80, 0xFF].randomElement(using: &generator) ?? 0
    case 2: self[place] = UInt8.random(in: 2...16, using: &generator)
    case 3:
      let sizes: [Int32] = [-1, .max, .min, 0, 1, 0x00FF_FFFF, Int32(count), Int32(count - place)]
      let size = sizes.randomElement(using: &generator) ?? 0
      Swift.withUnsafeBytes(of: size.bigEndian) { replaceSubrange(place..<place + 4, with: $0) }
    case 4: removeLast(Int.random(in: 1...count - place, using: &generator))
    case 5: remove(at: place)
    case 6: insert(UInt8.random(in: 0...255, using: &generator), at: place)
    default:
      let part = self[place..<Swift.min(count, place + 40)]
      insert(contentsOf: part, at: Int.random(in: first..<count, using: &generator))
    }
  }
}
