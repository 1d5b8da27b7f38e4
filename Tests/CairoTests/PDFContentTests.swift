import Drawing
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

  @Test func aFormSaysItsSquareAndOpacity() throws {
    var content = PDFContent(unitBits: 5)
    for number in [0, 7, -120, 20_480] { content.add(number) }
    let square = try #require(
      PDFForm.Square(around: [Point(x: 3, y: 1), Point(x: 700, y: 40)], reach: 2))
    #expect(square.origin == Point(x: 1, y: -1) && square.sideBits == 10)
    let form = PDFForm(content, in: square, opacity: 0.25)
    #expect(form.dictionary.contains("/BBox [0 0 32768 32768]"))
    #expect(form.dictionary.contains("/Matrix [0.000030517578125 0 0 -0.000030517578125 0 1]"))
    #expect(form.dictionary.contains("/CA 0.2500 /ca 0.2500"))
  }

  @Test(arguments: [.nan, .infinity, -1e6] as [Double])
  func noSquareHoldsWhatNoPageHolds(_ odd: Double) {
    let points = [Point(x: 3, y: 1), Point(x: Points(odd), y: 2)]
    #expect(PDFForm.Square(around: points, reach: 2) == nil)
    #expect(PDFForm.Square(around: [Point](), reach: 2) == nil)
  }
}
