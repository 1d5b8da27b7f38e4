import Frame

extension LayerRows {
  /// The rows with each bin's middle in place of its lower edge: where a dot or a corner stands.
  var atMiddlesOfBins: LayerRows {
    var rows = self
    for (channel, values) in channels where channel.isPosition {
      guard let width = values.binWidth, !values.isTime else { continue }
      let middles = values.column.doubles.map { $0.isFinite ? $0 + width / 2 : nil }
      rows.channels[channel]?.column = Column(doubles: middles)
      rows.channels[channel]?.binWidth = nil
    }
    return rows
  }
}
