import Charts
import Drawing
import Frame
package import Pages

extension SampleReport {
  /// Texts that try to be more than text, each with a name.
  package static let hostileTexts: [(name: String, text: String)] = [
    ("html", "<script>alert(1)</script><img src=x onerror=alert(2)>"),
    ("attribute", "\" onmouseover=\"alert(3)\" x=\"' autofocus onfocus='alert(4)"),
    ("accent", "\"\u{301} onload=alert(5) <\u{301}script>&\u{301}amp;"),
    ("comment", "--><!-- ]]> </style></title></textarea>"),
    ("entity", "&lt;b&gt; &amp; &#60; &unknown;"),
    ("template", "{{title}} {{{content}}} {{#x}}{{/x}}"),
    ("sql", "'; drop table users; --"),
    ("markdown", "**bold** [x](javascript:alert(6)) `code` # heading"),
    ("control", "nul\u{0}bell\u{7}escape\u{1b}[31m\u{7f}\u{85}end"),
    ("lines", "one\r\ntwo\nthree\rfour"),
    ("header", "x\r\nBcc: victim@example.org\r\n\r\nbody"),
    ("boundary", "--=_broadsheet\n.\nFrom here"),
    ("hebrew", "שלום <b>עולם</b>"),
    ("override", "abc\u{202e}evil\u{2066}end"),
    ("emoji", "👩‍👩‍👧 é e\u{301} 日本語 ﷽"),
    ("long", String(repeating: "w", count: 1200)),
  ]

  /// A report with one text in every place that data, author or spec can fill.
  package static func document(everywhere text: String) -> Document {
    Document(
      title: text, standfirst: [Inline(text)], runningHead: (text, text), author: text,
      content: [
        .contents(title: text), .heading(level: 1, text: text, anchor: text),
        .title(text, subtitle: text),
        .paragraph([
          Inline(text), Inline(text, isStrong: true, isEmphasized: true, isCode: true),
          Inline(text, link: text), Inline(text, link: "#" + text),
        ]),
        .caption([Inline(text)]), .note([Inline(text)]), .code(text),
        .list([[.paragraph([Inline(text)])]], isOrdered: false, start: 1),
        .quote([.paragraph([Inline(text)])]),
        .figures([
          FigureTile(
            label: text, value: text, unit: text, comparison: text, direction: 1,
            sparkline: scene(text))
        ]),
        .table(table(text)), .chart(chart(text), id: text), .block(id: text, [.rule]),
        .columns([(1, [.paragraph([Inline(text)])]), (.nan, [])]),
        .choice(id: text, [(text, [.note([Inline(text)])]), (text, [])]), .pageBreak,
      ])
  }

  private static func scene(_ text: String) -> Scene {
    let theme = Theme.standard
    let run = TextRun(text, font: theme.label, paint: theme.ink, link: text)
    return Scene(
      size: Size(width: 60, height: 16),
      elements: [
        .group(
          SceneGroup(
            [.text(run, at: Point(x: 0, y: 12), anchor: .start, rotation: 0)], role: "marks",
            tooltip: text))
      ])
  }

  private static func table(_ text: String) -> TableContent {
    let cell = TableContent.Cell(text, isStrong: true)
    return TableContent(
      columns: [
        TableContent.Column(head: text, alignment: .left),
        TableContent.Column(head: text, alignment: .right, hasBars: true),
        TableContent.Column(head: text, alignment: .center),
      ],
      rows: [
        .groupHead(text),
        .cells([
          cell, TableContent.Cell(text, bar: 0...1), TableContent.Cell(text, scene: scene(text)),
        ]), .totals([cell, TableContent.Cell(text, bar: -1.0...2), cell]),
      ], cut: text, summary: text)
  }

  private static func chart(_ text: String) -> Chart {
    Chart(
      title: text, subtitle: text, scene: scene(text), note: text, altText: text,
      data: DataFrame([(text, Column(texts: [text, nil]))]), results: [])
  }
}
