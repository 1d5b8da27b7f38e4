import Statistics
import TestSupport
import Testing

@Suite struct CorrelationMatrixTests {
  typealias Variable = CorrelationMatrix.Variable

  static func columns(seed: UInt64, rows: Int, withGaps: Bool) -> [Variable] {
    var generator = SeededGenerator(seed: seed)
    let hidden = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
    return (0..<5).map { column in
      Variable(
        "c\(column)",
        hidden.map { hidden in
          if withGaps, Int.random(in: 0...9, using: &generator) == 0 { return .nan }
          let value = Double(column) * hidden + Double.random(in: -1...1, using: &generator)
          return (value * 10).rounded() / 10 + 100
        })
    }
  }

  @Test(arguments: CorrelationMethod.allCases, [false, true])
  func eachPairIsTheCorrelationOfItsColumns(_ method: CorrelationMethod, _ withGaps: Bool) throws {
    let columns = Self.columns(seed: 5, rows: 300, withGaps: withGaps)
    let matrix = try CorrelationMatrix(columns, .init(method: method))
    #expect(matrix.pairs.count == 10)
    for pair in matrix.pairs {
      let (x, y) = (columns[pair.first].values.distances, columns[pair.second].values.distances)
      let single: any Correlation =
        switch method {
        case .pearson: try PearsonCorrelation(x, y)
        case .spearman: try SpearmanCorrelation(x, y)
        case .kendall: try KendallCorrelation(x, y)
        }
      #expect((pair.n, pair.missing) == (single.n, single.missing))
      expectClose(pair.r, single.r, relative: 1e-13)
      expectClose(pair.p, try #require(single.p), relative: 1e-10)
      expectClose(pair.interval?.low, try #require(single.interval).low, relative: 1e-12)
      #expect(pair.reason == nil)
    }
  }

  @Test func listwiseCountsTheSameRowsForEachPair() throws {
    let columns = Self.columns(seed: 6, rows: 200, withGaps: true)
    let complete = (0..<200).filter { row in
      columns.allSatisfy { $0.values.distances[row].isFinite }
    }
    let matrix = try CorrelationMatrix(columns, .init(rows: .listwise))
    #expect(
      matrix.pairs.allSatisfy { $0.n == complete.count && $0.missing == 200 - complete.count })
    let single = try PearsonCorrelation(
      complete.map { columns[1].values.distances[$0] },
      complete.map { columns[3].values.distances[$0] })
    expectClose(matrix[3, 1]?.r, single.r, relative: 1e-13)
  }

  @Test func correctionIsOverTheUniquePairs() throws {
    let matrix = try CorrelationMatrix(
      Self.columns(seed: 7, rows: 30, withGaps: false), .init(adjustment: .bonferroni))
    for pair in matrix.pairs {
      expectClose(pair.adjustedP, min(1, 10 * (try #require(pair.p))))
    }
  }

  @Test(arguments: CorrelationMethod.allCases)
  func aConstantColumnSpoilsItsOwnPairsOnly(_ method: CorrelationMethod) throws {
    let columns =
      Self.columns(seed: 8, rows: 50, withGaps: false)
      + [Variable("constant", Array(repeating: 0.1, count: 50))]
    let matrix = try CorrelationMatrix(columns, .init(method: method, adjustment: .bonferroni))
    let undefined = matrix.pairs.filter { $0.r == nil }
    #expect(undefined.count == 5)
    #expect(undefined.allSatisfy { $0.second == 5 && $0.reason == .constant && $0.p == nil })
    let defined = try #require(matrix[0, 4])
    expectClose(defined.adjustedP, min(1, 10 * (try #require(defined.p))))
  }

  @Test func anEmptyColumnSaysWhy() throws {
    let matrix = try CorrelationMatrix([
      Variable("a", [1, 2, 3]), Variable("b", [.nan, .nan, .nan]),
    ])
    #expect(matrix.pairs[0].reason?.reason == "no values")
  }

  @Test func fewPairsHaveACoefficientAndTheReasonForTheRest() throws {
    let matrix = try CorrelationMatrix([Variable("a", [1, 2, 3]), Variable("b", [1, 3, 2])])
    #expect(matrix.pairs[0].r == 0.5)
    #expect(matrix.pairs[0].p != nil && matrix.pairs[0].interval == nil)
    #expect(matrix.pairs[0].reason == .tooFew(needed: 4, got: 3))
  }

  @Test func columnsOfUnlikeLengthAreAnError() {
    #expect(throws: StatisticsError.lengthsDiffer(2, 1)) {
      try CorrelationMatrix([Variable("a", [1, 2]), Variable("b", [1])])
    }
  }

  @Test func noColumnsHaveNoPairs() throws {
    #expect(try CorrelationMatrix([]).pairs.isEmpty)
    #expect(try CorrelationMatrix([Variable("a", [1, 2])]).pairs.isEmpty)
  }
}
