import Frame
import Statistics
import TestSupport
import Testing

@Suite struct CohortTableTests {
  static let labels = Column(texts: ["a", "a", "a", "a", "a", "b", "b", "b", "b", "b", nil])
  static let age = Column(integers: [31, 45, nil, 52, 38, 60, 41, 57, 66, 49, 20])
  static let smoker = Column(
    booleans: [true, false, false, true, nil, true, true, false, true, true, true])

  static func table(_ centre: CohortTable.Centre = .mean) throws -> CohortTable {
    try CohortTable(
      [CohortTable.Source("age", age), CohortTable.Source("smoker", smoker)], by: labels,
      centre: centre)
  }

  @Test func groupsAndMissingValuesAreCounted() throws {
    let table = try Self.table()
    #expect(table.labels == [.text("a"), .text("b")] && table.sizes == [5, 5])
    #expect(table.unlabelled == 1 && table.n == 10)
    #expect(table.variables.map(\.missing) == [[1, 0], [1, 0]])
  }

  @Test func numbersAreTestedByMeansOrRanks() throws {
    let (x, y) = ([31, 45, 52, 38] as [Double], [60, 41, 57, 66, 49] as [Double])
    let mean = try #require(Self.table().variables.first)
    #expect(try mean.test.p == WelchTTest(x, y).p)
    #expect(try mean.difference.value == StandardizedDifference(Sample(x), Sample(y)).value)
    #expect(try Self.table(.median).variables[0].test.p == MannWhitney(x, y).p)
    guard case .numbers(_, let overall) = mean.content else {
      Issue.record("age is a number")
      return
    }
    #expect(overall.n == 9)
    expectClose(overall.mean, (x + y).reduce(0, +) / 9)
  }

  @Test func categoriesAreTestedByTheirTable() throws {
    let smoker = try Self.table().variables[1]
    #expect(smoker.test.name == "fisher_exact")
    guard case .categories(let comparison) = smoker.content else {
      Issue.record("smoker is a category")
      return
    }
    #expect(comparison.table.counts == [[2, 2], [1, 4]])
  }

  @Test func pValuesAreCorrectedOverTheVariables() throws {
    let table = try Self.table()
    #expect(
      table.variables.map(\.adjustedP) == PAdjustment.holm.adjusted(table.variables.map(\.test.p)))
  }

  @Test func noRowsAreNoCrash() throws {
    let table = try CohortTable(
      [CohortTable.Source("age", Column(integers: []))], by: Column(texts: []))
    #expect(table.variables[0].test.reason?.reason == "no groups")
    #expect(table.variables[0].difference.reason?.reason == "no groups")
  }

  @Test func tooManyCategoriesAreToldInPlaceOfCounted() throws {
    let count = 50_000
    let table = try CohortTable(
      [CohortTable.Source("id", Column(texts: (0..<count).map { "id \($0)" }))],
      by: Column(texts: (0..<count).map { $0 % 2 == 0 ? "a" : "b" }))
    let id = try #require(table.variables.first)
    #expect(id.content == .uncounted(count))
    let reason = StatisticsError.tooManyCategories(allowed: 40, got: count)
    #expect(id.test.reason == reason && id.difference.reason == reason)
  }

  @Test func noNumberIsNoLabel() throws {
    let labels = Column(doubles: [1, .nan, 2, 1, 2, .nan])
    let table = try CohortTable(
      [CohortTable.Source("x", Column(integers: [1, 2, 3, 4, 5, 6]))], by: labels)
    #expect(table.labels == [.double(1), .double(2)] && table.unlabelled == 2)
  }
}
