import SQL

/// What every database is held to; it asks for capabilities and never for names.
///
/// An engine's tests call it once:
/// ```swift
/// @Test(arguments: DialectSuite.Part.allCases)
/// func suiteHolds(_ part: DialectSuite.Part) async throws {
///   try await DialectSuite.hold(try await SQLiteEngine(), to: part)
/// }
/// ```
package struct DialectSuite {
  /// The parts of the suite, each with tables of its own.
  package enum Part: String, Sendable, CaseIterable {
    case reflection, oddNames, types, parameters, expressions, refusals, aggregates, ordering, joins
    case statements, windows, bigResults
  }

  let engine: any Engine

  /// Holds an engine to one part of the suite, and closes it.
  package static func hold(_ engine: any Engine, to part: Part) async throws {
    let suite = DialectSuite(engine: engine)
    do {
      try await suite.run(part)
    } catch {
      try? await engine.close()
      throw error
    }
    try await engine.close()
  }

  private func run(_ part: Part) async throws {
    switch part {
    case .reflection: try await reflection()
    case .oddNames: try await oddNames()
    case .types: try await types()
    case .parameters: try await parameters()
    case .expressions: try await expressions()
    case .refusals: try await refusals()
    case .aggregates: try await aggregates()
    case .ordering: try await ordering()
    case .joins: try await joins()
    case .statements: try await statements()
    case .windows: try await windows()
    case .bigResults: try await bigResults()
    }
  }

  /// Whether the database says it can do something.
  func can(_ capability: Capabilities) -> Bool { engine.dialect.capabilities.contains(capability) }
}
