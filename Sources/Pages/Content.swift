package import Charts
package import Drawing

/// A stretch of running text in one style.
package struct Inline: Hashable, Sendable {
  package var text: String
  package var isStrong: Bool
  package var isEmphasized: Bool
  package var isCode: Bool
  /// A URL, or `#anchor` inside the report.
  package var link: String?

  package init(
    _ text: String, isStrong: Bool = false, isEmphasized: Bool = false, isCode: Bool = false,
    link: String? = nil
  ) {
    self.text = text
    self.isStrong = isStrong
    self.isEmphasized = isEmphasized
    self.isCode = isCode
    self.link = link
  }
}

/// A composed report: what is printed, before anyone knows on which page or in which markup.
///
/// PDF, HTML, mail and plain text are four writers of this one value.
package struct Document: Hashable, Sendable {
  package var title: String
  /// One sentence under the title: the finding.
  package var standfirst: [Inline]
  /// The running head, left and right.
  package var runningHead: (left: String, right: String)
  /// The language tag, such as `en`.
  package var language: String
  package var author: String?
  package var content: [Content]

  package init(
    title: String, standfirst: [Inline] = [], runningHead: (left: String, right: String),
    language: String = "en", author: String? = nil, content: [Content]
  ) {
    self.title = title
    self.standfirst = standfirst
    self.runningHead = runningHead
    self.language = language
    self.author = author
    self.content = content
  }

  package static func == (a: Document, b: Document) -> Bool {
    a.title == b.title && a.standfirst == b.standfirst && a.runningHead == b.runningHead
      && a.language == b.language && a.author == b.author && a.content == b.content
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(title) }
}

/// One piece of a composed report.
package indirect enum Content: Hashable, Sendable {
  /// A heading of level 1 to 3 with the anchor that links lead to.
  case heading(level: Int, text: String, anchor: String)
  case paragraph([Inline])
  /// The title of a block that is no chart, in the manner of a chart's title and subtitle.
  case title(String, subtitle: String?)
  /// What the author says under a block, in body size and grey.
  case caption([Inline])
  case list([[Content]], isOrdered: Bool, start: Int)
  case quote([Content])
  case code(String)
  /// A thematic break.
  case rule
  /// Key figures side by side.
  case figures([FigureTile])
  case table(TableContent)
  /// A chart; `id` names its PNG and its anchor.
  case chart(Chart, id: String)
  /// Small print: method, n, missing rule, correction; or why a block is empty.
  case note([Inline])
  /// Contents side by side, with their shares of the width.
  case columns([(share: Double, content: [Content])])
  /// Alternatives prepared in advance: tabs in HTML, one after another elsewhere.
  case choice(id: String, [(label: String, content: [Content])])
  /// Contents that stay on one page where they fit: a block with its title, caption and note.
  case block(id: String, [Content])
  case contents(title: String)
  case pageBreak

  package static func == (a: Content, b: Content) -> Bool {
    String(reflecting: a) == String(reflecting: b)
  }
  package func hash(into hasher: inout Hasher) { hasher.combine(String(reflecting: self)) }
}

/// One key figure.
package struct FigureTile: Hashable, Sendable {
  package var label: String
  /// The value as printed.
  package var value: String
  package var unit: String?
  /// The change in words, with its direction: -1 down, 0 unchanged, 1 up; nil for a plain remark.
  package var comparison: String?
  package var direction: Int?
  package var sparkline: Scene?

  package init(
    label: String, value: String, unit: String? = nil, comparison: String? = nil,
    direction: Int? = nil, sparkline: Scene? = nil
  ) {
    self.label = label
    self.value = value
    self.unit = unit
    self.comparison = comparison
    self.direction = direction
    self.sparkline = sparkline
  }
}

/// A table as printed: every cell is already text.
package struct TableContent: Hashable, Sendable {
  /// How a column's cells stand.
  package enum Alignment: String, Hashable, Sendable {
    /// Words.
    case left
    /// Numbers.
    case right
    case center
  }

  /// One column.
  package struct Column: Hashable, Sendable {
    package var head: String
    package var alignment: Alignment
    /// Whether cells hold a bar, behind or beside the number, on one scale for the column.
    package var hasBars: Bool

    package init(head: String, alignment: Alignment, hasBars: Bool = false) {
      self.head = head
      self.alignment = alignment
      self.hasBars = hasBars
    }
  }

  /// One cell.
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var isStrong: Bool
    /// The bar's begin and end as shares of the column's scale, 0 to 1.
    package var bar: ClosedRange<Double>?
    package var barPaint: Paint?
    /// The cell's background, from a colour scale; the text's paint is chosen by contrast.
    package var fill: Paint?
    /// A small drawing in place of the text, such as a sparkline or histogram.
    package var scene: Scene?

    package init(
      _ text: String, isStrong: Bool = false, bar: ClosedRange<Double>? = nil,
      barPaint: Paint? = nil, fill: Paint? = nil, scene: Scene? = nil
    ) {
      self.text = text
      self.isStrong = isStrong
      self.bar = bar
      self.barPaint = barPaint
      self.fill = fill
      self.scene = scene
    }
  }

  /// One row: cells, or the head of a group of rows.
  package enum Row: Hashable, Sendable {
    case cells([Cell])
    case groupHead(String)
    /// Totals, under an ink line.
    case totals([Cell])
  }

  package var columns: [Column]
  package var rows: [Row]
  /// What was cut, such as `20 of 1,940 rows`; nil where all rows are shown.
  package var cut: String?
  /// What the table shows, for a reader who cannot see it.
  package var summary: String

  package init(columns: [Column], rows: [Row], cut: String? = nil, summary: String) {
    self.columns = columns
    self.rows = rows
    self.cut = cut
    self.summary = summary
  }
}
