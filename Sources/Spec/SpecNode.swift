package import Diagnostics

/// A YAML node that knows its place.
package struct SpecNode: Hashable, Sendable {
  package let content: Content
  /// The place of the node's first character.
  package let place: SourcePlace

  package init(_ content: Content, at place: SourcePlace) {
    self.content = content
    self.place = place
  }

  /// The kinds of nodes.
  package indirect enum Content: Hashable, Sendable {
    case scalar(Scalar)
    case sequence([SpecNode])
    case mapping([Entry])
  }

  /// A scalar's text and whether it was quoted (a quoted `12` is text).
  package struct Scalar: Hashable, Sendable {
    package let text: SourceText
    package let isPlain: Bool

    package init(text: SourceText, isPlain: Bool) {
      self.text = text
      self.isPlain = isPlain
    }
  }

  /// One key and its value.
  package struct Entry: Hashable, Sendable {
    package let key: String
    package let keyPlace: SourcePlace
    package let value: SpecNode

    package init(key: String, keyPlace: SourcePlace, value: SpecNode) {
      self.key = key
      self.keyPlace = keyPlace
      self.value = value
    }
  }
}
