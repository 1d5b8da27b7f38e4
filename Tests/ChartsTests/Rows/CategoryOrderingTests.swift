import Frame
import Testing

@testable import Charts

@Suite struct CategoryOrderingTests {
  private static let column = ChannelColumn(
    column: Column(texts: ["High", "Above", "Normal", "High", nil]), field: "c", label: "C")

  private static func names(_ change: (inout ChannelSettings) -> Void) -> [String] {
    var settings = ChannelSettings()
    change(&settings)
    return CategoryOrdering.values([column], settings: settings).map(\.description)
  }

  @Test func categoriesStandInTheirOwnOrder() {
    #expect(CategoryOrderingTests.names { _ in } == ["Above", "High", "Normal"])
  }

  @Test func theAuthorsListComesFirst() {
    let names = CategoryOrderingTests.names { $0.domain = [.text("Normal"), .text("nowhere")] }
    #expect(names == ["Normal", "Above", "High"])
  }

  @Test func orderOfTheDataIsKeptOnRequest() {
    #expect(
      CategoryOrderingTests.names { $0.sort = CategoryOrder(.appearance) }
        == ["High", "Above", "Normal"])
  }

  @Test func tiesOfAMeasureKeepTheirOrder() {
    let values: [Value] = [.text("a"), .text("b"), .text("c")]
    let order = CategoryOrdering.byMeasure(
      values, [.text("a"): 1, .text("b"): 2, .text("c"): 1], isDescending: true)
    #expect(order == [.text("b"), .text("a"), .text("c")])
  }
}
