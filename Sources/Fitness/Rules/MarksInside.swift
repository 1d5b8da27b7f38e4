import Drawing

/// Marks lie inside the room of their panel and inside the drawing, at places that exist.
enum MarksInside: FitnessRule {
  static let name = "marks-inside"
  static let remedy =
    "give the axis a range that holds them ('domain', 'scale'), or the chart more room ('height')"

  static func findings(in reading: SceneReading) -> [Finding] {
    let whole = Rectangle(x: 0, y: 0, width: reading.size.width, height: reading.size.height)
    var told: Set<String> = []
    return reading.inks.compactMap { ink in
      // Paper under the words of a mark shows nothing.
      guard ink.isMark || ink.isSample, ink.paint != reading.theme.paper, !ink.isEmpty,
        let fault = fault(of: ink, in: whole),
        told.insert("\(ink.role) \(ink.name) \(ink.paint) \(fault.kind)").inserted
      else { return nil }
      return Finding(
        rule: Self.self, role: ink.role, element: ink.name,
        place: ink.hasLostPlaces ? nil : ink.bounds, fault: fault.words)
    }
  }

  private static func fault(of ink: Ink, in whole: Rectangle) -> (kind: Int, words: String)? {
    if ink.hasLostPlaces { return (0, "has a place that is no number") }
    // Half a stroke or a small dot at the drawing's edge is seen well enough.
    let edge = whole.grown(by: FitnessLimits.edge)
    if ink.bounds.reach(over: edge) != nil, let reach = ink.bounds.reach(over: whole) {
      return (1, "reaches \(reach) of the drawing")
    }
    guard let room = ink.room,
      ink.bounds.reach(over: room.grown(by: ink.overhang)) != nil,
      let reach = ink.bounds.reach(over: room)
    else { return nil }
    return (2, "reaches \(reach) of its panel")
  }
}

extension Ink {
  /// Whether it shows data.
  var isMark: Bool { ["marks", "sparkline"].contains(role.split(separator: "/").last ?? "") }

  /// Whether it shows in a legend how marks look.
  fileprivate var isSample: Bool { role.split(separator: "/").last == "legend" }

  /// How far it may reach over its panel: the half of a dot at the edge, the caps of a line.
  fileprivate var overhang: Points {
    if case .dots(_, _, let radius) = form { return Points(radius + 1) }
    return 6
  }
}
