extension SpecNode.Entry {
  /// Whether the key is what stands behind a comma in a call that was not quoted, as `8)` of
  /// `{ x: bin(age, 8) }`.
  var isRestOfCall: Bool {
    guard value.isEmpty, key.contains(")") else { return false }
    return key.count { $0 == ")" } > key.count { $0 == "(" }
  }
}
