import Drawing
import Testing

@testable import Charts

@Suite struct ContinuousScaleTests {
  @Test func endsOfTheDomainLieAtTheEndsOfTheLine() {
    let scale = ContinuousScale(.linear, domain: -2...6, from: 10, to: 90)
    #expect([-2, 0, 6].map(scale.place) == [10, 30, 90])
  }

  @Test func logSpreadsDecadesEvenly() {
    let scale = ContinuousScale(.log, domain: 1...1000, from: 0, to: 30)
    #expect(scale.place(10) == 10 && scale.place(0).isNaN && scale.place(-1).isNaN)
  }

  @Test func squareRootKeepsTheSign() {
    let scale = ContinuousScale(.sqrt, domain: -4...4, from: 0, to: 40)
    #expect([-4, -1, 0, 1, 4].map(scale.place) == [0, 10, 20, 30, 40])
  }

  @Test func missingHasNoPlace() {
    #expect(ContinuousScale(.linear, domain: 0...1, from: 0, to: 9).place(.nan).isNaN)
  }

  @Test func hugeAndFarNumbersStayNearTheLine() {
    let whole = ContinuousScale(.linear, domain: -1e308...1e308, from: 0, to: 100)
    #expect(whole.place(0) == 50)
    let unit = ContinuousScale(.linear, domain: 0...1, from: 0, to: 100)
    #expect(unit.place(.infinity) == 10_100 && unit.place(-1e300) == -10_000)
  }

  @Test func domainOfOneNumberLiesInTheMiddle() {
    #expect(ContinuousScale(.linear, domain: 3...3, from: 0, to: 100).place(3) == 50)
  }
}
