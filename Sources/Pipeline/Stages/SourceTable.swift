import Database
import Diagnostics
import Queries

/// The databases of a report by the name that queries give, with the environment put in.
struct SourceTable: Sendable {
  /// One database.
  struct Entry: Sendable {
    let url: String
    let place: SourcePlace
  }

  private var entries: [String?: Entry] = [:]

  init(_ plan: ReportPlan, world: Surroundings, problems: Problems) {
    for source in plan.sources {
      guard let url = EnvironmentText.expand(source.url, world.environment, problems: problems)
      else {
        continue
      }
      entries[source.name] = Entry(url: url, place: source.url.place)
    }
    // A spec with one named source need not name it in each query.
    if entries[nil] == nil, plan.sources.count == 1 { entries[nil] = entries[plan.sources[0].name] }
    let plans = plan.queries.plans + [plan.cohorts?.query].compactMap(\.self)
    for query in plans where !problems.hasErrors && entries[query.source] == nil {
      note(query, among: plan.sources.compactMap(\.name), problems)
    }
  }

  subscript(name: String?) -> Entry? { entries[name] }

  private func note(_ query: QueryPlan, among names: [String], _ problems: Problems) {
    guard let source = query.source else {
      problems.error(
        "query '\(query.name)' must say its source", at: query.place,
        hints: ["add 'source: …' with one of: \(names.joined(separator: ", "))"])
      return
    }
    problems.error(
      "query '\(query.name)' names the source '\(source)', which the report does not have",
      at: query.place, hints: hints(forUnknown: source, among: names))
  }
}

/// `${NAME}` and `${NAME:-default}` in a spec.
enum EnvironmentText {
  /// The text with its variables put in; nil with an error noted where one is not set.
  static func expand(
    _ source: SourceText, _ environment: (String) -> String?, problems: Problems
  ) -> String? {
    let bytes = Array(source.text.utf8)
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "$"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "{")
      else {
        out.append(bytes[at])
        at += 1
        continue
      }
      guard let end = bytes[at...].firstIndex(of: UInt8(ascii: "}")) else {
        problems.error("'${' is not closed", at: source.place(of: at..<at + 2))
        return nil
      }
      let inside = String(decoding: bytes[at + 2..<end], as: UTF8.self)
      guard let value = value(of: inside, environment) else {
        problems.error(
          "the environment variable '\(inside)' is not set", at: source.place(of: at..<end + 1),
          hints: ["set it, or write a default: '${\(inside):-…}'"])
        return nil
      }
      out += value.utf8
      at = end + 1
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func value(of inside: String, _ environment: (String) -> String?) -> String? {
    guard let mark = inside.firstRange(of: ":-") else { return environment(inside) }
    let set = environment(String(inside[..<mark.lowerBound]))
    return set.flatMap { $0.isEmpty ? nil : $0 } ?? String(inside[mark.upperBound...])
  }
}
