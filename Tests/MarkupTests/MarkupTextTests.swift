import Markup
import Testing

/// A writer with no state of its own.
private struct PlainWriter: MarkupWriting {
  var out = MarkupText()
}

@Suite struct MarkupTextTests {
  @Test(arguments: [
    ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
    ("\"quoted\" it's", "&quot;quoted&quot; it&#39;s"),
    ("</script><!--", "&lt;/script&gt;&lt;!--"),
    // An accent joins the character before it; the markup character must be encoded all the same.
    ("\"\u{301} onload=x", "&quot;\u{301} onload=x"),
    ("<\u{301}&\u{20dd}", "&lt;\u{301}&amp;\u{20dd}"),
    ("naïve 日本 🎉", "naïve 日本 🎉"),
    ("nul\u{0}bell\u{7}del\u{7f}", "nul␀bell␇del␡"),
    ("c1\u{85}\u{9b}", "c1��"),
    ("a\r\nb\rc\r", "a\nb␍c␍"),
    ("tab\tline\n", "tab\tline\n"),
    ("", ""),
  ])
  func dataIsWrittenAsItself(_ text: String, _ markup: String) {
    #expect(MarkupFragment(encoding: text).text == markup)
  }

  @Test(arguments: [0xffff, 0xfffe, 0xfdd0, 0x1fffe] as [UInt32])
  func charactersThatNoDocumentMayHoldAreReplaced(_ value: UInt32) {
    let text = Unicode.Scalar(value).map { "a\($0)b" } ?? ""
    #expect(MarkupFragment(encoding: text).text == "a�b")
  }

  @Test func attributesAreEncodedAndAbsentOnesLeftOut() {
    var writer = MarkupText()
    writer.open("a", ["href": "x\" onclick=\"y", "id": nil, "class": "b"])
    #expect(writer.text == "<a href=\"x&quot; onclick=&quot;y\" class=\"b\">")
  }

  @Test func elementsCloseInOrder() {
    var writer = PlainWriter()
    writer.element("p", ["class": "x"]) { writer in
      writer.element("b", text: "1 < 2")
      writer.void("br")
      writer.data("end")
    }
    #expect(writer.out.text == "<p class=\"x\"><b>1 &lt; 2</b><br>end</p>")
  }

  @Test(arguments: [
    ("שלום", true), ("مرحبا", true), ("\u{202e}evil", true), ("a\u{2066}b", true), ("abc", false),
    ("Ünïcode – “x” 日本 🎉", false),
  ])
  func textThatTurnsDirectionIsIsolated(_ text: String, _ isIsolated: Bool) {
    var writer = PlainWriter()
    writer.data(text)
    #expect(writer.out.text == (isIsolated ? "<bdi>\(text)</bdi>" : text))
  }
}

@Suite struct LinkTargetTests {
  @Test(arguments: [
    ("https://example.org/a?b=c", LinkTarget.external("https://example.org/a?b=c")),
    ("HTTP://example.org", .external("HTTP://example.org")),
    ("mailto:a@b.example", .external("mailto:a@b.example")),
    ("#who-they-are", .anchor("who-they-are")),
  ])
  func safeTargetsAreKept(_ text: String, _ target: LinkTarget) {
    #expect(LinkTarget(text) == target)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "java\nscript:x",
    "data:text/html,x", "file:///etc/passwd", "//host/path", "page.html", "#", "",
    "https://a b", "https://a\u{0}b",
  ])
  func otherTargetsAreRefused(_ text: String) { #expect(LinkTarget(text) == nil) }
}
