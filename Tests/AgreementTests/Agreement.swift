import Database
import Dates
import Diagnostics
import DialectSuite
import Evaluation
import Expressions
import Frame
import SQL
import TestSupport

/// Computes expressions over ``Facts`` on engines and here, and tells where they differ.
struct Agreement {
  /// What expressions are computed over.
  enum Kind: Sendable {
    /// Each row.
    case rows
    /// The rows of each `g`.
    case groups
  }

  /// An engine with the facts in it.
  struct Seat {
    let engine: any Engine
    let connection: any Connection

    init(_ engine: any Engine) async throws {
      self.engine = engine
      try await engine.make("facts", of: Facts.frame)
      connection = try await engine.connect()
    }
  }

  let seats: [Seat]
  let kind: Kind

  /// The expressions about which answers differ, and how.
  func differences(of samples: [String]) async throws -> [(sample: String, difference: String)] {
    var answers: [(name: String, columns: [Result<Column, any Error>])] = []
    for seat in seats {
      answers.append((seat.engine.dialect.name, try await columns(of: samples, on: seat)))
    }
    answers.append(("here", samples.map { local($0) }))
    var found: [(String, String)] = []
    for index in samples.indices {
      let all = answers.map { ($0.name, $0.columns[index]) }
      if let difference = difference(all) { found.append((samples[index], difference)) }
    }
    return found
  }

  /// The smallest part of an expression about which answers differ already.
  func root(of sample: String) async throws -> String {
    guard kind == .rows, let parsed = parse(sample) else { return sample }
    for child in parsed.children {
      let part = child.description
      guard check(part) != nil, !child.children.isEmpty else { continue }
      if try await !differences(of: [part]).isEmpty { return try await root(of: part) }
    }
    return sample
  }

  // MARK: Answers

  private func columns(of samples: [String], on seat: Seat) async throws
    -> [Result<Column, any Error>]
  {
    do {
      let frame = try await seat.connection.fetch(
        try query(samples, for: seat.engine), parameters: [:])
      return frame.columns.dropFirst().map { .success($0) }
    } catch {
      if samples.count < 2 { return [.failure(error)] }
      let half = samples.count / 2
      return try await columns(of: Array(samples[..<half]), on: seat)
        + columns(of: Array(samples[half...]), on: seat)
    }
  }

  private func query(_ samples: [String], for engine: any Engine) throws -> CompiledQuery {
    let key = kind == .rows ? "id" : "g"
    let items = try ([key] + samples).enumerated().map { place, sample in
      guard let expression = check(sample) else { throw Untold(sample: sample) }
      return SelectItem("e\(place)", expression)
    }
    var select = Select(items, from: .table(engine.table("facts"), alias: "facts"))
    if kind == .groups { select.groups = [items[0].expression] }
    select.order = [OrderTerm(.output("e0"))]
    let problems = Problems()
    guard
      let query = Compiler.compile(.select(select), for: engine.dialect, problems: problems)
    else { throw Untold(sample: problems.all.map(\.description).joined(separator: "\n")) }
    return query
  }

  private func local(_ sample: String) -> Result<Column, any Error> {
    guard let parsed = parse(sample) else { return .failure(Untold(sample: sample)) }
    let now = Timestamp(microseconds: 0)
    let evaluator = Evaluator(ReportData(frames: [:], parameters: [:], now: now))
    return Result {
      switch kind {
      case .rows: try evaluator.column(of: parsed, over: Facts.frame)
      case .groups: try evaluator.column(of: parsed, over: Facts.frame, groups: Facts.groups)
      }
    }
  }

  private func parse(_ sample: String) -> Expression? {
    let place = SourcePlace(file: "sample", line: 1, column: 1)
    return Expression(parsing: SourceText(sample, at: place), problems: Problems())
  }

  private func check(_ sample: String) -> CheckedExpression? {
    parse(sample)?.check(in: Facts.scope, problems: Problems())
  }

  // MARK: Comparison

  /// What differs between the first answer and another; nil where all agree.
  ///
  /// An expression that all refuse is a difference too: it would be compared with nothing.
  private func difference(_ answers: [(name: String, column: Result<Column, any Error>)]) -> String?
  {
    let (first, rest) = (answers[0], answers.dropFirst())
    for other in rest {
      switch (first.column, other.column) {
      case (.success(let a), .success(let b)):
        if let told = difference(a, b) { return "\(first.name) and \(other.name) \(told)" }
      case (.failure(let error), _): return "\(first.name) fails: \(error)"
      case (.success, .failure(let error)): return "\(other.name) fails: \(error)"
      }
    }
    return nil
  }

  private func difference(_ a: Column, _ b: Column) -> String? {
    guard a.count == b.count else { return "have \(a.count) and \(b.count) rows" }
    let most =
      zip(a.numbers, b.numbers).lazy.flatMap { [$0, $1] }.compactMap(\.self)
      .map { abs($0) }.filter(\.isFinite).max() ?? 0
    for row in 0..<a.count where !isEqual(a[row], b[row], most: most) {
      return "in row \(row): '\(a[row])' and '\(b[row])' (\(a.type), \(b.type))"
    }
    return nil
  }

  private func isEqual(_ a: Value, _ b: Value, most: Double) -> Bool {
    switch (a, b) {
    case (.double(let x), .double(let y)):
      // Statistics take their sums in other orders.
      isClose(
        x, y, relative: kind == .rows ? 1e-12 : 1e-10,
        absolute: most * (kind == .rows ? 1e-14 : 1e-12))
    case (.text(let x), .text(let y)): x.utf8.elementsEqual(y.utf8)
    case (.decimal, .decimal):
      a == b || isClose(a.number ?? 0, b.number ?? 0, relative: 1e-15)
    default: a == b
    }
  }
}

/// An expression that cannot be asked for.
struct Untold: Error {
  let sample: String
}
