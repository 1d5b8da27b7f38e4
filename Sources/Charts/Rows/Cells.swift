import Frame
import Statistics

extension LayerRows {
  /// The rows of a heat map: those of one cell put together, with the mean of the measure that the
  /// colour shows.
  ///
  /// Cells of categories stay as they are: their last row is seen, and that is told.
  var asCells: LayerRows {
    let sides = [Channel.x, .y, .x2, .y2] + Channel.panels
    let cells = GroupCodes(sides.compactMap { self[$0]?.column }, rows: count).rows
    guard cells.count < count, let color = self[.color] else { return self }
    guard color.showsMeasure else {
      var rows = self
      rows.remarks.append("Of rows that share a cell the last is seen")
      return rows
    }
    let numbers = color.column.doubles
    let means = self.means(of: numbers, in: cells)
    var rows = picking(cells.map { $0[0] })
    rows.areMeans = true
    // Where a cell has no mean, all its rows are left out with it.
    rows.behind = cells.indices.map { cell in
      countBehind(cells[cell].filter { means[cell] == nil || numbers[$0].isFinite })
    }
    let lost = cells.indices.filter { means[$0] != nil }
      .flatMap { cells[$0].filter { !numbers[$0].isFinite } }
    rows.leftOut.add(countBehind(lost.filter { numbers[$0].isNaN }), .missing, color.label)
    rows.leftOut.add(countBehind(lost.filter { numbers[$0].isInfinite }), .infinite, color.label)
    if color.settings.label == nil, !isAggregated {
      rows.channels[.color]?.label = "Mean \(color.label.insideSentence)"
    }
    rows.channels[.color]?.column = Column(doubles: means)
    rows.remarks.append("Rows that share a cell are shown by their mean")
    rows.label(from: self, cells, means)
    return rows
  }

  /// The mean of each cell, of the rows of the query that stand behind its rows; nil where no row has
  /// a finite value.
  private func means(of numbers: [Double], in cells: [[Int]]) -> [Double?] {
    cells.map { cell in
      let rows = cell.filter { numbers[$0].isFinite }
      guard !rows.isEmpty else { return nil }
      let weights = behind.map { behind in rows.map { behind[$0] } }
      return Moments(Sample(rows.map { numbers[$0] }), weights: weights).mean
    }
  }

  /// Labels cells: by the mean where rows are labelled by the measure, else by what all rows of a
  /// cell are labelled by.
  private mutating func label(from rows: LayerRows, _ cells: [[Int]], _ means: [Double?]) {
    guard let label = rows[.label] else { return }
    guard label.field != rows[.color]?.field else {
      channels[.label]?.column = Column(doubles: means)
      return
    }
    channels[.label]?.column = label.column.shared(by: cells)
    let differing = cells.count { label.column.differs(in: $0) }
    if let remark = label.remark(onLabelsLeftOut: differing) { remarks.append(remark) }
  }
}

extension Column {
  /// What all rows of each group hold, absent where they differ.
  func shared(by groups: [[Int]]) -> Column {
    let differing = groups.indices.filter { differs(in: groups[$0]) }
    return picking(groups.map { $0[0] }).without(Set(differing))
  }

  /// Whether some rows hold different values.
  func differs(in rows: [Int]) -> Bool { rows.dropFirst().contains { self[$0] != self[rows[0]] } }
}

extension ChannelColumn {
  /// Whether the values are numbers that are measured and no categories.
  var showsMeasure: Bool {
    column.type.isNumeric && settings.scale != .categorical && settings.scale != .band
  }

  /// That labels are left out where rows that are shown together differ in them; nil where none are.
  func remark(onLabelsLeftOut count: Int) -> String? {
    guard count > 0 else { return nil }
    let label = label.oneLine.insideSentence
    return count == 1
      ? "1 label is left out, since the rows behind it differ in \(label)"
      : "\(count) labels are left out, since the rows behind each differ in \(label)"
  }
}
