import Frame
import Statistics
import Testing

@Suite struct DescribeTextTests {
  @Test func mostFrequentComesFirstAndTiesInOrderOfValue() {
    let result = DescribeText(Column(texts: ["b", "a", nil, "c", "a", "b", ""]), limit: 3)
    #expect((result.n, result.missing, result.distinct) == (6, 1, 4))
    #expect(result.top.map(\.value) == [.text("a"), .text("b"), .text("")])
    #expect(result.top.map(\.count) == [2, 2, 1])
    #expect(result.top[0].share == 1.0 / 3)
    #expect(result.min == .text("") && result.max == .text("c"))
  }

  @Test func booleansAreCounted() {
    let result = DescribeText(Column(booleans: [true, false, true, nil]))
    #expect(result.top.map(\.value) == [.boolean(true), .boolean(false)])
  }

  @Test func nothingIsSaidOfNoRows() {
    let result = DescribeText(Column(texts: [nil, nil]))
    #expect((result.n, result.missing, result.distinct) == (0, 2, 0))
    #expect(result.top.isEmpty && result.min == nil)
  }

  @Test func weightsStandForRepeatedRows() throws {
    let column = Column(texts: ["a", "b", nil, "a", "c"])
    let weights = try FrequencyWeights([1, 4, 2, .nan, 0])
    let result = DescribeText(column, weights: weights)
    #expect(result == DescribeText(Column(texts: ["a", "b", "b", "b", "b", nil, nil])))
  }
}
