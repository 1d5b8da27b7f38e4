import JSON

extension SlopeMark {
  func story(in words: Words) -> Story {
    let unit = layer.rows[.color].map { "one line per \(words.inSentence($0.label.oneLine))" } ?? ""
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
    guard let first = changes.first, let ends = Extremes(changes.map(\.1)) else {
      return words.ranges(layer)
    }
    guard changes.count > 1 else { return [course(first.0, first.1, words)] }
    return [tally(changes.map(\.1), words)]
      + (ends.high > 0 ? ["largest rise: " + told(ends.highest.map { changes[$0].0 }, words)] : [])
      + (ends.low < 0 ? ["largest fall: " + told(ends.lowest.map { changes[$0].0 }, words)] : [])
  }

  /// `all 4 lines rise`, `of 5 lines, 3 rise, 1 falls and 1 stays the same`.
  private func tally(_ changes: [Double], _ words: Words) -> String {
    let parts = [
      (count: changes.count { $0 > 0 }, one: "rises", several: "rise"),
      (count: changes.count { $0 < 0 }, one: "falls", several: "fall"),
      (count: changes.count { $0 == 0 }, one: "stays the same", several: "stay the same"),
    ].filter { $0.count > 0 }
    let all = words.count(changes.count)
    guard parts.count > 1 else {
      return "\(words.all(changes.count, "lines")) \(parts[0].several)"
    }
    let told = parts.map { "\(words.count($0.count)) \($0.count == 1 ? $0.one : $0.several)" }
    return "of \(all) lines, \(told.dropLast().joined(separator: ", ")) and \(told[told.count - 1])"
  }

  /// `Spain, from 12 to 31`.
  private func told(_ lines: [SlopeLines.Line], _ words: Words) -> String {
    words.few(Array(lines.indices)) { index in
      let name = layer.name(panel: lines[index].panel, group: lines[index].group, words)
      return [name, ends(lines[index], words)].compactMap(\.self).joined(separator: ", ")
    }
  }

  /// `up from 12 to 31`.
  private func course(_ line: SlopeLines.Line, _ change: Double, _ words: Words) -> String {
    let direction = change == 0 ? "no change," : change > 0 ? "up" : "down"
    return "\(layer.lead(line.panel, line.group, words))\(direction) \(ends(line, words))"
  }

  private func ends(_ line: SlopeLines.Line, _ words: Words) -> String {
    let y = layer.rows[.y]
    let told = [line.start, line.end].map { words.number($0 ?? .nan, like: y) }
    return "from \(told[0]) to \(told[1])"
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
