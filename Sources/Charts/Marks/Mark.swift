import Drawing
import Frame
import JSON
import Spec

/// One of the two sides of a panel along which places are measured.
enum Side: Hashable, Sendable {
  case x, y

  /// The channel of the side's places.
  var channel: Channel { self == .x ? .x : .y }
  /// The channel of the far ends of intervals.
  var endChannel: Channel { self == .x ? .x2 : .y2 }
  /// The other side.
  var other: Side { self == .x ? .y : .x }
}

/// A kind of mark: what it needs, what it computes from a layer, how it is drawn.
///
/// A mark is made once a layer; making it runs its statistic. It then says what the scales must
/// hold, and draws itself into each panel.
protocol Mark: Sendable {
  /// What it reads of its own from a spec, beyond its channels.
  associatedtype Settings: MarkSettings = NoSettings

  /// The word for it in a spec.
  static var name: String { get }
  /// Channels without which it cannot be drawn.
  static var needs: [Channel] { get }
  /// Channels that it also reads; `facet` apart, and `weight` where a trend reads it.
  static var takes: [Channel] { get }
  /// Channels that a row must have a value of to be drawn.
  static var cleans: [Channel] { get }
  /// Channels whose missing or refused values leave a gap where they stand: their rows stay, and are
  /// counted.
  static var breaks: [Channel] { get }
  /// Channels that must hold numbers or times, since the mark measures along them: of each list at
  /// least one.
  static var measures: [[Channel]] { get }
  /// Channels that must hold rows themselves and no aggregate, since the mark sums them up.
  static var sumsUp: [Channel] { get }
  /// How a legend shows it.
  static var sample: LegendSample { get }
  /// How the stages around it treat it.
  static var traits: MarkTraits { get }

  /// The rows as it will show them, decided before they are cleaned.
  static func shown(_ rows: LayerRows, _ settings: Settings) -> LayerRows

  /// The side along which bins are categories that the mark names; nil where it has none.
  static func namedSide(_ rows: LayerRows) -> Side?

  init(_ layer: Layer, _ settings: Settings)

  /// What the scale of a side must hold.
  func demand(_ side: Side) -> AxisDemand

  /// What the scale of a side must hold in some panels, where scales differ from panel to panel;
  /// nil for what a mark made of these panels' rows alone demands.
  func demand(_ side: Side, inPanels panels: Set<Int>) -> AxisDemand?

  /// The mark, told of all marks of the chart: a density beside a histogram takes its unit.
  func beside(_ marks: [any Mark]) -> Self

  /// Whether it computes in the space of the page, so that it must see its panels before the guides
  /// can tell of it; see ``arranged(in:)``.
  var isArrangedOnPage: Bool { get }

  /// The mark with what it computed in its panels, such as the cells of a grid of hexagons.
  ///
  /// Called once, for marks that are ``isArrangedOnPage``, with every panel at its place.
  func arranged(in panels: [Panel]) -> Self

  /// The mark with what it computed in its panels, whose labels keep clear of those of earlier marks.
  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> Self

  /// The areas of a panel that no label may cover: dots, and lines that are read.
  func obstacles(in panel: Panel) -> Obstacles

  /// The drawing of the rows that fall into a panel.
  func draw(in panel: Panel) -> [SceneElement]

  /// What the pointer tells of its shapes in a panel: each with its values in words, where they are
  /// no more than ``Tip/most``.
  func tips(in panel: Panel) -> [Tip]

  /// Labels at the right end of the marks that make a legend needless.
  func endLabels(in words: Words) -> [EndLabel]

  /// The colour categories whose lines differ in their dashes where no label names them.
  func lineGroups(in words: Words) -> Set<Int>

  /// The colour ramp of a measure that the mark computed itself, such as counts; nil where there is
  /// none.
  var ramp: RampGuide? { get }

  /// How many values each category along x holds in a panel, for the line under its name; empty
  /// where that is not told.
  func counts(panel: Int) -> [Value: Int]

  /// Legend entries for what the mark computed itself, such as the steps of a density.
  func legendEntries(in context: DrawingContext) -> [Legend.Entry]

  /// The room it needs at the right of its panel, for words behind the ends of its shapes.
  func labelRoom(in context: DrawingContext) -> Points

  /// The height of a panel of a width, of a mark that arranges its own places; nil leaves it to the
  /// chart.
  func panelHeight(width: Points) -> Points?

  /// The height it adds to a panel whose height nobody asked for.
  var addedHeight: Points { get }

  /// Why nothing of it can be drawn, a clause; nil where something can.
  func hindrance(in words: Words) -> String?

  /// What a reader is told about it.
  func story(in words: Words) -> Story

  /// Its keys of `results.json`.
  var results: [(key: String, value: JSONValue)] { get }
}

extension Mark {
  static var takes: [Channel] { [] }
  static var cleans: [Channel] { needs }
  static var breaks: [Channel] { [] }
  static var measures: [[Channel]] { [] }
  static var sumsUp: [Channel] { [] }
  static var sample: LegendSample { .square }
  static var traits: MarkTraits { [] }
  func demand(_ side: Side, inPanels panels: Set<Int>) -> AxisDemand? { nil }
  static func shown(_ rows: LayerRows, _ settings: Settings) -> LayerRows { rows }
  static func namedSide(_ rows: LayerRows) -> Side? { bandedSide(rows) }
  func beside(_ marks: [any Mark]) -> Self { self }
  var isArrangedOnPage: Bool { false }
  func arranged(in panels: [Panel]) -> Self { self }
  func arranged(in panels: [Panel], clearOf rooms: inout PanelRooms) -> Self {
    arranged(in: panels)
  }
  func obstacles(in panel: Panel) -> Obstacles { Obstacles() }
  func tips(in panel: Panel) -> [Tip] { [] }
  func endLabels(in words: Words) -> [EndLabel] { [] }
  func lineGroups(in words: Words) -> Set<Int> {
    Self.sample == .line ? Set(endLabels(in: words).map(\.group)) : []
  }
  var ramp: RampGuide? { nil }
  func counts(panel: Int) -> [Value: Int] { [:] }
  func legendEntries(in context: DrawingContext) -> [Legend.Entry] { [] }
  func labelRoom(in context: DrawingContext) -> Points { 0 }
  func panelHeight(width: Points) -> Points? { nil }
  var addedHeight: Points { 0 }
  func hindrance(in words: Words) -> String? { nil }
  var results: [(key: String, value: JSONValue)] { [] }
}

extension Mark {
  /// The mark of a layer, with settings that ``readSettings(_:)`` read.
  static func make(_ layer: Layer, _ settings: any MarkSettings) -> any Mark {
    Self(layer, settings as? Settings ?? Settings())
  }

  /// The rows as the mark will show them, with settings that ``readSettings(_:)`` read.
  static func prepared(_ rows: LayerRows, _ settings: any MarkSettings) -> LayerRows {
    shown(rows, settings as? Settings ?? Settings())
  }

  /// The side along which the mark lines up groups in bands, whatever holds them; nil where it has
  /// none.
  static func bandedSide(_ rows: LayerRows) -> Side? {
    if traits.contains(.linesUpNumbersOfY) { return rows.measuresUpwards ? nil : .y }
    guard traits.contains(.linesUpNumbers) else { return nil }
    return rows.groupedSide
  }

  /// Reads the mark's own fields.
  static func readSettings(_ fields: FieldReader) -> any MarkSettings {
    Settings(reading: fields)
  }

  /// The keys that ``readSettings(_:)`` asks for.
  static var settingKeys: [String] { Settings.keys }
}

/// What a mark reads of its own from a spec, beyond its channels.
protocol MarkSettings: Hashable, Sendable {
  /// The keys that ``init(reading:)`` asks for.
  static var keys: [String] { get }

  /// The settings of an author who says nothing.
  init()

  /// Reads the settings, noting what cannot be taken.
  init(reading fields: FieldReader)
}

/// The settings of a mark that has none.
struct NoSettings: MarkSettings {
  static let keys: [String] = []

  init() {}
  init(reading fields: FieldReader) {}
}

/// How the stages around a mark treat it.
struct MarkTraits: OptionSet, Hashable, Sendable {
  let rawValue: Int

  /// May lie, with lengths along x; lies down where the names of its categories are long.
  static let turnsForLongNames = MarkTraits(rawValue: 1 << 0)
  /// Lying, it is ordered by its measure unless the author says otherwise.
  static let ranksWhenLying = MarkTraits(rawValue: 1 << 1)
  /// Stays with others that lie down.
  static let turnsWithOthers = MarkTraits(rawValue: 1 << 2)
  /// Shows a numeric colour on a ramp and not by category.
  static let showsMeasureAsRamp = MarkTraits(rawValue: 1 << 3)
  /// Shows a numeric colour on a ramp where it sums up rows or is no whole number, else by category.
  static let showsSumsAsRamp = MarkTraits(rawValue: 1 << 24)
  /// Puts plain numbers of x and y into bands, which it fills without a gap.
  static let fillsBands = MarkTraits(rawValue: 1 << 4)
  /// Needs no hairlines to be read by.
  static let needsNoGrid = MarkTraits(rawValue: 1 << 5)
  /// Puts plain numbers of the side along which its groups are lined up into bands: x, unless y holds
  /// categories.
  static let linesUpNumbers = MarkTraits(rawValue: 1 << 20)
  /// Puts plain numbers of y into bands.
  static let linesUpNumbersOfY = MarkTraits(rawValue: 1 << 21)
  /// Covers the whole width of a bin; other marks stand at a bin's middle.
  static let coversBins = MarkTraits(rawValue: 1 << 8)
  /// May carry a trend.
  static let carriesTrend = MarkTraits(rawValue: 1 << 6)
  /// Shows groups whose differences brackets may tell.
  static let carriesComparison = MarkTraits(rawValue: 1 << 12)
  /// Writes at the ends of its bars, which takes room above a panel.
  static let labelsBars = MarkTraits(rawValue: 1 << 14)
  /// Has one shape a place, whatever the labels of its rows.
  static let oneLabelAPlace = MarkTraits(rawValue: 1 << 17)
  /// Is read by its length from 0.
  static let readsLengths = MarkTraits(rawValue: 1 << 16)
  /// Is not read from 0, which is a number like others to it.
  static let hasNoZero = MarkTraits(rawValue: 1 << 29)
  /// Needs days or moments on x.
  static let needsDays = MarkTraits(rawValue: 1 << 13)
  /// Writes its values beside its shapes and names its lines from the last band, so that the axis of
  /// y needs no labels.
  static let writesItsValues = MarkTraits(rawValue: 1 << 15)
  /// Stands beyond the end of the axis, where nothing is cut.
  static let standsBeyondAxis = MarkTraits(rawValue: 1 << 23)
  /// Computes from rows beyond a domain too: the domain is a window on the result.
  static let seesBeyondDomain = MarkTraits(rawValue: 1 << 22)
  /// Layers of it that show different measures are told apart by colour.
  static let toldApartByMeasure = MarkTraits(rawValue: 1 << 7)
}

/// A colour ramp that a mark computed, for the legend.
struct RampGuide: Hashable, Sendable {
  let scale: RampScale
  /// What the numbers are, and how they are worded.
  let channel: ChannelColumn?
}

/// How a mark looks in a legend.
enum LegendSample: Hashable, Sendable {
  case dot, line, square
}

/// What one mark asks of the scale of a side.
struct AxisDemand: Hashable, Sendable {
  /// The numbers to be shown, nil where there are none.
  var range: ClosedRange<Double>?
  /// The categories to be shown, in order of appearance.
  var categories: [Value] = []
  /// Whether 0 must be shown, since lengths are read from it.
  var needsZero = false
  /// Whether the axis ends with the data and not with the next tick.
  var isTight = false
  /// The smallest step that makes sense for ticks, such as 1 for counts.
  var smallestStep = 0.0
  /// The room beyond the axis's end that brackets take.
  var headroom: Points = 0
  /// How far marks reach over their places.
  var margin: Points = 0

  /// Asks for places of a column as it is: categories or numbers.
  init(_ column: ChannelColumn?, asBands: Bool = false) {
    guard let column else { return }
    if column.isCategorical || asBands {
      categories = column.column.distinctValues
    } else {
      let numbers = column.column.doubles
      range = AxisDemand.range(numbers)
      if let width = column.binWidth, let range {
        self.range = range.lowerBound...range.upperBound + width
      }
    }
  }

  /// Asks for a range of numbers.
  init(range: ClosedRange<Double>?) { self.range = range }

  /// The range of the finite numbers, nil where there is none.
  static func range(_ numbers: [Double]) -> ClosedRange<Double>? { NumberSurvey(numbers).range }

  /// Both demands in one.
  func joined(_ other: AxisDemand) -> AxisDemand {
    var demand = self
    demand.range = AxisDemand.joined(range, other.range)
    let known = Set(categories)
    demand.categories += other.categories.filter { !known.contains($0) }
    demand.needsZero = needsZero || other.needsZero
    demand.isTight = isTight || other.isTight
    demand.smallestStep = max(smallestStep, other.smallestStep)
    demand.headroom = max(headroom, other.headroom)
    demand.margin = max(margin, other.margin)
    return demand
  }

  /// The smallest range that holds both.
  static func joined(_ a: ClosedRange<Double>?, _ b: ClosedRange<Double>?) -> ClosedRange<Double>? {
    guard let a, let b else { return a ?? b }
    return min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
  }
}

/// What a reader is told about a mark, from its own numbers.
struct Story: Hashable, Sendable {
  /// The kind of chart, such as `Scatter plot`.
  var kind: String
  /// What is shown, such as `risk score by weight`.
  var measure: String
  /// What a mark is, such as `one dot a user, n = 2,410`.
  var unit: String
  /// Findings for the alt text, each a sentence without its full stop.
  var findings: [String] = []
  /// Method for the note, each a sentence without its full stop.
  var methods: [String] = []
  /// How many rows the marks show.
  var points: Int
}

/// A label at the right edge of a panel, level with the end of its mark.
struct EndLabel: Hashable, Sendable {
  /// The index of the colour category it speaks of.
  var group: Int
  var name: String
  /// The last value, or what else stands behind the name.
  var value: String?
  /// A second line in grey.
  var detail: String?
  /// The number of the y scale where the mark ends.
  var level: Double
  var paint: Paint
}
