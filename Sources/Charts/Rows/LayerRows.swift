import Drawing
import Frame

/// The rows of one layer: a value of each channel for each mark-to-be.
struct LayerRows: Hashable, Sendable {
  var count: Int
  var channels: [Channel: ChannelColumn]
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
  /// Whether rows that share a place were put together, with the mean of what they measure.
  var areMeans = false
  /// What a reader must know of how rows were put together, each a sentence without its full stop.
  var remarks: [String] = []

  subscript(channel: Channel) -> ChannelColumn? { channels[channel] }

  /// The rows at the given indices, in their order.
  func picking(_ rows: [Int]) -> LayerRows {
    var picked = self
    picked.count = rows.count
    picked.channels = channels.mapValues { $0.picking(rows) }
    picked.behind = behind.map { behind in rows.map { behind[$0] } }
    return picked
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

/// Rows that a chart does not show, counted by the reason.
struct LeftOut: Hashable, Sendable {
  /// Why rows are not shown.
  enum Reason: Hashable, Sendable {
    case missing, infinite, notPositive, notShare, outsideDomain
    case noArea, negativeWeight
  }

  /// One reason, what it is about, and how many rows.
  struct Entry: Hashable, Sendable {
    let reason: Reason
    let label: String
    var rows: Int
  }

  /// One cut of a list that is too long to draw, such as 30 of 10,000 categories.
  struct Cut: Hashable, Sendable {
    let shown: Int
    let all: Int
    let what: String
    let rows: Int
  }

  private(set) var entries: [Entry] = []
  private(set) var cuts: [Cut] = []

  /// How many rows in all.
  var rows: Int { entries.reduce(0) { $0 + $1.rows } + cuts.reduce(0) { $0 + $1.rows } }

  mutating func add(_ rows: Int, _ reason: Reason, _ label: String) {
    guard rows > 0 else { return }
    if let index = entries.firstIndex(where: { $0.reason == reason && $0.label == label }) {
      entries[index].rows += rows
    } else {
      entries.append(Entry(reason: reason, label: label, rows: rows))
    }
  }

  mutating func add(_ cut: Cut) {
    if !cuts.contains(cut) { cuts.append(cut) }
  }
}
