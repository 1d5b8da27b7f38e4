/// The users' reference of a spec as Markdown: a section a part, a row a field.
package enum SpecTables {
  /// All sections, the root first, then the blocks, then the parts inside them.
  package static var markdown: String {
    let heads = [
      section(SpecCatalogue.report, title: "The report"),
      "### Blocks\n\nA block is a mapping with one key, its kind. Every block may have:\n\n"
        + table(SpecCatalogue.everyBlock),
    ]
    let blocks = SpecCatalogue.blocks.map { section($0, title: "`\($0.name)`") }
    let others = SpecCatalogue.others.map { part in
      section(part, title: part.name.split(separator: "_").joined(separator: " "))
    }
    return (heads + blocks + ["### Parts of the above"] + others).joined(separator: "\n\n") + "\n"
  }

  private static func section(_ part: SpecPart, title: String) -> String {
    var pieces = ["#### \(title)", part.sentence]
    if let short = part.shortField { pieces.append("Written short, the value is its `\(short)`.") }
    if !part.example.isEmpty { pieces.append("```yaml\n\(part.example)\n```") }
    if !part.fields.isEmpty { pieces.append(table(part)) }
    return pieces.joined(separator: "\n\n")
  }

  private static func table(_ part: SpecPart) -> String {
    let rows = part.fields.map { field in
      "| `\(field.key)`\(field.isRequired ? " (needed)" : "") | \(words(field.shape)) "
        + "| \(field.sentence.replacing("|", with: "\\|")) |"
    }
    return (["| field | takes | what it does |", "|---|---|---|"] + rows).joined(separator: "\n")
  }

  private static func words(_ shape: FieldShape) -> String {
    switch shape {
    case .text: "text"
    case .template: "text with `{{ … }}`"
    case .expression: "expression"
    case .format: "format"
    case .query: "query"
    case .boolean: "`true` or `false`"
    case .integer: "whole number"
    case .number: "number"
    case .scalar: "value"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .list(let item): "list: \(words(item))"
    case .oneOrMore(let item): "one or a list: \(words(item))"
    case .mapping(let item): "names with: \(words(item))"
    case .part(let name): name.split(separator: "_").joined(separator: " ")
    case .either(let shapes): shapes.map(words).joined(separator: " or ")
    }
  }
}
