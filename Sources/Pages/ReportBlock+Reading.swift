package import Diagnostics
import Evaluation
import Expressions
package import Spec

extension ReportBlock {
  /// Reads the list under `report:`.
  ///
  /// What is wrong goes into the problems; a block that cannot be used is left out.
  package static func read(list node: SpecNode, problems: Problems) -> [ReportBlock] {
    read(list: node, in: BlockReading(problems: problems))
  }

  /// Reads a list of blocks inside the report.
  static func read(list node: SpecNode, in reading: BlockReading) -> [ReportBlock] {
    let items = node.items("a list of blocks", problems: reading.problems) ?? []
    return reading.nested(at: node.place) { items.compactMap { read($0, in: reading) } }
  }

  /// Reads one block: a mapping with one key, its kind; or the bare kind of a block without fields.
  static func read(_ node: SpecNode, in reading: BlockReading) -> ReportBlock? {
    switch node.content {
    case .mapping(let entries):
      guard let entry = kindEntry(of: entries, at: node.place, in: reading),
        let kind = lookUp(entry.key, at: entry.keyPlace, in: reading)
      else { return nil }
      return read(kind, from: entry.value, at: entry.keyPlace, in: reading)
    case .scalar(let scalar):
      guard let kind = lookUp(scalar.text.text, at: node.place, in: reading) else { return nil }
      let none = SpecNode(.mapping([]), at: node.place)
      return read(kind, from: none, at: node.place, in: reading)
    case .sequence:
      reading.problems.error(
        "a block is a mapping such as 'text: …', found a list", at: node.place)
      return nil
    }
  }

  private static func read(
    _ kind: any Block.Type, from node: SpecNode, at place: SourcePlace, in reading: BlockReading
  ) -> ReportBlock? {
    let mapping = long(node, shortField: kind.shortField)
    let subject = "\(article(for: kind.kind)) \(kind.kind)"
    let fields = FieldReader(mapping, subject: subject, problems: reading.problems)
    let id = reading.name(kind: kind.kind, given: fields.text("id"))
    let title = fields.template("title")
    let (caption, note) = (fields.template("caption"), fields.template("note"))
    let when = fields.expression("when")
    let onEmpty = fields.choice("on_empty", of: OnEmpty.self)
    let block = kind.read(fields, in: reading)
    fields.finish()
    guard let block else { return nil }
    return ReportBlock(
      id: id, place: place, block: block, when: when, onEmpty: onEmpty ?? .say, title: title,
      caption: caption, note: note)
  }

  /// The mapping that a short form stands for: `text: Hello` is `text: {text: Hello}`.
  private static func long(_ node: SpecNode, shortField: String?) -> SpecNode {
    if case .mapping = node.content { return node }
    if case .scalar(let scalar) = node.content, scalar.isPlain, isVoid(scalar.text.text) {
      return SpecNode(.mapping([]), at: node.place)
    }
    guard let shortField else { return node }
    let entry = SpecNode.Entry(key: shortField, keyPlace: node.place, value: node)
    return SpecNode(.mapping([entry]), at: node.place)
  }

  private static func isVoid(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text == "null"
  }

  private static func kindEntry(
    of entries: [SpecNode.Entry], at place: SourcePlace, in reading: BlockReading
  ) -> SpecNode.Entry? {
    guard let first = entries.first else {
      reading.problems.error("a block needs its kind, such as 'text: …'", at: place)
      return nil
    }
    for other in entries.dropFirst() {
      reading.problems.error(
        "a block has one kind, found '\(first.key)' and '\(other.key)'", at: other.keyPlace,
        hints: [
          BlockCatalogue.block(other.key) == nil
            ? "move '\(other.key)' inside '\(first.key)'" : "begin '\(other.key)' with '- '"
        ])
    }
    return first
  }

  private static func lookUp(_ kind: String, at place: SourcePlace, in reading: BlockReading)
    -> (any Block.Type)?
  {
    if let block = BlockCatalogue.block(kind) { return block }
    reading.problems.error(
      "there is no block '\(kind)'", at: place,
      hints: hints(forUnknown: kind, among: BlockCatalogue.all.map { $0.kind }, listing: 20))
    return nil
  }

  private static func article(for word: String) -> String {
    word.first.map { "aeiou".contains($0) } == true ? "an" : "a"
  }
}
