package import Diagnostics

// CONTRACT: bodies come with the Spec module; signatures are relied on by Queries, Charts, Pages.

/// Reads the fields of one YAML mapping strictly: each asked-for field is checked for its type, and
/// `finish()` reports every field that nobody asked for, with the nearest known name.
package final class FieldReader {
  /// What is being read, in words such as `a chart`, `query 'people'`.
  package let subject: String
  package let node: SpecNode
  package let problems: Problems
  private var asked: Set<String> = []

  /// Begins to read a node; a node that is no mapping is noted as an error and reads as empty.
  package init(_ node: SpecNode, subject: String, problems: Problems) {
    self.node = node
    self.subject = subject
    self.problems = problems
  }

  /// The place of a field's key where the field is given, else of the whole mapping.
  package func place(of key: String) -> SourcePlace { node.place }

  /// Whether the field is given.
  package func has(_ key: String) -> Bool { false }

  /// A field's node as it stands.
  package func node(_ key: String) -> SpecNode? { nil }

  /// A field's node; its absence is an error.
  package func required(_ key: String) -> SpecNode? { nil }

  /// Text; a plain number or boolean is taken as its text.
  package func text(_ key: String) -> SourceText? { nil }

  /// Text as a plain string.
  package func string(_ key: String) -> String? { nil }

  /// A whole number, perhaps within a range.
  package func integer(_ key: String, in range: ClosedRange<Int>? = nil) -> Int? { nil }

  /// A finite number, perhaps within a range.
  package func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? { nil }

  /// `true` or `false`.
  package func boolean(_ key: String) -> Bool? { nil }

  /// One of a few words.
  package func choice<T: RawRepresentable & CaseIterable>(_ key: String, of type: T.Type) -> T?
  where T.RawValue == String { nil }

  /// A sequence's nodes; a single node counts as a sequence of one where `orSingle`.
  package func list(_ key: String, orSingle: Bool = false) -> [SpecNode]? { nil }

  /// A mapping's entries in order.
  package func entries(_ key: String) -> [SpecNode.Entry]? { nil }

  /// A nested mapping to read.
  package func fields(_ key: String, subject: String) -> FieldReader? { nil }

  /// Notes every field that was given but never asked for. Call once, last.
  package func finish() {}
}

extension SpecNode {
  /// The scalar's text, noting an error where the node is no scalar.
  package func text(_ what: String, problems: Problems) -> SourceText? { nil }

  /// The mapping's entries, noting an error where the node is no mapping.
  package func entries(_ what: String, problems: Problems) -> [Entry]? { nil }

  /// The sequence's nodes, noting an error where the node is no sequence.
  package func items(_ what: String, problems: Problems) -> [SpecNode]? { nil }
}
