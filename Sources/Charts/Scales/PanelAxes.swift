import Frame

/// What one side of every panel measures: one plan for all panels, or one for each whose scale is
/// its own.
struct PanelAxes: Hashable, Sendable {
  /// The plans; where all panels share their scale there is one.
  let plans: [AxisPlan]
  /// The plan of each panel.
  let indices: [Int]

  /// The plan of the first panel, by which words are chosen.
  var first: AxisPlan { plans[0] }

  /// Whether scales differ.
  var isFree: Bool { plans.count > 1 }

  /// Decides a side for all panels from what each mark demands of it.
  ///
  /// `remake` makes the marks of some rows anew, to ask what these alone demand.
  static func train(
    _ side: Side, _ layers: [Layer], _ marks: [any Mark], _ demands: [AxisDemand], _ facets: Facets,
    remake: ([Layer]) -> [any Mark]
  ) -> PanelAxes {
    let shared = AxisPlan.train(side, layers, demands: demands)
    let keys = facets.scaleKeys(side)
    let count = (keys.max() ?? 0) + 1
    guard count > 1 else { return PanelAxes(plans: [shared], indices: keys) }
    let parts = layers.map { $0.split(panelKeys: keys, count: count) }
    let plans = (0..<count).map { key -> AxisPlan in
      let own = parts.map { $0[key] }
      // A panel without rows has no say; it borrows the scale of all.
      guard own.contains(where: { $0.rows.count > 0 }) else { return shared }
      let panels = Set(keys.indices.filter { keys[$0] == key })
      let remade = remake(own)
      let demands = marks.indices.map { index in
        marks[index].demand(side, inPanels: panels) ?? remade[index].demand(side)
      }
      return AxisPlan.train(side, own, demands: demands)
    }
    return PanelAxes(plans: plans, indices: keys)
  }
}

extension Facets {
  /// Which panels share a scale of a side: equal numbers, counted from 0.
  ///
  /// In a grid a free x is shared by a column and a free y by a row, so that both stay aligned.
  fileprivate func scaleKeys(_ side: Side) -> [Int] {
    guard settings.scales.isFree(side) else { return Array(repeating: 0, count: count) }
    guard let grid else { return Array(0..<count) }
    let columns = grid.columnHeads.count
    return (0..<count).map { side == .x ? $0 % columns : $0 / columns }
  }
}

extension Layer {
  /// The layer's rows by the key of their panel.
  fileprivate func split(panelKeys: [Int], count: Int) -> [Layer] {
    var rowsByKey = Array(repeating: [Int](), count: count)
    for (row, panel) in panels.enumerated() { rowsByKey[panelKeys[panel]].append(row) }
    return rowsByKey.map { picked in
      var layer = self
      layer.rows = rows.picking(picked)
      layer.panels = picked.map { panels[$0] }
      layer.groups = picked.map { groups[$0] }
      return layer
    }
  }
}
