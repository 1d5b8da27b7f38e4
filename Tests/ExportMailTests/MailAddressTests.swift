import ExportMail
import Testing

@Suite struct MailAddressTests {
  @Test(arguments: [
    ("a@b.example", nil, "a@b.example"),
    ("  a.b+c@sub.example.org ", nil, "a.b+c@sub.example.org"),
    ("Night desk <night@example.org>", "Night desk", "night@example.org"),
    ("\"Desk, Night\" <night@example.org>", "Desk, Night", "night@example.org"),
    ("Zoë <z@localhost>", "Zoë", "z@localhost"),
    ("<a@b>", nil, "a@b"),
  ])
  func addressesAreRead(_ text: String, _ name: String?, _ address: String) throws {
    let read = try MailAddress(text)
    #expect(read.name == name)
    #expect(read.address == address)
  }

  @Test(arguments: [
    "", "nobody", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@b,c@d", "a@b\r\nBcc: c@d", "a@b\n",
    "a\u{0}@b", "ä@b", "a@bücher.example", "a..b@c", "a@b..c", "a@b>", "x <a@b", "a@b <c@d> <e@f>",
    "N\r\nBcc: x@y <a@b>", "<script>@b", "a@b;c", "a@[127.0.0.1]",
  ])
  func othersAreRefused(_ text: String) {
    let error = #expect(throws: MailError.self) { try MailAddress(text) }
    #expect(error == .noAddress(text))
  }

  @Test func theErrorSaysWhatIsExpected() {
    #expect(
      MailError.noAddress("x").description
        == "'x' is no mail address; expected 'name@host' or 'Name <name@host>'")
  }
}
