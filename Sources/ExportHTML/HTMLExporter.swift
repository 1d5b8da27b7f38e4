package import Drawing
package import Formatting
import Markup
import Mustache
package import Pages
import Templates

/// Writes a composed report as one HTML file that asks for nothing else: no script, no font, no
/// picture from elsewhere, which its content security policy also forbids.
///
/// The same document gives the same bytes.
package struct HTMLExporter: Sendable {
  package let theme: Theme
  /// Words the values of the tables behind charts.
  package let formatter: ValueFormatter
  private let shell: MustacheTemplate

  package init(theme: Theme = .standard, formatter: ValueFormatter = ValueFormatter()) {
    self.theme = theme
    self.formatter = formatter
    do {
      shell = try MustacheTemplate(string: Templates.report)
    } catch {
      preconditionFailure("the embedded template report.mustache is wrong: \(error)")
    }
  }

  /// The report as HTML.
  package func html(of document: Document) -> String {
    var body = BodyWriter(document: document, theme: theme, formatter: formatter)
    body.writeContent(of: document)
    return shell.render(Shell(document: document, body: body, theme: theme).fields)
  }
}

/// What fills the template of a page.
///
/// Every field is a ``MarkupFragment``, and the template takes them as they are: the encoder of
/// the template engine goes by characters, and would pass a quote that carries a combining accent.
private struct Shell {
  let document: Document
  let body: BodyWriter
  let theme: Theme

  var fields: [String: Any] {
    var fields: [String: MarkupFragment] = [
      "language": MarkupFragment(encoding: document.language),
      "title": MarkupFragment(encoding: document.title),
      "style": MarkupFragment(trusted: StyleSheet(theme: theme, body: body).css),
      "running-left": isolated(document.runningHead.left),
      "running-right": isolated(document.runningHead.right),
      "heading": isolated(document.title),
      "content": MarkupFragment(body.out),
    ]
    fields["author"] = document.author.map(MarkupFragment.init(encoding:))
    fields["standfirst"] = document.standfirst.isEmpty ? nil : standfirst
    return fields
  }

  private var standfirst: MarkupFragment {
    var writer = BodyWriter(document: document, theme: theme, formatter: body.formatter)
    writer.write(document.standfirst)
    return MarkupFragment(writer.out)
  }

  private func isolated(_ text: String) -> MarkupFragment {
    var writer = BodyWriter(document: document, theme: theme, formatter: body.formatter)
    writer.data(text)
    return MarkupFragment(writer.out)
  }
}

extension MarkupFragment: MustacheCustomRenderable {
  /// The markup itself.
  public var renderText: String { text }
  /// Whether a section over the fragment is left out.
  public var isNull: Bool { false }
}
