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
