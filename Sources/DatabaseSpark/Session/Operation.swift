import Database
import Expressions
import Frame
import SQL

/// One statement at the server, from its start to its last row.
final class Operation {
  private let statement: SparkStatement
  private let session: Handle
  private let service: Service
  private let settings: Settings
  private let watch: Watch
  /// The server's handle of the statement while there is one to close.
  private var handle: Handle?

  init(
    _ statement: SparkStatement, on session: Handle, of service: Service, _ settings: Settings
  ) {
    self.statement = statement
    self.session = session
    self.service = service
    self.settings = settings
    watch = service.watch(limit: settings.limit)
  }

  /// Runs the statement and reads its rows.
  func run(columns: [ScopeColumn]) throws(DatabaseError) -> DataFrame {
    defer { close() }
    let answer = try call(execution)
    handle = answer.operation
    try check(answer.status)
    guard let operation = answer.operation else { throw failure("the server began nothing") }
    if answer.direct.isClosed { handle = nil }
    try waitForEnd(of: operation, answer.direct.progress)
    let schema =
      if let known = answer.direct.schema { known } else {
        try call(ResultSchema(operation: operation))
      }
    try check(schema.status)
    guard schema.isColumnar else { throw failure("the server sends results in another form") }
    var reader = try ResultReader(schema.columns, columns: columns, sql: statement.sql)
    try readRows(of: operation, first: answer.direct.rows, into: &reader)
    return reader.frame
  }

  private var execution: ExecuteStatement {
    ExecuteStatement(
      session: session, statement: statement.text,
      // The server's own limit is for the case that nobody is left to cancel.
      timeout: settings.limit.map { Int64($0.inSeconds.rounded(.up)) + 1 } ?? 0,
      wantsDirectResults: settings.profile.hasDirectResults, parameters: statement.parameters)
  }

  // MARK: Waiting

  private func waitForEnd(
    of operation: Handle, _ known: OperationStatus.Response?
  ) throws(DatabaseError) {
    var pause = Duration.milliseconds(5)
    var progress = known
    while true {
      let now =
        if let progress { progress } else { try call(OperationStatus(operation: operation)) }
      progress = nil
      try check(now.status)
      guard now.state.isUnderWay else { return try check(now) }
      // Servers answer when the state changes or after some seconds; one that does not is not to be
      // asked all the time.
      try stopping { () throws(Stop) in try watch.wait(pause) }
      pause = min(pause * 2, .milliseconds(500))
    }
  }

  private func check(_ end: OperationStatus.Response) throws(DatabaseError) {
    switch end.state {
    case .finished: return
    case .timedOut where settings.limit != nil: throw overdue
    case .canceled: throw failure("somebody cancelled it at the server")
    case .closed: throw failure("the server closed it")
    default: throw failure(ServerMessage.sentence(end.message))
    }
  }

  private func check(_ status: CallStatus) throws(DatabaseError) {
    guard status.hasFailed else { return }
    throw failure(ServerMessage.sentence(status.message))
  }

  // MARK: Rows

  /// Rows of the first reply, before it is known how long a row is.
  private static let firstRows = 1_000
  /// Rows and bytes of a reply: within them the server sends fastest.
  private static let mostRows = 100_000
  private static let usualBytes = 4 << 20

  private func readRows(
    of operation: Handle, first: FetchResults.Response?, into reader: inout ResultReader
  ) throws(DatabaseError) {
    var size = Operation.firstRows
    var response = first
    var empties = 0
    if response == nil { try begin(operation, size) }
    while true {
      let now = if let response { response } else { try finish() }
      response = nil
      try check(now.status)
      let rows = now.set ?? RowSet()
      try check(rows, after: reader.count)
      // Apache Spark never says that there are more rows: there are, until none come.
      guard now.hasMore || !settings.profile.hasDirectResults && rows.count > 0 else {
        return try read(rows, into: &reader)
      }
      empties = rows.count == 0 ? empties + 1 : 0
      guard empties < 2 else { throw failure("the server says there are more rows and sends none") }
      size = rows.next(most: Operation.mostRows, bytes: Operation.usualBytes) ?? size
      // The server makes the next reply while this one is read.
      try begin(operation, size)
      try read(rows, into: &reader)
    }
  }

  /// Refuses rows of another form, and rows that do not follow those that were read.
  private func check(_ rows: RowSet, after count: Int) throws(DatabaseError) {
    guard !rows.isForeign else { throw failure("the server sends rows in another form") }
    guard let start = rows.startOffset else { return }
    guard start <= count else { throw failure("the server left rows out") }
    // Apache Spark tells the place of each reply's first row; nobody has seen whether every
    // warehouse of Databricks does, so that a 0 may mean nothing there.
    let isTold = start > 0 || !settings.profile.hasDirectResults
    guard start == count || !isTold else { throw failure("the server sent rows twice") }
  }

  private func read(_ rows: RowSet, into reader: inout ResultReader) throws(DatabaseError) {
    guard rows.count > 0 else { return }
    guard rows.columns.count == reader.width else {
      throw failure("the server sent \(rows.columns.count) columns of \(reader.width)")
    }
    try reader.read(rows)
  }

  private func begin(_ operation: Handle, _ rows: Int) throws(DatabaseError) {
    try telling { () throws(ServiceFailure) in
      try service.begin(FetchResults(operation: operation, rows: rows), watch)
    }
  }

  private func finish() throws(DatabaseError) -> FetchResults.Response {
    try telling { () throws(ServiceFailure) in try service.finish(FetchResults.self, watch) }
  }

  // MARK: Failures

  private func call<Call: ThriftCall>(_ call: Call) throws(DatabaseError) -> Call.Response {
    try telling { () throws(ServiceFailure) in try service.call(call, watch) }
  }

  /// Turns the service's failures into the database's.
  private func telling<Result>(_ body: () throws(ServiceFailure) -> Result) throws(DatabaseError)
    -> Result
  {
    do throws(ServiceFailure) { return try body() } catch {
      switch error {
      case .failed(let reason): throw failure(reason)
      case .stopped(let stop): throw self.stop(stop)
      }
    }
  }

  private func stopping(_ body: () throws(Stop) -> Void) throws(DatabaseError) {
    do throws(Stop) { try body() } catch { throw stop(error) }
  }

  /// Tells the server to stop.
  private func stop(_ stop: Stop) -> DatabaseError {
    if let handle { farewell(CancelOperation(operation: handle)) }
    return stop == .interrupted ? .interrupted : overdue
  }

  private var overdue: DatabaseError {
    .timedOut(sql: statement.sql, seconds: settings.limit?.inSeconds ?? 0)
  }

  private func failure(_ reason: String) -> DatabaseError {
    .queryFailed(sql: statement.sql, reason: service.scrubbed(reason))
  }

  private func close() {
    if let handle { farewell(CloseOperation(operation: handle)) }
    handle = nil
  }

  /// Makes a call whose answer changes nothing any more.
  private func farewell(_ call: some ThriftCall) {
    let watch = service.watch(limit: .seconds(3), heedsCancellation: false)
    _ = try? service.call(call, watch)
  }
}

extension RowSet {
  /// How many rows to ask for next, so that the reply has about so many bytes; nil where there are
  /// no rows to judge by.
  fileprivate func next(most: Int, bytes: Int) -> Int? {
    guard let column = columns.first, count > 0 else { return nil }
    return max(1, min(most, bytes * count / max(1, column.reply.count)))
  }
}
