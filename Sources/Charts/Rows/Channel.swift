package import Evaluation
package import Dates
package import Drawing
import Expressions
package import Formatting
package import Frame

/// A way in which a mark shows a value.
package enum Channel: String, Hashable, Sendable, CaseIterable {
  case x, y, x2, y2, color, size, shape, label, facet, facetRow, weight

  /// The channels that decide into which panels a row falls; `facetRow` is `row` of `facet`.
  static let panels: [Channel] = [.facet, .facetRow]

  /// Whether the channel is a place.
  var isPosition: Bool { self == .x || self == .y || self == .x2 || self == .y2 }
}

/// The scale that an author asks of a channel.
package enum ScaleKind: String, Hashable, Sendable, CaseIterable {
  case linear, log, symlog, sqrt, logit, time, band, categorical, sequential, diverging
}

/// How an author wants a channel shown.
package struct ChannelSettings: Hashable, Sendable {
  /// What the values are, for readers; nil makes it from the expression.
  package var label: String?
  /// A label with values in it, which are put in before the chart is drawn.
  package var labelTemplate: TextTemplate?
  /// How values are worded; nil suits the numbers or moments themselves.
  package var format: ValueFormat?
  /// The scale that is asked for; nil suits the values and the mark.
  package var scale: ScaleKind?
  /// The categories in their order, or the two ends of a range; empty for what the data say.
  package var domain: [Value] = []
  /// How categories are ordered; nil is by their own order.
  package var sort: CategoryOrder?
  /// Whether a range must hold 0; nil lets the mark decide.
  package var includesZero: Bool?
  /// The base whose powers a log scale shows.
  package var base = LogBase.ten
  /// Where a symlog scale becomes logarithmic; nil takes it from the data.
  package var constant: Double?
  /// The zone in which moments are told; nil is UTC.
  package var zone: Zone?
  /// The ramp of a measure; nil is the one that the scale asks for.
  package var scheme: ColorRamp?
  /// The categories that keep a colour of their own, in their order; empty for as many as there are
  /// colours.
  package var highlight: [Value] = []
  /// The value in the middle of a diverging ramp; nil is 0, or the middle of the domain.
  package var midpoint: Double?
  /// Of a facet: how its panels are arranged.
  package var panels = PanelSettings()

  /// Makes settings that leave all to the data and the mark.
  package init() {}

  /// The ramp of a measure.
  var ramp: ColorRamp { scheme ?? (scale == .diverging ? .diverging : .sequential) }
}

/// How an author wants small panels arranged.
package struct PanelSettings: Hashable, Sendable {
  /// Which scales differ from panel to panel.
  package enum Scales: String, Hashable, Sendable, CaseIterable {
    case same = "shared"
    case free, free_x, free_y

    /// Whether each panel has its own scale of a side.
    func isFree(_ side: Side) -> Bool {
      self == .free || self == (side == .x ? .free_x : .free_y)
    }
  }

  /// How many panels stand side by side; nil for as many as can be read.
  package var columns: Int?
  /// Which scales differ from panel to panel.
  package var scales = Scales.same

  /// Makes panels on one scale, as many side by side as can be read.
  package init() {}
}

/// The order of categories along an axis.
package struct CategoryOrder: Hashable, Sendable {
  /// What decides.
  package enum Key: String, Hashable, Sendable {
    /// The category itself.
    case own
    /// The measure on the other axis.
    case measure
    /// First appearance in the data.
    case appearance
  }

  /// What decides the order.
  package var key: Key
  /// Whether the last, or the largest, comes first.
  package var isDescending: Bool

  /// Makes an order, ascending unless said otherwise.
  package init(_ key: Key, isDescending: Bool = false) {
    self.key = key
    self.isDescending = isDescending
  }
}

/// The values of a channel for a layer's rows, with all that guides need to know.
struct ChannelColumn: Hashable, Sendable {
  var column: Column
  /// The expression's text: what names a field of categories through the whole report.
  var field: String
  /// What the values are, for readers.
  var label: String
  var settings = ChannelSettings()
  /// The width of the bins whose lower edges the values are; nil for plain values.
  var binWidth: Double?
  /// The periods in whose middles the values stand; nil for values at their own places.
  var period: PeriodPlaces?
  /// Whether values were computed along the line, so that its first rows have none yet.
  var runsAlongRows = false
  /// Whether every row has this same written value.
  var isConstant = false
  /// Whether each value sums up rows.
  var isAggregated = false
  /// Whether values of parts may be added up to that of the whole.
  var addsUp = true

  /// Whether the values are places in time.
  var isTime: Bool { column.type == .date || column.type == .timestamp }

  /// Whether the values are categories unless a mark or the author says otherwise.
  var isCategorical: Bool {
    switch settings.scale {
    case .band, .categorical: true
    case nil: column.type == .text || column.type == .boolean
    // Words have no place among numbers, whatever scale is asked for.
    default: column.type == .text
    }
  }

  /// Whether the values are categories, and there are any.
  var isWords: Bool { isCategorical && column.missing < column.count }

  /// How numbers of this column are bent.
  var transform: Transform {
    switch settings.scale {
    case .log: .log
    case .symlog:
      .symlog(constant: settings.constant ?? Transform.symlogConstant(column.doubles))
    case .logit: .logit
    case .sqrt: .sqrt
    case .time: .time
    case nil where isTime: .time
    default: .linear
    }
  }

  /// The rows at the given indices.
  func picking(_ rows: [Int]) -> ChannelColumn {
    var picked = self
    picked.column = column.picking(rows)
    return picked
  }
}
