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
  static let showsSumsAsRamp = MarkTraits(rawValue: 1 << 4)
  /// Puts plain numbers of x and y into bands, which it fills without a gap.
  static let fillsBands = MarkTraits(rawValue: 1 << 5)
  /// Needs no hairlines to be read by.
  static let needsNoGrid = MarkTraits(rawValue: 1 << 6)
  /// Puts plain numbers of the side along which its groups are lined up into bands: x, unless y holds
  /// categories.
  static let linesUpNumbers = MarkTraits(rawValue: 1 << 7)
  /// Puts plain numbers of y into bands.
  static let linesUpNumbersOfY = MarkTraits(rawValue: 1 << 8)
  /// Covers the whole width of a bin; other marks stand at a bin's middle.
  static let coversBins = MarkTraits(rawValue: 1 << 9)
  /// May carry a trend.
  static let carriesTrend = MarkTraits(rawValue: 1 << 10)
  /// Shows groups whose differences brackets may tell.
  static let carriesComparison = MarkTraits(rawValue: 1 << 11)
  /// Writes at the ends of its bars, which takes room above a panel.
  static let labelsBars = MarkTraits(rawValue: 1 << 12)
  /// Has one shape a place, whatever the labels of its rows.
  static let oneLabelAPlace = MarkTraits(rawValue: 1 << 13)
  /// Is read by its length from 0.
  static let readsLengths = MarkTraits(rawValue: 1 << 14)
  /// Is not read from 0, which is a number like others to it.
  static let hasNoZero = MarkTraits(rawValue: 1 << 15)
  /// Needs days or moments on x.
  static let needsDays = MarkTraits(rawValue: 1 << 16)
  /// Writes its values beside its shapes and names its lines from the last band, so that the axis of
  /// y needs no labels.
  static let writesItsValues = MarkTraits(rawValue: 1 << 17)
  /// Stands beyond the end of the axis, where nothing is cut.
  static let standsBeyondAxis = MarkTraits(rawValue: 1 << 18)
  /// Computes from rows beyond a domain too: the domain is a window on the result.
  static let seesBeyondDomain = MarkTraits(rawValue: 1 << 19)
  /// Layers of it that show different measures are told apart by colour.
  static let toldApartByMeasure = MarkTraits(rawValue: 1 << 20)
  /// Leaves most of a band open, in which a hairline leads from the name to the shape.
  static let leavesBandsOpen = MarkTraits(rawValue: 1 << 21)
  /// What may put plain numbers into bands.
  static let lineUpNumbersInBands: MarkTraits = [.fillsBands, .linesUpNumbers, .linesUpNumbersOfY]
}
