import Frame
import Testing

@Suite struct ColumnCodesTests {
  @Test func valuesAreNumberedAsTheyAppear() {
    let codes = ColumnCodes(Column(texts: ["b", "b", nil, "a", "b", nil, "a"]))
    #expect(codes.codes == [0, 0, 1, 2, 0, 1, 2])
    #expect(codes.values == [.text("b"), .null, .text("a")])
  }

  @Test func zerosAreOneAndSoAreAllThatAreNoNumber() {
    let codes = ColumnCodes(Column(.double([0, -0.0, .nan, 1, .nan])))
    #expect(codes.codes == [0, 0, 1, 2, 1])
  }

  @Test func manyValuesAreNumberedAsFew() {
    let numbers = (0..<10_000).map { Int64($0 * 7919 % 1009) }
    let codes = ColumnCodes(Column(.integer(numbers)))
    #expect(codes.values.count == 1009)
    for (row, number) in numbers.enumerated() {
      if codes.values[codes.codes[row]] != .integer(number) { Issue.record("row \(row)") }
    }
    #expect(ColumnCodes(Column(.integer([]))).values.isEmpty)
  }

  @Test func absentValuesAreOneWhateverFillsTheirPlace() {
    let column = Column(
      .text(["a", "b", "b", "a", "a"]), presence: [true, false, true, false, false])
    #expect(ColumnCodes(column).codes == [0, 1, 2, 1, 1])
    #expect(column.distinctValues == [.text("a"), .text("b")])
  }

  @Test func valuesAloneAreThoseThatAreNumbered() {
    let texts = (0..<500).map { row in row % 9 == 4 ? nil : "value \(row / 3 * 31 % 40)" }
    let column = Column(texts: texts)
    #expect(column.distinctValues == ColumnCodes(column).values.filter { !$0.isNull })
    #expect(column.distinctValues.count == 40)
  }
}
