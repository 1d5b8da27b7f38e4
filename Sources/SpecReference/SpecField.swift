/// What a field of a spec takes.
package indirect enum FieldShape: Hashable, Sendable {
  /// Text as it stands.
  case text
  /// Text with `{{ expression | format }}` parts.
  case template
  /// An expression of the expression language.
  case expression
  /// A number or date format.
  case format
  /// The name of a query.
  case query
  case boolean
  case integer(ClosedRange<Int>?)
  case number(ClosedRange<Double>?)
  /// A number, date, boolean or text, by another field's type.
  case scalar
  /// One of a few words.
  case choice([String])
  case list(FieldShape)
  /// One, or a list of them.
  case oneOrMore(FieldShape)
  /// A mapping whose keys the author chooses.
  case mapping(FieldShape)
  /// A mapping with the fields of a part.
  case part(String)
  /// Any of several shapes.
  case either([FieldShape])
}

/// One field of a spec, as its users know it.
package struct SpecField: Hashable, Sendable {
  /// The key in YAML.
  package let key: String
  package let shape: FieldShape
  package let isRequired: Bool
  /// What it does, as a sentence that begins in lower case, with its default.
  package let sentence: String

  init(_ key: String, _ shape: FieldShape, _ sentence: String, isRequired: Bool = false) {
    self.key = key
    self.shape = shape
    self.isRequired = isRequired
    self.sentence = sentence
  }
}

/// One kind of mapping in a spec: its fields.
package struct SpecPart: Hashable, Sendable {
  /// What other parts call it; for a block its kind.
  package let name: String
  /// What it is, as a sentence.
  package let sentence: String
  /// The field that is meant where the mapping is written as one value.
  package let shortField: String?
  package let fields: [SpecField]
  /// A small piece of YAML that shows it; empty for none.
  package let example: String

  init(
    _ name: String, _ sentence: String, shortField: String? = nil, example: String = "",
    _ fields: [SpecField]
  ) {
    self.name = name
    self.sentence = sentence
    self.shortField = shortField
    self.example = example
    self.fields = fields
  }
}
