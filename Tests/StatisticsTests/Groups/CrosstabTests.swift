import Frame
import Statistics
import Testing

@Suite struct CrosstabTests {
  @Test func pairsAreCountedInTheOrderOfTheirValues() throws {
    let table = try Crosstab(
      Column(texts: ["Y", "N", nil, "Y", "N", "Y"]), Column(integers: [2, 1, 1, 2, nil, 1]))
    #expect(table.rows == [.text("N"), .text("Y")])
    #expect(table.columns == [.integer(1), .integer(2)])
    #expect(table.counts == [[1, 0], [1, 2]])
    #expect((table.n, table.missing) == (4, 2))
    #expect(table.rowTotals == [1, 3] && table.columnTotals == [2, 2])
  }

  @Test func noCompleteRowsMakeAnEmptyTable() throws {
    let table = try Crosstab(Column(texts: [nil, "a"]), Column(texts: ["b", nil]))
    #expect(table.counts.isEmpty && table.n == 0)
    #expect(throws: StatisticsError.tooFewGroups(needed: 2, got: 0)) { try ChiSquare(table) }
  }

  @Test func columnsOfUnlikeLengthAreAnError() {
    #expect(throws: StatisticsError.lengthsDiffer(1, 2)) {
      try Crosstab(Column(texts: ["a"]), Column(texts: ["a", "b"]))
    }
  }

  @Test func weightsCountRows() throws {
    let (a, b) = (Column(texts: ["x", "y", "x", nil]), Column(texts: ["u", "v", "v", "u"]))
    let table = try Crosstab(a, b, weights: [3, 2, 0, 7])
    #expect(table.counts == [[3, 0], [0, 2]] && table.n == 5 && table.missing == 1)
    #expect(throws: StatisticsError.invalidWeight(row: 1)) {
      try Crosstab(a, b, weights: [1, 0.5, 1, 1])
    }
    #expect(throws: StatisticsError.invalidWeight(row: 0)) {
      try Crosstab(a, b, weights: [.infinity, 1, 1, 1])
    }
  }

  @Test func rowsOfWeightZeroAreNoRows() throws {
    let (a, b) = (Column(texts: ["x", "y", "z", nil]), Column(texts: ["u", "v", "w", "u"]))
    let table = try Crosstab(a, b, weights: [3, 2, 0, 0])
    #expect(table.rows == [.text("x"), .text("y")] && table.columns == [.text("u"), .text("v")])
    #expect(table.counts == [[3, 0], [0, 2]] && table.missing == 0)
  }

  @Test func noNumberIsMissing() throws {
    let table = try Crosstab(Column(doubles: [1, .nan, 2]), Column(doubles: [.nan, 5, 6]))
    #expect(table.rows == [.double(2)] && table.columns == [.double(6)] && table.missing == 2)
  }
}
