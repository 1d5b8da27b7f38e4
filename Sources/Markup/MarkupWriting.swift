/// A writer of markup that keeps its own state beside the text.
package protocol MarkupWriting {
  /// Where the markup goes.
  var out: MarkupText { get set }
}

extension MarkupWriting {
  /// Writes an element with its contents; its end tag cannot be forgotten.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ contents: (inout Self) -> Void
  ) {
    out.open(name, attributes)
    contents(&self)
    out.close(name)
  }

  /// Writes an element that holds only text.
  package mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    text: String
  ) {
    element(name, attributes) { $0.data(text) }
  }

  /// Writes an element that has no contents, such as `br`.
  package mutating func void(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
  ) {
    out.open(name, attributes)
  }

  /// Writes text that comes from data or author, isolated where it could turn the direction of its
  /// surroundings.
  package mutating func data(_ text: String) {
    guard text.changesDirection else { return out.write(text) }
    out.open("bdi")
    out.write(text)
    out.close("bdi")
  }
}
