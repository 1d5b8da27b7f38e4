@testable import Database
import Frame
import Testing

@Suite struct ColumnBuilderTests {
  @Test func missingValuesKeepTheirPlaces() {
    var builder = ColumnBuilder<Int64>(filler: 0)
    builder.append(1)
    builder.appendMissing()
    builder.append(3)
    #expect(builder.count == 3)
    #expect(builder.column(ColumnValues.integer) == Column(integers: [1, nil, 3]))
  }

  @Test func columnWithoutMissingValuesSaysSo() {
    var builder = ColumnBuilder(filler: "")
    builder.append("a")
    #expect(builder.column(ColumnValues.text).presence == nil)
  }

  @Test func allMissingIsAColumnOfNulls() {
    var builder = ColumnBuilder(filler: 0.0)
    builder.appendMissing()
    builder.appendMissing()
    #expect(builder.column(ColumnValues.double).missing == 2)
  }
}
