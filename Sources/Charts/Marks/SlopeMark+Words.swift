import JSON

extension SlopeMark {
  func story(in words: Words) -> Story {
    let unit = layer.rows[.color].map { "one line a \(words.inSentence($0.label.oneLine))" } ?? ""
    var story = Story(
      kind: "Slope chart", measure: words.yByX(layer), unit: unit, findings: findings(words),
      points: layer.rows.count)
    if slopes.shared > 0 {
      story.methods.append("Rows that share a line and a place are shown by their mean")
    }
    if slopes.broken > 0, slopes.moments.count > 1 {
      story.methods.append(
        "\(words.count(slopes.broken)) of \(words.count(slopes.lines.count)) lines "
          + (slopes.broken == 1 ? "lacks" : "lack") + " a value at an end")
    }
    return story
  }

  private func findings(_ words: Words) -> [String] {
    let changes = slopes.lines.compactMap { line in line.change.map { (line, $0) } }
    guard let most = changes.max(by: { $0.1 < $1.1 }), let least = changes.min(by: { $0.1 < $1.1 })
    else { return words.ranges(layer) }
    let risen = changes.count { $0.1 > 0 }
    let fallen = changes.count { $0.1 < 0 }
    guard changes.count > 1 else { return [told(most, "", words)] }
    let count =
      "of \(words.count(changes.count)) lines \(words.count(risen)) rise and "
      + "\(words.count(fallen)) fall"
    return [count] + (risen > 0 ? [told(most, " most", words)] : [])
      + (fallen > 0 ? [told(least, " most", words)] : [])
  }

  /// `Spain rises most, from 12 to 31`.
  private func told(_ change: (line: SlopeLines.Line, by: Double), _ most: String, _ words: Words)
    -> String
  {
    let y = layer.rows[.y]
    let subject = name(change.line).isEmpty ? y?.label.oneLine ?? "" : name(change.line)
    guard change.by != 0, let start = change.line.start, let end = change.line.end else {
      return "\(subject) stays the same"
    }
    return "\(subject) \(change.by > 0 ? "rises" : "falls")\(most), from "
      + "\(words.number(start, like: y)) to \(words.number(end, like: y))"
  }

  var results: [(key: String, value: JSONValue)] {
    let changes = slopes.lines.compactMap(\.change)
    return [
      ("lines", .count(slopes.lines.count)), ("moments", .count(slopes.moments.count)),
      ("rising", .count(changes.count { $0 > 0 })), ("falling", .count(changes.count { $0 < 0 })),
      ("without_an_end", .count(slopes.moments.count > 1 ? slopes.broken : 0)),
    ]
  }
}
