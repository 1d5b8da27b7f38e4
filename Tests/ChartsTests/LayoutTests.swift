import Charts
import TestSupport
import Testing

@Suite struct LayoutTests {
  static let widths = [240.0, 300, 365, 440, 507]

  @Test(arguments: specimens, widths)
  func wordsStayInsideAndClearOfEachOther(_ specimen: ChartSpecimen, _ width: Double) throws {
    let findings = SceneFindings(try specimen.draw(width: width).scene)
    #expect(findings.outside.isEmpty, "\(findings.outside)")
    #expect(findings.overlapping.isEmpty, "\(findings.overlapping)")
  }
}
