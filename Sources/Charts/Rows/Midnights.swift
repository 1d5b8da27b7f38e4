import Dates
import Frame

extension ChannelColumn {
  /// The column with each moment put back to the midnight before it, by the column's clocks, so that
  /// the moments of a day are one value; days and what is missing stay.
  var atMidnights: ChannelColumn {
    guard case .timestamp(let moments) = column.values else { return self }
    var days = self
    days.column = Column(
      timestamps: moments.indices.map { row in
        guard column.isPresent(row) else { return nil }
        let local = settings.zone?.local(moments[row]) ?? moments[row]
        let midnight = Timestamp(local.date).microseconds / 1_000_000
        let seconds = settings.zone?.moment(atLocal: midnight) ?? midnight
        return Timestamp(microseconds: seconds * 1_000_000)
      })
    return days
  }
}
