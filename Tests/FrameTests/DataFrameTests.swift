import Frame
import Testing

@Suite
struct DataFrameTests {
  let frame = DataFrame([
    ("region", Column(texts: ["N", "S", nil, "N"])), ("sales", Column(integers: [1, 2, 3, nil])),
  ])

  @Test func findsColumnsByName() {
    #expect(frame["sales"]?[1] == .integer(2))
    #expect(frame["Sales"] == nil)
    #expect(frame.rowCount == 4)
    #expect(DataFrame([]).rowCount == 0)
  }

  @Test func picksRowsOfEveryColumn() {
    let picked = frame.picking([3, 1])
    #expect(picked["region"] == Column(texts: ["N", "S"]))
    #expect(picked["sales"] == Column(integers: [nil, 2]))
  }

  @Test func settingReplacesInPlaceOrAddsAtTheEnd() {
    let ones = Column(integers: [1, 1, 1, 1])
    #expect(frame.setting("region", to: ones).names == ["region", "sales"])
    #expect(frame.setting("region", to: ones)["region"] == ones)
    #expect(frame.setting("n", to: ones).names == ["region", "sales", "n"])
  }
}
