import Database
import Dates
import Expressions
import Frame
import SQL
import Synchronization
import Testing

@testable import DatabaseSpark

@Suite struct DatabricksTests {
  private func numbers(_ connection: SparkConnection) async throws -> [Int64] {
    let frame = try await connection.fetch(raw("SELECT n FROM t"), parameters: [:])
    guard case .integer(let values)? = frame["n"]?.values else { return [] }
    return values
  }

  @Test func oneRoundTripBringsASmallResult() async throws {
    let warehouse = try FakeDatabricks()
    #expect(try await numbers(warehouse.connect()) == [1, 2, 3])
    #expect(warehouse.calls == ["OpenSession", "ExecuteStatement", "CloseSession"])
    let request = try #require(warehouse.requests.first)
    #expect(request.path == "/sql/1.0/warehouses/a")
    #expect(request.headers["authorization"] == "Bearer dapi-SECRET")
    #expect(request.headers["content-type"] == "application/x-thrift")
  }

  @Test func furtherRowsAreFetchedUntilThereAreNoMore() async throws {
    let warehouse = try FakeDatabricks { call, time in
      switch (call, time) {
      case ("ExecuteStatement", _): .reply(body: FakeDatabricks.direct([1, 2], hasMore: true))
      case ("FetchResults", 1): .reply(body: Replies.rows([], from: 2, hasMore: true))
      case ("FetchResults", 2): .reply(body: Replies.rows([3], from: 2, hasMore: true))
      case ("FetchResults", 3): .reply(body: Replies.rows([4], from: 3, hasMore: false))
      default: nil
      }
    }
    #expect(try await numbers(warehouse.connect()) == [1, 2, 3, 4])
    #expect(warehouse.calls.suffix(2) == ["CloseOperation", "CloseSession"])
  }

  @Test func statementThatTakesLongIsAskedFor() async throws {
    let warehouse = try FakeDatabricks { call, time in
      switch (call, time) {
      case ("ExecuteStatement", _): .reply(body: Replies.began())
      case ("GetOperationStatus", 1): .reply(body: Replies.state(.pending))
      case ("GetOperationStatus", 2): .reply(status: 502, body: [])
      case ("GetOperationStatus", 3): .reply(body: Replies.state(.running))
      case ("FetchResults", _): .reply(body: Replies.rows([7], from: 0, hasMore: false))
      default: nil
      }
    }
    #expect(try await numbers(warehouse.connect()) == [7])
    #expect(warehouse.calls.filter { $0 == "GetOperationStatus" }.count == 4)
  }

  @Test func rowsLeftOutAreTold() async throws {
    let warehouse = try FakeDatabricks { call, _ in
      switch call {
      case "ExecuteStatement": .reply(body: FakeDatabricks.direct([1, 2], hasMore: true))
      case "FetchResults": .reply(body: Replies.rows([4], from: 3, hasMore: false))
      default: nil
      }
    }
    await #expect(
      throws: DatabaseError.queryFailed(
        sql: "SELECT n FROM t", reason: "the server left rows out")
    ) { try await numbers(warehouse.connect()) }
  }

  @Test(arguments: [
    ([Int64](), Int64(2), "the server says there are more rows and sends none"),
    ([2, 3], 1, "the server sent rows twice"),
  ])
  func rowsThatLeadNowhereAreRefused(_ rows: [Int64], _ start: Int64, _ words: String) async throws
  {
    let warehouse = try FakeDatabricks { call, _ in
      switch call {
      case "ExecuteStatement": .reply(body: FakeDatabricks.direct([1, 2], hasMore: true))
      case "FetchResults": .reply(body: Replies.rows(rows, from: start, hasMore: true))
      default: nil
      }
    }
    await #expect(throws: DatabaseError.queryFailed(sql: "SELECT n FROM t", reason: words)) {
      try await numbers(warehouse.connect())
    }
    #expect(warehouse.calls.filter { $0 == "FetchResults" }.count <= 3)
  }

  @Test func refusedFetchIsMadeAgain() async throws {
    let warehouse = try FakeDatabricks { call, time in
      switch (call, time) {
      case ("ExecuteStatement", _): .reply(body: FakeDatabricks.direct([1, 2], hasMore: true))
      case ("FetchResults", 1): .reply(status: 503, body: [])
      case ("FetchResults", 2): .reply(status: 429, body: [])
      case ("FetchResults", 3): .reply(body: Replies.rows([3], from: 2, hasMore: false))
      default: nil
      }
    }
    #expect(try await numbers(warehouse.connect()) == [1, 2, 3])
  }

  @Test func sessionIsNotWaitedForWithoutEnd() throws {
    let warehouse = try FakeDatabricks { call, _ in call == "OpenSession" ? .silence : nil }
    let failure = #expect(throws: DatabaseError.self) {
      try warehouse.connect("databricks://token:t@host?http_path=x&timeout=0.2")
    }
    #expect(failure?.description.contains("no session within 0.2 seconds") ?? false)
  }

  @Test func olderServerIsToldOf() async throws {
    let warehouse = try FakeDatabricks { call, _ in
      switch call {
      case "ExecuteStatement": .reply(body: Replies.began())
      case "GetOperationStatus":
        .reply(body: Replies.state(.error, "[PARSE_SYNTAX_ERROR] Syntax error at or near 'JSON'."))
      default: nil
      }
    }
    let failure = await #expect(throws: DatabaseError.self) {
      try await warehouse.connect().reflect(TableName(["t"]))
    }
    #expect(failure?.description.contains("Spark 4.0 or later is needed") ?? false)
  }

  @Test(arguments: [
    (Value.integer(5), "5"), (.decimal(unscaled: -125, scale: 2), "-1.25"), (.double(0.5), "0.5"),
  ])
  func numberForADoubleGoesAsOne(_ value: Value, _ words: String) {
    let parameter = NativeParameter(name: "p1", value, .double)
    #expect(parameter == NativeParameter(name: "p1", type: "DOUBLE", value: words))
  }

  @Test func valuesAreBoundByNameAndType() async throws {
    let warehouse = try FakeDatabricks()
    let values: [(String, Value, ValueType)] = [
      ("a", .integer(5), .integer), ("b", .integer(1 << 40), .integer),
      ("c", .text("it's"), .text), ("d", .null, .date),
      ("e", .date(CivilDate(days: 0)), .date), ("f", .decimal(unscaled: -1250, scale: 2), .decimal),
      ("g", .boolean(true), .boolean), ("h", .double(0.5), .double),
      ("i", .timestamp(Timestamp(microseconds: 1)), .timestamp),
    ]
    let query = CompiledQuery(
      sql: "SELECT n FROM t WHERE n IN (:p1, :p2)",
      bindings: values.map { .parameter($0.0, $0.2) }, columns: [])
    _ = try await warehouse.connect().fetch(
      query, parameters: Dictionary(uniqueKeysWithValues: values.map { ($0.0, $0.1) }))
    let call = try #require(
      warehouse.requests.first { FakeDatabricks.call($0.body) == ExecuteStatement.name })
    var expected = ThriftWriter()
    let bound = [
      ("INT", "5"), ("BIGINT", "1099511627776"), ("STRING", "it's"), ("VOID", nil),
      ("DATE", "1970-01-01"), ("DECIMAL(4,2)", "-12.50"), ("BOOLEAN", "true"), ("DOUBLE", "0.5"),
      ("TIMESTAMP", "1970-01-01 00:00:00.000001"),
    ].enumerated().map { NativeParameter(name: "p\($0 + 1)", type: $1.0, value: $1.1) }
    expected.list(1288, bound) { $1.write(to: &$0) }
    #expect(call.body.firstRange(of: expected.bytes) != nil)
    #expect(call.body.firstRange(of: Array(query.sql.utf8)) != nil)
  }

  @Test func moreValuesThanDatabricksTakesAreRefusedBeforehand() async throws {
    let warehouse = try FakeDatabricks()
    let query = CompiledQuery(
      sql: "SELECT 1", bindings: (0..<256).map { .literal(.text("\($0)")) }, columns: [])
    let failure = await #expect(throws: DatabaseError.self) {
      try await warehouse.connect().fetch(query, parameters: [:])
    }
    #expect("\(failure as Any)".contains("at most 255"))
    #expect(!warehouse.calls.contains("ExecuteStatement"))
  }

  @Test func catalogAndSchemaGoWithTheSession() throws {
    let warehouse = try FakeDatabricks()
    _ = try warehouse.connect("databricks://token:t@host?http_path=x&catalog=main&schema=iot")
    var expected = ThriftWriter()
    expected.i64(1282, 42_248)
    expected.structure(1284) { space in
      space.text(1, "main")
      space.text(2, "iot")
    }
    expected.bool(1285, true)
    #expect(warehouse.requests[0].body.firstRange(of: expected.bytes) != nil)
  }

  @Test func clientSignsInByOAuth() async throws {
    let warehouse = try FakeDatabricks()
    let url = "databricks://oauth@host?http_path=x&client_id=me&client_secret=SECRET"
    #expect(try await numbers(warehouse.connect(url)) == [1, 2, 3])
    #expect(warehouse.requests[0].path == "/oidc/v1/token")
    #expect(warehouse.requests[0].headers["authorization"] == "Basic bWU6U0VDUkVU")
    #expect(
      warehouse.requests.dropFirst().allSatisfy {
        $0.headers["authorization"] == "Bearer fresh"
      })
  }

  @Test func columnsOfOtherFormsAreRefused() async throws {
    let warehouse = try FakeDatabricks { call, _ in
      guard call == "ExecuteStatement" else { return nil }
      return .reply(
        body: Replies.began { direct in
          direct.structure(1) { $0.progress(.finished) }
          direct.structure(2) { schema in
            schema.status()
            schema.i32(1281, 0)
          }
        })
    }
    let failure = await #expect(throws: DatabaseError.self) {
      try await numbers(warehouse.connect())
    }
    #expect("\(failure as Any)".contains("another form"))
  }

  @Test func serverSentenceIsTold() async throws {
    let warehouse = try FakeDatabricks { call, _ in
      switch call {
      case "ExecuteStatement": .reply(body: Replies.began())
      case "GetOperationStatus":
        .reply(body: Replies.state(.error, "[DIVIDE_BY_ZERO] Division by zero. dapi-SECRET"))
      default: nil
      }
    }
    await #expect(
      throws: DatabaseError.queryFailed(
        sql: "SELECT n FROM t", reason: "[DIVIDE_BY_ZERO] Division by zero. ***")
    ) { try await numbers(warehouse.connect()) }
  }
}
