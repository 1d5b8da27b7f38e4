import Drawing
import Frame

/// The rows of one layer: a value of each channel for each mark-to-be.
struct LayerRows: Hashable, Sendable {
  var count: Int
  var channels: [Channel: ChannelColumn]
  /// The query that they are of.
  var query = ""
  /// Of groups, what makes them.
  var makers: [String]?
  /// What was left out so far.
  var leftOut = LeftOut()
  /// Constant opacity from 0 to 1, nil where the mark decides.
  var opacity: Double?
  /// The one paint of all rows, nil where colours are decided for the chart.
  var paint: Paint?
  /// The width of lines, nil where the mark decides.
  var lineWidth: Points?
  /// What one row stands for, such as `row`, or `group` where rows were summed up.
  var isAggregated = false
  /// Where rows are so many that the mark shows how many there are and not each: the labels of the
  /// channels that this leaves out.
  var unshown: [String]?
  /// How many rows of the query stand behind each row; nil for one each.
  var behind: [Int]?
  /// Which rows of their source they are; nil for all of them in order.
  var origins: [Int]?
  /// Whether rows that share a place were put together, with the mean of what they measure.
  var areMeans = false
  /// What a reader must know of how rows were put together, each a sentence without its full stop.
  var remarks: [String] = []

  /// What the rows are: those of one source are the same rows in the same order.
  var source: [String] { [query] + (makers.map { ["by"] + $0 } ?? []) }

  subscript(channel: Channel) -> ChannelColumn? { channels[channel] }

  /// The rows at the given indices, in their order.
  func picking(_ rows: [Int]) -> LayerRows {
    var picked = self
    picked.count = rows.count
    picked.channels = channels.mapValues { $0.picking(rows) }
    picked.behind = behind.map { behind in rows.map { behind[$0] } }
    picked.origins = rows.map(origin)
    return picked
  }

  /// Which row of the source a row is.
  func origin(_ row: Int) -> Int { origins?[row] ?? row }

  /// Some rows that are left out, or counted, for a reason.
  func entry(_ rows: [Int], _ reason: LeftOut.Reason, _ label: String) -> LeftOut.Entry {
    LeftOut.Entry(
      reason: reason, label: label, rows: countBehind(rows), places: rows.map(origin),
      behind: behind.map { behind in rows.map { behind[$0] } })
  }

  /// How many rows of the query stand behind some rows.
  func countBehind(_ rows: [Int]) -> Int {
    behind.map { behind in rows.reduce(0) { $0 + behind[$1] } } ?? rows.count
  }

  /// The rows with x and y exchanged: what lies down then stands up.
  var flipped: LayerRows {
    var rows = self
    for (a, b) in [(Channel.x, Channel.y), (.x2, .y2)] {
      (rows.channels[a], rows.channels[b]) = (rows.channels[b], rows.channels[a])
    }
    return rows
  }
}
