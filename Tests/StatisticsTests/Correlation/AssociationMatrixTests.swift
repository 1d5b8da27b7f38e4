import Frame
import Statistics
import TestSupport
import Testing

@Suite struct AssociationMatrixTests {
  static let columns: [(name: String, column: Column)] = {
    var generator = SeededGenerator(seed: 21)
    let hidden = (0..<80).map { _ in Double.random(in: -1...1, using: &generator) }
    func noisy(_ share: Double) -> [Double?] {
      hidden.map { hidden in
        Int.random(in: 0...11, using: &generator) == 0
          ? nil : hidden + share * Double.random(in: -1...1, using: &generator)
      }
    }
    return [
      ("x", Column(doubles: noisy(0.5))), ("y", Column(doubles: noisy(1))),
      ("flag", Column(booleans: noisy(1).map { $0.map { $0 > 0 } })),
      ("kind", Column(texts: noisy(1).map { $0.map { $0 < -0.4 ? "a" : $0 < 0.4 ? "b" : "c" } })),
      ("count", Column(integers: noisy(2).map { $0.map { Int64(($0 * 5).rounded()) } })),
    ]
  }()

  static func variables(isMixed: Bool = true) -> [AssociationMatrix.Variable] {
    columns.map { AssociationMatrix.Variable($0.name, $0.column, isMixed: isMixed) }
  }

  @Test func eachPairHasTheCoefficientOfItsColumns() throws {
    let matrix = try AssociationMatrix(Self.variables())
    let measures = matrix.pairs.map(\.measure)
    #expect(
      measures == [
        .pearson, .pointBiserial, .correlationRatio, .pearson, .pointBiserial, .correlationRatio,
        .pearson, .cramersV, .pointBiserial, .correlationRatio,
      ])
    #expect(matrix.pairs.allSatisfy { $0.reason == nil && $0.p != nil && $0.interval != nil })
    let columns = Self.columns.map(\.column)
    let singles: [(Int, Int, any Correlation)] = [
      (0, 1, try PearsonCorrelation(columns[0].doubles, columns[1].doubles)),
      (0, 2, try PointBiserial(Measured(columns[0]), Categories(columns[2]))),
      (1, 3, try CorrelationRatio(Measured(columns[1]), Categories(columns[3]))),
      (2, 3, try CorrectedCramersV(Categories(columns[2]), Categories(columns[3]))),
    ]
    for (first, second, single) in singles {
      let pair = try #require(matrix[second, first])
      #expect((pair.n, pair.missing) == (single.n, single.missing))
      expectClose(pair.r, single.r, relative: 1e-13)
      expectClose(pair.p, try #require(single.p), relative: 1e-10)
      expectClose(pair.interval?.high, try #require(single.interval).high, relative: 1e-10)
    }
  }

  @Test func listwiseCountsTheSameRowsForEachPair() throws {
    var options = AssociationMatrix.Options()
    options.rows = .listwise
    let matrix = try AssociationMatrix(Self.variables(), options)
    let complete = (0..<80).filter { row in Self.columns.allSatisfy { $0.column.isPresent(row) } }
    #expect(matrix.pairs.allSatisfy { $0.n == complete.count && $0.missing == 80 - complete.count })
  }

  @Test func numbersCanBeRanked() throws {
    var options = AssociationMatrix.Options()
    options.numbers = .spearman
    let matrix = try AssociationMatrix(Self.variables(), options)
    let columns = Self.columns.map(\.column.doubles)
    #expect(matrix[0, 1]?.measure == .spearman)
    expectClose(matrix[0, 1]?.r, try SpearmanCorrelation(columns[0], columns[1]).r, relative: 1e-13)
  }

  @Test func givenColumnsAreHeldConstant() throws {
    var options = AssociationMatrix.Options()
    options.given = [Measured(Self.columns[4].column)]
    let matrix = try AssociationMatrix(Array(Self.variables().prefix(2)), options)
    let columns = Self.columns.map(\.column.doubles)
    let single = try PartialCorrelation(columns[0], columns[1], given: [columns[4]])
    #expect(matrix.pairs[0].n == single.n)
    expectClose(matrix.pairs[0].r, single.r, relative: 1e-13)
  }

  @Test func weightsCountRows() throws {
    var options = AssociationMatrix.Options()
    options.weights = (0..<80).map { Double($0 % 3) }
    let matrix = try AssociationMatrix(Array(Self.variables().prefix(2)), options)
    let columns = Self.columns.map(\.column.doubles)
    let single = try PearsonCorrelation(columns[0], columns[1], weights: options.weights)
    #expect((matrix.pairs[0].n, matrix.pairs[0].r) == (single.n, single.r))
    options.weights = Array(repeating: 0.5, count: 80)
    #expect(throws: StatisticsError.invalidWeight(row: 0)) {
      try AssociationMatrix(Array(Self.variables().prefix(2)), options)
    }
  }

  @Test func aPairWithoutACoefficientSaysWhy() throws {
    let columns: [(String, Column)] = [
      ("x", Column(doubles: [1, 2, 3, 4])), ("one", Column(texts: ["a", "a", "a", "a"])),
      ("each", Column(texts: ["a", "b", "c", "d"])), ("none", Column(texts: [nil, nil, nil, nil])),
      ("split", Column(texts: ["a", "a", "b", "b"])),
      ("same", Column(integers: [7, 7, 7, 7])),
    ]
    let matrix = try AssociationMatrix(
      columns.map { AssociationMatrix.Variable($0.0, $0.1, isMixed: true) })
    #expect(matrix[0, 1]?.reason == .tooFewGroups(needed: 2, got: 1))
    #expect(matrix[0, 2]?.reason == .tooFew(needed: 5, got: 4))
    #expect(matrix[0, 3]?.reason == .tooFew(needed: 2, got: 0))
    #expect(matrix[1, 2]?.reason == .tooFewGroups(needed: 2, got: 1))
    #expect(matrix[0, 5]?.reason == .constant && matrix[4, 5]?.reason == .constant)
    #expect(matrix.pairs.allSatisfy { $0.r != nil || ($0.p == nil && $0.interval == nil) })
    #expect(matrix[2, 4]?.hasSmallCounts == true)
  }

  @Test func columnsOfUnlikeLengthAreAnError() {
    let columns = [
      AssociationMatrix.Variable("a", Column(integers: [1, 2]), isMixed: true),
      AssociationMatrix.Variable("b", Column(texts: ["x"]), isMixed: true),
    ]
    #expect(throws: StatisticsError.lengthsDiffer(2, 1)) { try AssociationMatrix(columns) }
  }

  @Test func noColumnsHaveNoPairs() throws {
    #expect(try AssociationMatrix([]).pairs.isEmpty)
    #expect(try AssociationMatrix(Array(Self.variables().prefix(1))).pairs.isEmpty)
  }
}
