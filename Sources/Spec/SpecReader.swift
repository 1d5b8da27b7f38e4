package import Diagnostics
import Yams

/// Reads YAML text into nodes that know their place.
package enum SpecReader {
  /// The largest spec that is read, in bytes.
  package static let sizeLimit = 4 << 20
  /// The most nodes a spec may have once its aliases are followed: a guard against alias bombs.
  package static let nodeLimit = 50_000

  /// The root of a YAML document; nil with an error noted where the text is no single document.
  ///
  /// Anchors, aliases and merge keys (`<<`) are followed. A key given twice is an error.
  package static func read(_ text: String, file: String, problems: Problems) -> SpecNode? {
    let source = SourceFile(text, name: file)
    guard text.utf8.count <= sizeLimit else {
      problems.error(
        "the file has \(text.utf8.count) bytes, a spec has at most \(sizeLimit)",
        at: source.place(line: 1, column: 1))
      return nil
    }
    do {
      guard let root = try Parser(yaml: text).singleRoot() else {
        problems.error("the file is empty, expected a report", at: source.place(line: 1, column: 1))
        return nil
      }
      var builder = NodeBuilder(source: source, problems: problems)
      let node = builder.node(root)
      return builder.hasOverflowed ? nil : node
    } catch let error as YamlError {
      problems.add(diagnostic(for: error, in: source))
    } catch {
      problems.error("the file is not YAML", at: source.place(line: 1, column: 1))
    }
    return nil
  }

  private static func diagnostic(for error: YamlError, in source: SourceFile) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = source.place(line: mark.line, column: mark.column)
      let hint = context.map { "\($0.text) that began in line \($0.mark.line)" }
      return Diagnostic("the YAML is broken: \(problem)", at: place, hints: hint.map { [$0] } ?? [])
    case .duplicatedKeysInMapping(let names, let context):
      let place = source.place(line: context.mark.line, column: context.mark.column)
      let list = names.map { "'\($0)'" }.joined(separator: ", ")
      return Diagnostic(
        "key \(list) is given twice", at: place, hints: ["remove or rename one of them"])
    case .reader(let problem, let offset, _, _):
      return Diagnostic(
        "the YAML has a character that is not allowed: \(problem)",
        at: source.place(characterOffset: offset ?? 0))
    default:
      return Diagnostic("the file is not YAML", at: source.place(line: 1, column: 1))
    }
  }
}

/// Turns Yams' nodes into ours.
private struct NodeBuilder {
  let source: SourceFile
  let problems: Problems
  var count = 0
  var hasOverflowed = false

  init(source: SourceFile, problems: Problems) {
    self.source = source
    self.problems = problems
  }

  mutating func node(_ node: Node) -> SpecNode {
    let place = source.place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    count += 1
    guard count <= SpecReader.nodeLimit else {
      if !hasOverflowed {
        problems.error(
          "the spec has more than \(SpecReader.nodeLimit) nodes once its aliases are followed",
          at: place)
      }
      hasOverflowed = true
      return SpecNode(.sequence([]), at: place)
    }
    switch node {
    case .scalar(let scalar): return leaf(scalar, at: place)
    case .mapping(let mapping): return SpecNode(.mapping(entries(mapping)), at: place)
    case .sequence(let sequence): return SpecNode(.sequence(items(sequence)), at: place)
    case .alias: return SpecNode(.sequence([]), at: place)
    }
  }

  private func leaf(_ scalar: Node.Scalar, at place: SourcePlace) -> SpecNode {
    let located = ScalarPlaces(source: source, line: place.line, column: scalar.mark?.column ?? 1)
      .text(scalar.string, style: scalar.style)
    let shown = scalar.string.prefix { $0 != "\n" }.count
    let start = SourcePlace(
      file: place.file, line: place.line, column: place.column, length: max(1, shown),
      lineText: place.lineText)
    let isPlain = scalar.style == .plain || scalar.style == .any
    return SpecNode(.scalar(.init(text: located, isPlain: isPlain)), at: start)
  }

  private mutating func items(_ sequence: Node.Sequence) -> [SpecNode] {
    var items: [SpecNode] = []
    for item in sequence where !hasOverflowed { items.append(node(item)) }
    return items
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [SpecNode.Entry] {
    var entries: [SpecNode.Entry] = []
    var merged: [SpecNode.Entry] = []
    for (key, value) in mapping where !hasOverflowed {
      let keyNode = node(key)
      guard case .scalar(let scalar) = keyNode.content else {
        problems.error("a key must be a word, found a list or mapping", at: keyNode.place)
        continue
      }
      let valueNode = node(value)
      if scalar.isPlain, scalar.text.text == "<<" {
        merged += mergedEntries(valueNode)
      } else {
        entries.append(
          .init(key: scalar.text.text, keyPlace: keyNode.place, value: valueNode))
      }
    }
    var given = Set(entries.map(\.key))
    for entry in merged where given.insert(entry.key).inserted { entries.append(entry) }
    return entries
  }

  private func mergedEntries(_ node: SpecNode) -> [SpecNode.Entry] {
    switch node.content {
    case .mapping(let entries): return entries
    case .sequence(let items): return items.flatMap(mergedEntries)
    case .scalar:
      problems.error("'<<' merges mappings, found a word", at: node.place)
      return []
    }
  }
}
