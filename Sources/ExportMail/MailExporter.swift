package import Dates
package import Drawing
import Markup
package import Pages

/// What stands on a mail's envelope.
package struct MailEnvelope: Hashable, Sendable {
  /// The sender; without one the message is a draft, which mail programs open for editing.
  package var from: MailAddress?
  package var to: [MailAddress]
  package var subject: String
  /// The moment of the report, never that of a clock.
  package var date: Timestamp

  package init(
    from: MailAddress? = nil, to: [MailAddress] = [], subject: String, date: Timestamp
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.date = date
  }
}

/// What travels with a mail.
package struct MailEnclosures: Hashable, Sendable {
  /// The PNGs of each chart, one a page, by the chart's id: its drawing alone, without title and
  /// note.
  package var charts: [String: [[UInt8]]]
  /// Files attached, in order.
  package var files: [MailFile]

  package init(charts: [String: [[UInt8]]] = [:], files: [MailFile] = []) {
    self.charts = charts
    self.files = files
  }
}

/// Writes a composed report as a mail (RFC 5322, MIME): a text and an HTML part, charts as
/// pictures within, files attached.
///
/// The same report, envelope and enclosures give the same bytes, message id and boundaries
/// included.
package struct MailExporter: Sendable {
  package let theme: Theme

  package init(theme: Theme = .standard) { self.theme = theme }

  /// The message as it is stored or handed to a mail server.
  package func message(
    of document: Document, envelope: MailEnvelope, enclosures: MailEnclosures = MailEnclosures()
  ) -> [UInt8] {
    let html = MailPage(document: document, theme: theme, enclosures: enclosures).fitting
    let text = MailTextPage(document: document, enclosures: enclosures).text
    var body = MIMEPart.text("html", html.text)
    if !html.pictures.isEmpty {
      let pictures = html.pictures.map { MIMEPart.file($0.file, contentID: $0.contentID) }
      body = .multipart(kind: "related", parameters: ["type=\"text/html\";"], [body] + pictures)
    }
    body = .multipart(kind: "alternative", parameters: [], [.text("plain", text), body])
    if !enclosures.files.isEmpty {
      let files = enclosures.files.map { MIMEPart.file($0) }
      body = .multipart(kind: "mixed", parameters: [], [body] + files)
    }
    return MailExporter.bytes(of: body, document, envelope)
  }

  private static func bytes(of body: MIMEPart, _ document: Document, _ envelope: MailEnvelope)
    -> [UInt8]
  {
    let head = envelope.fields
    var fingerprint = Fingerprint()
    for field in head { fingerprint.add(field.text.utf8) }
    fingerprint.add(body.fingerprint.utf8)
    let name = fingerprint.text
    let host = envelope.from.map { String($0.host) } ?? "broadsheet.invalid"
    let fields =
      head + [
        HeaderField("Message-ID", ["<\(name)@\(host)>"]),
        HeaderField("Content-Language", HeaderField.words(of: document.language)),
        HeaderField("MIME-Version", ["1.0"]),
      ]
    var bytes = Array(fields.map(\.text).joined().utf8)
    var boundaries = 0
    body.write(to: &bytes, boundary: name, &boundaries)
    return bytes
  }
}

extension MailEnvelope {
  /// The fields of the head that the envelope knows.
  fileprivate var fields: [HeaderField] {
    var fields = [HeaderField("Date", [date.mailDate])]
    if let from {
      fields.append(HeaderField("From", from.words))
      // Tells automatic answers, such as those of people on holiday, to stay away (RFC 3834).
      fields.append(HeaderField("Auto-Submitted", ["auto-generated"]))
    } else {
      fields.append(HeaderField("X-Unsent", ["1"]))
    }
    if !to.isEmpty { fields.append(HeaderField("To", to.listWords)) }
    fields.append(HeaderField("Subject", text: subject))
    return fields
  }
}

extension [MailAddress] {
  /// The addresses as words of a head, with commas between them.
  fileprivate var listWords: [String] {
    enumerated().flatMap { index, address -> [String] in
      var words = address.words
      if index < count - 1 { words[words.count - 1] += "," }
      return words
    }
  }
}

extension MIMEPart {
  /// A name for the part's content, whatever the boundaries.
  fileprivate var fingerprint: String {
    var bytes: [UInt8] = []
    var boundaries = 0
    write(to: &bytes, boundary: "", &boundaries)
    var fingerprint = Fingerprint()
    fingerprint.add(bytes)
    return fingerprint.text
  }
}

extension Timestamp {
  /// The moment as mail writes it, such as `Tue, 31 Mar 2026 06:30:00 +0000`.
  fileprivate var mailDate: String {
    let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let (year, month, day) = date.parts
    let second = Int(microsecondOfDay / 1_000_000)
    let clock = [second / 3600, second / 60 % 60, second % 60].map {
      ($0 < 10 ? "0" : "") + "\($0)"
    }
    let digits = String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)"
    return "\(days[date.weekday - 1]), \(day) \(months[month - 1]) \(digits) "
      + clock.joined(separator: ":") + " +0000"
  }
}
