import Dates
import Drawing
import ExportMail
import Foundation
import Pages
import ReportFixture
import TestSupport
import Testing

/// A picture of 2 by 1 pixels, as the tests' stand-in for a chart's.
private let picture = [UInt8](
  Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVQI12P4//8/AwMDAA0BAgBU8o5jAAAAAElFTkSuQmCC"
  ) ?? Data())

private let enclosures = MailEnclosures(
  charts: ["risk-by-weight": [picture], "heat": [picture]],
  files: [.pdf(name: "report.pdf", Array("%PDF-1.7 not really".utf8))])

private func envelope(_ subject: String = "Cohort risk, 31 March 2026") throws -> MailEnvelope {
  MailEnvelope(
    from: try MailAddress("Night desk <night@example.org>"),
    to: [try MailAddress("reader@example.org"), try MailAddress("Zoë Őri <zoe@example.org>")],
    subject: subject, date: Timestamp(microseconds: 1_774_938_600_000_000))
}

@Suite struct MailExporterTests {
  @Test func sampleReportIsWrittenAsPinned() throws {
    let bytes = MailExporter().message(
      of: SampleReport.document(rows: 3), envelope: try envelope(), enclosures: enclosures)
    Golden.check(String(decoding: bytes, as: UTF8.self), named: "sample-mail", extension: "eml")
  }

  @Test func textPartReadsWell() throws {
    let bytes = MailExporter().message(
      of: SampleReport.document(), envelope: try envelope(), enclosures: enclosures)
    Golden.check(try MailReading(bytes).text("text/plain"), named: "sample-mail-text")
  }

  @Test func partsAreThoseThatMailProgramsExpect() throws {
    let document = SampleReport.document()
    let mail = try MailReading(
      MailExporter().message(of: document, envelope: try envelope(), enclosures: enclosures))
    #expect(mail.defects == [])
    #expect(
      mail.shape == "multipart/mixed(multipart/alternative(text/plain,"
        + "multipart/related(text/html,image/png)),application/pdf)")
    #expect(mail.values(of: "From") == ["Night desk <night@example.org>"])
    #expect(mail.values(of: "To") == ["reader@example.org, Zoë Őri <zoe@example.org>"])
    #expect(mail.values(of: "Date") == ["Tue, 31 Mar 2026 06:30:00 +0000"])
    #expect(mail.values(of: "Subject") == ["Cohort risk, 31 March 2026"])
    #expect(mail.parts.last?.name == "report.pdf")
    #expect(mail.parts.last?.disposition == "attachment")
    #expect(mail.parts.last?.size == 19)
  }

  @Test func everyPictureOfTheTextTravelsWithIt() throws {
    let mail = try MailReading(
      MailExporter().message(
        of: SampleReport.document(), envelope: try envelope(), enclosures: enclosures))
    let html = mail.text("text/html")
    let addresses = html.matches(of: /src="cid:([^"]+)"/).map { "<\($0.1)>" }
    // Two charts of equal pixels share one picture; the third has none and is told in words.
    #expect(addresses.count == 2)
    #expect(Set(addresses) == Set(mail.parts.compactMap(\.id)))
    #expect(mail.parts.first { $0.type == "image/png" }?.size == picture.count)
    #expect(html.contains("Lines of mean steps a reading by day."))
    #expect(!html.contains("<svg") && !html.contains("http-equiv"))
  }

  @Test func htmlPartIsWellFormed() throws {
    let mail = try MailReading(
      MailExporter().message(
        of: SampleReport.document(), envelope: try envelope(), enclosures: enclosures))
    let faults = try HTMLReading(mail.text("text/html")).faults
    // The only comment is the one that Outlook reads.
    #expect(faults.filter { !$0.contains("[if mso]") } == [])
  }

  @Test func everyLineIsShortAndASCII() throws {
    let text = SampleReport.hostileTexts.map(\.text).joined(separator: " ")
    let bytes = MailExporter().message(
      of: SampleReport.document(everywhere: text), envelope: try envelope(text),
      enclosures: enclosures)
    let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    #expect(bytes.allSatisfy { $0 < 0x80 })
    #expect(lines.allSatisfy { !$0.contains("\n") && !$0.contains("\r") })
    #expect(!lines.contains("."))
  }

  @Test func hostileTextIsPrintedAsItself() throws {
    let texts = SampleReport.hostileTexts.map(\.text)
    // As long as the hostile text, since the layout goes by length.
    let plainTexts = texts.map { String(repeating: "x", count: $0.count) }
    let mails = try MailReading.all((texts + plainTexts).map(written))
    let pages = try HTMLReading.all(mails.map { $0.text("text/html") })
    for (index, (name, text)) in SampleReport.hostileTexts.enumerated() {
      let (mail, plain) = (mails[index], mails[index + texts.count])
      let (page, plainPage) = (pages[index], pages[index + texts.count])
      #expect(mail.defects == [], "\(name)")
      #expect(mail.headers.map { $0[0] } == plain.headers.map { $0[0] }, "\(name)")
      #expect(mail.shape == plain.shape, "\(name)")
      let added = ["bdi", "a"] as Set
      #expect(page.elements(without: added) == plainPage.elements(without: added), "\(name)")
      #expect(page.handlers == [], "\(name)")
      #expect(page.text.contains(page.printable(text)), "\(name)")
      let body = mail.text("text/plain").unicodeScalars
      #expect(!body.contains { ($0.value < 0x20 && $0 != "\n") || $0.value == 0x7f }, "\(name)")
    }
  }

  private func written(_ text: String) throws -> [UInt8] {
    // One file name for all, so that only the contents differ.
    MailExporter().message(
      of: SampleReport.document(everywhere: text), envelope: try envelope(text),
      enclosures: MailEnclosures(charts: [text: [picture]], files: enclosures.files))
  }

  @Test func subjectKeepsItsCharacters() throws {
    let subjects = ["Grüße – 日本語 🎉", "=?utf-8?B?aGk=?=", "two  spaces", "x" + manyWords]
    let mails = try MailReading.all(
      subjects.map {
        MailExporter().message(of: SampleReport.document(), envelope: try envelope($0))
      })
    for (subject, mail) in zip(subjects, mails) {
      // White space of any length counts as one space.
      #expect(mail.values(of: "Subject") == [subject.replacing("  ", with: " ")])
    }
  }

  private let manyWords = String(repeating: " lång", count: 60)

  @Test func lineEndsInASubjectCannotBeginAField() throws {
    let bytes = MailExporter().message(
      of: SampleReport.document(), envelope: try envelope("a\r\nBcc: x@example.org\u{0}\n\nb"))
    let mail = try MailReading(bytes)
    #expect(mail.values(of: "Subject") == ["a Bcc: x@example.org b"])
    #expect(mail.values(of: "Bcc") == [])
  }

  @Test func aMessageWithoutSenderIsADraft() throws {
    let mail = try MailReading(
      MailExporter().message(
        of: SampleReport.document(),
        envelope: MailEnvelope(subject: "x", date: Timestamp(microseconds: 0))))
    #expect(mail.values(of: "X-Unsent") == ["1"])
    #expect(mail.values(of: "To") == [] && mail.values(of: "From") == [])
    #expect(mail.shape == "multipart/alternative(text/plain,text/html)")
    #expect(mail.values(of: "Date") == ["Thu, 01 Jan 1970 00:00:00 +0000"])
  }

  @Test func sameReportGivesSameBytesAndAnotherAnotherId() throws {
    let first = MailExporter().message(of: SampleReport.document(), envelope: try envelope())
    let again = MailExporter().message(of: SampleReport.document(), envelope: try envelope())
    let other = MailExporter().message(of: SampleReport.document(rows: 4), envelope: try envelope())
    #expect(first == again)
    let ids = try [first, other].map { try MailReading($0).values(of: "Message-ID") }
    #expect(ids[0] != ids[1])
    #expect(ids[0].first?.hasSuffix("@example.org>") == true)
  }

  @Test(arguments: [51, 400, 5000])
  func longTablesAreCutAndSaySo(_ rows: Int) throws {
    let mail = try MailReading(
      MailExporter().message(
        of: SampleReport.document(rows: rows), envelope: try envelope(), enclosures: enclosures))
    #expect(mail.text("text/html").utf8.count <= 100_000)
    let words = "of \(rows) lines; the attached report.pdf has all"
    #expect(mail.text("text/html").contains("First 50 \(words)"))
    #expect(mail.text("text/plain").replacing("\n", with: " ").contains("First 25 \(words)"))
  }

  @Test func aReportThatIsTooLongEndsEarlyAndSaysSo() throws {
    let paragraph = Content.paragraph([Inline(String(repeating: "wörd & ", count: 200))])
    let document = Document(
      title: "Long", runningHead: ("", ""), content: Array(repeating: paragraph, count: 200))
    let mail = try MailReading(
      MailExporter().message(of: document, envelope: try envelope(), enclosures: enclosures))
    #expect(mail.text("text/html").utf8.count <= 100_000)
    #expect(mail.text("text/html").contains("parts; the attached report.pdf has all."))
  }

  @Test func fileNamesOfAnyKindArrive() throws {
    for name in [
      "Bericht März.pdf", "a\"b;c\r\nX: y.pdf", String(repeating: "длинный-", count: 20),
    ] {
      let files = MailEnclosures(files: [.pdf(name: name, [1, 2, 3])])
      let mail = try MailReading(
        MailExporter().message(
          of: SampleReport.document(), envelope: try envelope(), enclosures: files))
      #expect(mail.parts.last?.name == name)
      #expect(mail.values(of: "X") == [])
    }
  }
}
