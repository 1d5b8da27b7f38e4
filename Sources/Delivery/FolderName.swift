/// Names of report folders, made from data that may hold anything.
package enum FolderName {
  /// The longest name, in bytes; file systems end at 255.
  static let limit = 120

  /// A safe name for a folder: letters, digits and `-_.=+,` stay, all else becomes `_`; never
  /// empty, never hidden, never a way to another folder.
  ///
  /// A name that had to be cut ends in a digest.
  package static func encoded(_ text: String) -> String {
    var name = ""
    for character in text {
      let isKept = character.isLetter || character.isNumber || "-_.=+,".contains(character)
      name.append(isKept ? character : "_")
    }
    while name.first == "." { name = "_" + name.dropFirst() }
    if name.isEmpty { name = "_" }
    guard name.utf8.count > limit else { return name }
    var cut = name
    while cut.utf8.count > limit - 9 { cut.removeLast() }
    return cut + "-" + Digest.sha256(text).prefix(8)
  }
}
