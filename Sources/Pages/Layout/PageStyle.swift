package import Drawing

/// How one use of type is set: font, line height, paint.
package struct TypeStyle: Hashable, Sendable {
  package let font: Font
  /// From baseline to baseline.
  package let leading: Points
  package let paint: Paint
}

/// The tokens of a page: spacing on a grid of 4 points, and a type style for each use.
package struct PageStyle: Hashable, Sendable {
  package let theme: Theme

  package init(_ theme: Theme) { self.theme = theme }

  /// From the page's top margin to the text area: the running head, its rule and the room below.
  package let headHeight: Points = 27
  /// From the text area to the page's bottom margin: the folio and the room above it.
  package let footHeight: Points = 24
  /// The rule under the running head.
  package let headRule: Points = 2
  /// The finest line.
  package let hairline: Points = 0.5
  /// The line under a table's head and over its totals.
  package let inkLine: Points = 0.75
  /// The most characters of body text on a line.
  package let measure = 75

  package var title: TypeStyle { TypeStyle(font: theme.title, leading: 25, paint: theme.ink) }
  package var standfirst: TypeStyle {
    TypeStyle(font: theme.standfirst, leading: 15, paint: theme.grey)
  }
  /// Headings of levels 1 to 3.
  package func heading(_ level: Int) -> TypeStyle {
    TypeStyle(
      font: theme.heading(level), leading: level <= 1 ? 16 : level == 2 ? 14 : 12,
      paint: theme.ink)
  }
  package var body: TypeStyle { TypeStyle(font: theme.body, leading: 12.5, paint: theme.ink) }
  package var caption: TypeStyle { TypeStyle(font: theme.body, leading: 12.5, paint: theme.grey) }
  package var blockTitle: TypeStyle {
    TypeStyle(font: theme.chartTitle, leading: 14, paint: theme.ink)
  }
  package var subtitle: TypeStyle {
    TypeStyle(font: theme.chartSubtitle, leading: 12.5, paint: theme.grey)
  }
  /// The label of an alternative.
  package var choiceLabel: TypeStyle {
    TypeStyle(font: theme.body.weight(600), leading: 12.5, paint: theme.grey)
  }
  package var note: TypeStyle { TypeStyle(font: theme.note, leading: 10, paint: theme.quiet) }
  package var cell: TypeStyle { TypeStyle(font: theme.cell, leading: 11, paint: theme.ink) }
  package var cellHead: TypeStyle {
    TypeStyle(font: theme.cell.weight(500), leading: 11, paint: theme.grey)
  }
  package var code: TypeStyle {
    TypeStyle(
      font: Font(families: PageStyle.monospaced, size: 7.5), leading: 11, paint: theme.ink)
  }
  package var figureLabel: TypeStyle {
    TypeStyle(font: theme.label, leading: 11, paint: theme.grey)
  }
  package var figureValue: TypeStyle {
    TypeStyle(font: theme.keyFigure, leading: 24, paint: theme.ink)
  }
  package var figureUnit: TypeStyle {
    TypeStyle(font: theme.keyFigure.size(10).weight(500), leading: 24, paint: theme.grey)
  }
  package var figureChange: TypeStyle {
    TypeStyle(font: theme.label.size(7.5), leading: 11, paint: theme.grey)
  }

  static let monospaced = ["DejaVu Sans Mono", "Noto Sans Mono", "monospace"]
}

/// What a piece of the page is, as far as the room between two pieces depends on it.
enum PieceKind: Hashable, Sendable {
  case title, standfirst, heading, title2, text, listItem, figures, chart, table, small, label, rule
}

extension PageStyle {
  /// The room between two pieces that follow each other.
  func gap(after previous: PieceKind?, before next: PieceKind) -> Points {
    guard let previous else { return 0 }
    switch (previous, next) {
    case (.title, .standfirst): return 3
    case (.title, _), (.standfirst, _): return next == .heading ? 18 : 16
    case (_, .heading): return previous == .heading ? 8 : 18
    case (.heading, .figures): return 10
    case (.heading, _): return 8
    case (.title2, .table): return 2
    case (.title2, _): return 6
    case (.label, _): return 6
    case (_, .small): return previous == .small ? 2 : 6
    case (.figures, .figures): return 12
    case (.listItem, .listItem): return 2
    case (.text, .text), (.text, .listItem), (.listItem, .text): return 6
    case (_, .title2), (_, .chart), (_, .figures), (_, .label): return 16
    default: return 10
    }
  }
}
