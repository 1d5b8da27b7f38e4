import Dates
import Frame
import Testing

@Suite
struct ColumnTests {
  static let columns: [(Column, ColumnType, Value)] = [
    (Column(booleans: [true, nil]), .boolean, .boolean(true)),
    (Column(integers: [7, nil]), .integer, .integer(7)),
    (
      Column(.decimal([150, 0], scale: 2), presence: [true, false]), .decimal,
      .decimal(unscaled: 150, scale: 2)
    ),
    (Column(doubles: [1.5, nil]), .double, .double(1.5)),
    (Column(texts: ["a", nil]), .text, .text("a")),
    (Column(dates: [CivilDate(days: 1), nil]), .date, .date(CivilDate(days: 1))),
    (
      Column(timestamps: [Timestamp(microseconds: 9), nil]), .timestamp,
      .timestamp(Timestamp(microseconds: 9))
    ),
  ]

  @Test(arguments: columns)
  func everyTypeKnowsItsValues(_ column: Column, _ type: ColumnType, _ value: Value) {
    #expect(column.type == type)
    #expect(column.count == 2)
    #expect(column.missing == 1)
    #expect(column[0] == value)
    #expect(column[1] == .null)
    #expect(column.picking([1, 0, 0]).missing == 1)
    #expect(column.picking([1, 0, 0])[2] == value)
    #expect(column.numbers.count == 2)
    #expect(column.numbers[1] == nil)
    #expect(column.doubles[1].isNaN)
    #expect(column.distinctValues == [value])
  }

  @Test func presenceOfAllIsNoPresence() {
    #expect(Column(integers: [1, 2]).presence == nil)
    #expect(Column(integers: [1, 2]) == Column(.integer([1, 2]), presence: [true, true]))
  }

  @Test func textHasNoNumbers() {
    #expect(Column(texts: ["7"]).numbers == [nil])
    #expect(Column(texts: ["7"]).doubles[0].isNaN)
  }

  @Test func anEmptyColumnIsFine() {
    let column = Column(doubles: [])
    #expect(column.count == 0)
    #expect(column.missing == 0)
    #expect(column.sortedRows() == [])
  }
}
