import Drawing
import Markup
import Mustache
import Pages
import Templates

/// The HTML part of a mail with the pictures that it shows.
struct MailPage {
  let document: Document
  let theme: Theme
  let enclosures: MailEnclosures

  /// Above so many bytes Gmail cuts a message (102 kB) and hides the rest.
  static let mostBytes = 100_000
  /// How many rows of a table are shown, from the most to the fewest that are tried.
  private static let rowLimits = [50, 25, 12, 6, 3]

  /// The page with as many table rows as fit; where none do, it ends early and says so.
  var fitting: WrittenPage {
    for rows in MailPage.rowLimits.dropLast() {
      let page = write(MailLimits(rows: rows))
      if page.text.utf8.count <= MailPage.mostBytes { return page }
    }
    // The shell takes a few thousand bytes besides the contents.
    return write(MailLimits(rows: MailPage.rowLimits.last ?? 1, bytes: MailPage.mostBytes - 8000))
  }

  private func write(_ limits: MailLimits) -> WrittenPage {
    var body = MailBodyWriter(theme: theme, enclosures: enclosures, limits: limits)
    body.writeContent(of: document)
    return WrittenPage(text: shell.render(fields(body)), pictures: body.pictures)
  }

  private var shell: MustacheTemplate {
    do {
      return try MustacheTemplate(string: Templates.mail)
    } catch {
      preconditionFailure("the embedded template mail.mustache is wrong: \(error)")
    }
  }

  /// What fills the template: finished markup only, as it takes all fields as they are.
  private func fields(_ body: MailBodyWriter) -> [String: Any] {
    let style = body.style
    var fields: [String: Any] = [
      "language": MarkupFragment(encoding: document.language).text,
      "title": MarkupFragment(encoding: document.title).text,
      "preview": markup { $0.write(document.standfirst) },
      "running-left": markup { $0.data(document.runningHead.left) },
      "running-right": markup { $0.data(document.runningHead.right) },
      "heading": markup { $0.data(document.title) },
      "content": body.out.text,
    ]
    let styles = [
      ("dark", style.dark), ("body-style", style.body), ("text-style", style.text),
      ("running-style", style.running), ("heading-style", style.title),
      ("standfirst-style", style.standfirst), ("footer-style", style.note),
    ]
    for (name, value) in styles { fields[name] = value }
    if !document.standfirst.isEmpty {
      fields["standfirst"] = markup { $0.write(document.standfirst) }
    }
    fields["footer"] = enclosures.attachmentSentence.map { sentence in markup { $0.data(sentence) }
    }
    return fields
  }

  private func markup(_ write: (inout MailBodyWriter) -> Void) -> String {
    var writer = MailBodyWriter(theme: theme, enclosures: enclosures, limits: MailLimits(rows: 1))
    write(&writer)
    return writer.out.text
  }
}

/// How much of a report a mail holds.
struct MailLimits: Hashable, Sendable {
  /// The most rows of a table.
  var rows: Int
  /// The most bytes of the contents; nil for no limit.
  var bytes: Int?

  init(rows: Int, bytes: Int? = nil) {
    self.rows = rows
    self.bytes = bytes
  }
}

/// Finished HTML with its pictures.
struct WrittenPage: Hashable, Sendable {
  let text: String
  let pictures: [MailPicture]
}

/// A picture within a mail.
struct MailPicture: Hashable, Sendable {
  let file: MailFile
  /// Its name in `cid:` addresses: that of its bytes.
  let contentID: String
}

extension MailEnclosures {
  /// What is attached, in a sentence; nil where nothing is.
  var attachmentSentence: String? {
    switch files.count {
    case 0: nil
    case 1: "The whole report is attached: \(files[0].name)."
    default: "Attached: " + files.map(\.name).joined(separator: ", ") + "."
    }
  }

  /// Where a reader finds what a mail leaves out.
  var whereTheRestIs: String { files.isEmpty ? "" : "; the attached \(files[0].name) has all" }
}
