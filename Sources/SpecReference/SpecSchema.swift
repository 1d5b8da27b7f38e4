package import JSON

/// The JSON Schema of a spec, for editors and other programs.
package enum SpecSchema {
  /// The schema, in draft 2020-12.
  package static var json: JSONValue {
    var root: [(key: String, value: JSONValue)] = [
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "broadsheet report spec"),
    ]
    root += entries(of: mapping(SpecCatalogue.report.fields, SpecCatalogue.report.sentence))
    root.append(("$defs", .object(definitions)))
    return .object(root)
  }

  private static var definitions: [(key: String, value: JSONValue)] {
    let blocks = SpecCatalogue.blocks.map { block in
      (key: "block_\(block.name)", value: schema(of: block, more: SpecCatalogue.everyBlock.fields))
    }
    let others = SpecCatalogue.others.map { (key: $0.name, value: schema(of: $0, more: [])) }
    return [(key: "block", value: anyBlock)] + blocks + others
  }

  /// A block: a mapping with one key, its kind; or the bare kind of a block that needs no fields.
  private static var anyBlock: JSONValue {
    let kinds = SpecCatalogue.blocks.map { block in
      (
        key: block.name,
        value: JSONValue.object([
          ("description", .string(block.sentence)),
          ("$ref", .string("#/$defs/block_\(block.name)")),
        ])
      )
    }
    let bare = SpecCatalogue.blocks.filter { !$0.fields.contains(where: \.isRequired) }
    return [
      "anyOf": [
        [
          "type": "object", "properties": .object(kinds), "additionalProperties": false,
          "minProperties": 1, "maxProperties": 1,
        ],
        ["enum": .array(bare.map { .string($0.name) })],
      ]
    ]
  }

  private static func schema(of part: SpecPart, more: [SpecField]) -> JSONValue {
    let long = mapping(part.fields + more, part.sentence)
    if let short = part.fields.first(where: { $0.key == part.shortField }) {
      return ["anyOf": [schema(of: short.shape), long]]
    }
    let needsNothing = !part.fields.contains(where: \.isRequired) && !more.isEmpty
    return needsNothing ? ["anyOf": [["type": "null"], long]] : long
  }

  private static func mapping(_ fields: [SpecField], _ sentence: String) -> JSONValue {
    let properties = fields.map { field -> (key: String, value: JSONValue) in
      (
        key: field.key,
        value: JSONValue.object(
          [("description", .string(field.sentence))] + entries(of: Self.schema(of: field.shape)))
      )
    }
    var schema: [(key: String, value: JSONValue)] = [
      ("description", .string(sentence)), ("type", "object"), ("properties", .object(properties)),
      ("additionalProperties", false),
    ]
    let required = fields.filter(\.isRequired).map { JSONValue.string($0.key) }
    if !required.isEmpty { schema.append(("required", .array(required))) }
    return .object(schema)
  }

  private static func schema(of shape: FieldShape) -> JSONValue {
    switch shape {
    case .text, .template, .expression, .format, .query, .scalar:
      // A number or boolean without quotes is text to the reader, but not to YAML.
      return ["type": ["string", "number", "boolean"]]
    case .boolean: return ["type": "boolean"]
    case .integer(let range):
      return .object(
        [("type", "integer")] + limits(range.map { (Double($0.lowerBound), Double($0.upperBound)) })
      )
    case .number(let range):
      return .object([("type", "number")] + limits(range.map { ($0.lowerBound, $0.upperBound) }))
    case .choice(let words): return ["enum": .array(words.map { .string($0) })]
    case .list(let item): return ["type": "array", "items": schema(of: item)]
    case .oneOrMore(let item):
      return ["anyOf": [schema(of: item), ["type": "array", "items": schema(of: item)]]]
    case .mapping(let item): return ["type": "object", "additionalProperties": schema(of: item)]
    case .part(let name): return ["$ref": .string("#/$defs/\(name)")]
    case .either(let shapes): return ["anyOf": .array(shapes.map(schema))]
    }
  }

  private static func limits(_ range: (Double, Double)?) -> [(key: String, value: JSONValue)] {
    range.map { [("minimum", .number($0.0)), ("maximum", .number($0.1))] } ?? []
  }

  private static func entries(of value: JSONValue) -> [(key: String, value: JSONValue)] {
    if case .object(let fields) = value { fields } else { [] }
  }
}
