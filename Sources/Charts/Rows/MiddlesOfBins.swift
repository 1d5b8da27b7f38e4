import Frame

extension LayerRows {
  /// The rows with each bin's middle in place of its lower edge: where a dot or a corner stands; but
  /// for sides along which bins are categories, named by both their ends.
  func atMiddlesOfBins(but named: [Side]) -> LayerRows {
    var rows = self
    let kept = named.map(\.channel)
    for (channel, values) in channels where channel.isPosition && !kept.contains(channel) {
      guard let width = values.binWidth, !values.isTime else { continue }
      let middles = values.column.doubles.map { $0.isFinite ? $0 + width / 2 : nil }
      rows.channels[channel]?.column = Column(doubles: middles)
      rows.channels[channel]?.binWidth = nil
    }
    return rows
  }
}

extension LayerRows {
  /// The side along which groups of rows are lined up: y where it alone holds categories or bins.
  var groupedSide: Side {
    guard let y = self[.y], !y.isCategorical else { return .y }
    guard y.binWidth != nil, let x = self[.x] else { return .x }
    return x.isCategorical || x.binWidth != nil ? .x : .y
  }
}
