import Testing

@testable import Cairo

/// Numbers as PDF reads them.
@Suite struct PDFContentTests {
  @Test func powersOfTwoAreExact() throws {
    #expect(PDFContent.power(-1) == "0.5" && PDFContent.power(-5) == "0.03125")
    #expect(PDFContent.power(-15) == "0.000030517578125")
    for exponent in 1...26 {
      let told = try #require(Double(PDFContent.power(-exponent)))
      #expect(told == Double(sign: .plus, exponent: -exponent, significand: 1))
    }
  }

  @Test(
    arguments: [
      (0, "0.0000"), (1, "1.0000"), (0.4, "0.4000"), (0.00004, "0.0000"), (0.99996, "1.0000"),
      (-3, "0.0000"), (7, "1.0000"), (.nan, "0.0000"),
    ] as [(Double, String)])
  func sharesHaveFourDecimals(_ share: Double, _ told: String) {
    #expect(PDFContent.decimal(share) == told)
  }

  @Test func aFormSaysItsSquareAndOpacity() {
    var content = PDFContent()
    for number in [0, 7, -120, 20_480] { content.add(number) }
    let form = PDFForm(content, sideBits: 10, opacity: 0.25)
    #expect(form.dictionary.contains("/BBox [0 0 32768 32768]"))
    #expect(form.dictionary.contains("/Matrix [0.000030517578125 0 0 -0.000030517578125 0 1]"))
    #expect(form.dictionary.contains("/CA 0.2500 /ca 0.2500"))
  }
}
