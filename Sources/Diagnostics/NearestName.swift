/// The known name nearest to a misspelt one, or nil where none is near.
///
/// Near means at most a third of the letters differ (at least one may), letter case aside; of
/// equally near names one that begins alike is taken, then the first by alphabet.
package func nearestName(to name: String, in known: [String]) -> String? {
  // A name of one letter is as near to every other letter: only its case may differ.
  let limit = min(max(1, name.count / 3), name.count - 1)
  let wanted = Array(name.lowercased())
  let ranked = known.map { name -> (distance: Int, begin: Int, name: String) in
    let letters = Array(name.lowercased())
    return (editDistance(wanted, letters), letters.first == wanted.first ? 0 : 1, name)
  }
  return ranked.filter { $0.distance <= limit }.min { $0 < $1 }?.name
}

/// The known name that is meant: what another tool's word stands for, or the nearest in spelling.
package func meantName(by name: String, in known: [String]) -> String? {
  Synonyms.meaning(of: name, among: known) ?? nearestName(to: name, in: known)
}

/// Hints for an unknown name: the one that is meant, or the list of all.
package func hints(forUnknown name: String, among known: [String], listing: Int = 12) -> [String] {
  if let advice = Synonyms.advice(on: name, among: known) { return [advice] }
  if let meant = meantName(by: name, in: known) { return ["did you mean '\(meant)'?"] }
  guard !known.isEmpty else { return [] }
  let shown = known.prefix(listing).joined(separator: ", ")
  return ["known: \(shown)" + (known.count > listing ? ", and \(known.count - listing) more" : "")]
}

/// What to do where YAML has cut a value that was not quoted at a comma.
package let hintToQuote =
  "inside { } a comma ends a value: put the whole expression in quotes, \"bin(age, 8)\""

/// Damerau's distance: insertions, deletions, replacements and swaps of neighbours.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforeLast[j - 1] + 1)
      }
      row.append(best)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
