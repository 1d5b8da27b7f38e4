import Foundation
import TestSupport
import Testing

/// The demo, from data to pages, looked at with the tools a reader has.
@Suite struct DemoTests {
  private static let size = ["--users", "400", "--readings", "12000"]

  @Test func theDemoReportIsWholeAndReadable() throws {
    try withTemporaryFolder { out in
      let made = try Product.run(["demo", "--out", out.path] + Self.size)
      #expect(made.status == 0, "\(made.errorText)")
      #expect(made.errorText.hasSuffix("1 made, 0 skipped, 0 failed\n"))
      let report = out.appending(path: "cohort-risk")
      let names = try files(in: report).keys
      for name in [
        "report.html", "report.pdf", "report.eml", "results.json", "charts/risk-by-weight.png",
      ] {
        #expect(names.contains(name), "\(names.sorted())")
      }
      try checkPDF(report.appending(path: "report.pdf").path)
      try checkMail(report.appending(path: "report.eml").path)
      let html = try run(
        "scripts/check-html", [report.appending(path: "report.html").path],
        options: CommandOptions(folder: Product.root, timeOut: 120))
      #expect(html.status == 0, "\(html.text)\(html.errorText)")
    }
  }

  private func checkPDF(_ path: String) throws {
    let info = try run("pdfinfo", [path]).text
    #expect(info.contains("Title:           Cohort risk"))
    #expect(info.contains("Page size:       595.276 x 841.89 pts (A4)"))
    let fonts = try run("pdffonts", [path]).text.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts {
      // Columns from the right: object number twice, then uni, sub, emb.
      let words = font.split(separator: " ")
      #expect(words[words.count - 5] == "yes", "not embedded: \(font)")
    }
    let text = try run("pdftotext", ["-layout", path, "-"]).text
    for words in ["Risk rises with weight, and smokers start higher", "Highest risk"] {
      #expect(text.contains(words), "'\(words)' is not in the PDF's text")
    }
    #expect(text.contains(/broadsheet +1 ?\/ ?\d/), "the first page has no folio")
    let check = try run("qpdf", ["--check", path])
    #expect(check.status == 0, "\(check.text)\(check.errorText)")
  }

  private func checkMail(_ path: String) throws {
    let script = """
      import email, email.policy, json, re, sys
      message = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
      html = message.get_body(('html',)).get_content()
      cids = {part['Content-ID'].strip('<>') for part in message.walk() if part['Content-ID']}
      print(json.dumps({
        'subject': message['Subject'],
        'types': [part.get_content_type() for part in message.walk()],
        'attached': [part.get_filename() for part in message.iter_attachments()],
        'unresolved': sorted(set(re.findall(r'cid:([^"]+)', html)) ^ cids),
        'text': 'Cohort risk' in message.get_body(('plain',)).get_content(),
        'defects': [str(d) for part in message.walk() for d in part.defects]}))
      """
    let read = try run("python3", ["-c", script, path])
    let found = try #require(
      try JSONSerialization.jsonObject(with: read.output) as? [String: Any], "\(read.errorText)")
    #expect(found["subject"] as? String == "Cohort risk")
    #expect(found["attached"] as? [String] == ["cohort-risk.pdf"])
    #expect(found["unresolved"] as? [String] == [])
    #expect(found["text"] as? Bool == true)
    #expect(found["defects"] as? [String] == [])
    let types = found["types"] as? [String] ?? []
    #expect(
      types.prefix(4) == [
        "multipart/mixed", "multipart/alternative", "text/plain", "multipart/related",
      ])
    #expect(types.contains("image/png"))
  }

  @Test func twoRunsGiveTheSameBytes() throws {
    try withTemporaryFolder { folder in
      let runs = try ["a", "b"].map { name in
        let out = folder.appending(path: name)
        let made = try Product.run(["demo", "--out", out.path] + Self.size)
        #expect(made.status == 0, "\(made.errorText)")
        return try files(in: out).filter { $0.key != "manifest.json" }
      }
      #expect(Set(runs[0].keys) == Set(runs[1].keys))
      for (name, bytes) in runs[0] { #expect(runs[1][name] == bytes, "\(name) differs") }
    }
  }
}
