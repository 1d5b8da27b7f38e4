import Frame
import Statistics
import Testing

@Suite struct ModelFrameTests {
  private let table = DataFrame([
    ("y", Column(doubles: [1, 2, 3, 4, 5, nil, 7, 8])),
    ("x", Column(doubles: [1, 0, 2, -1, 4, 5, .infinity, 7])),
    ("g", Column(texts: ["b", "a", "c", "a", "b", "c", "a", nil])),
    ("f", Column(booleans: [true, false, true, false, true, true, false, true])),
    ("k", Column(integers: [10, 9, 9, 10, 11, 9, 10, 9])),
    ("w", Column(integers: [1, 2, 0, nil, 3, 1, 1, 1])),
  ])

  private func frame(_ text: String, _ roles: ModelFrame.Roles = .init()) throws -> ModelFrame {
    try ModelFrame(Formula(parsing: text), table, roles)
  }

  /// The columns of R's `model.matrix(formula)`, in our words.
  @Test(
    arguments: [
      ("y ~ g", ["g[b]", "g[c]"]),
      ("y ~ g - 1", ["g[a]", "g[b]", "g[c]"]),
      ("y ~ k + f + g - 1", ["k", "f[false]", "f[true]", "g[b]", "g[c]"]),
      ("y ~ f + k", ["f[true]", "k"]),
      ("y ~ category(k)", ["k[10]", "k[11]"]),
      ("y ~ category(k, base = '10')", ["k[9]", "k[11]"]),
      ("y ~ f * g", ["f[true]", "g[b]", "g[c]", "f[true]:g[b]", "f[true]:g[c]"]),
      ("y ~ k + k:g", ["k", "k:g[b]", "k:g[c]"]),
      ("y ~ k:g", ["k:g[a]", "k:g[b]", "k:g[c]"]),
      (
        "y ~ f + f:g",
        ["f[true]", "f[false]:g[b]", "f[true]:g[b]", "f[false]:g[c]", "f[true]:g[c]"]
      ),
    ])
  func labelsAreCodedAsInR(_ text: String, _ names: [String]) throws {
    #expect(try frame(text).regressors.map(\.name) == names)
  }

  @Test func rowsAreLeftOutAndCounted() throws {
    let plain = try frame("y ~ x + g")
    #expect((plain.rows, plain.missing, plain.infinite) == ([0, 1, 2, 3, 4], 2, 1))
    let logs = try frame("y ~ log(x)")
    #expect((logs.rows, logs.missing, logs.infinite, logs.undefined) == ([0, 2, 4, 7], 1, 1, 2))
  }

  @Test func weightsAndClustersAreOfTheRowsThatStay() throws {
    let weighted = try frame(
      "y ~ k", .init(weights: table["w"], clusters: table["g"]))
    #expect(weighted.rows == [0, 1, 4, 6])
    #expect(weighted.weights == [1, 2, 3, 1] && weighted.count == 7)
    #expect(weighted.clusters == [1, 0, 1, 0] && weighted.clusterCount == 2)
    #expect(weighted.missing == 3)
  }

  /// A row's weight, and the sum of all, are whole numbers that doubles hold without a gap.
  @Test(arguments: [[1e19, 1, 1, 1], [0x1p53, 2, 1, 1], [0x1p62, 0x1p62, .nan, 0]])
  func moreRowsThanCanBeCountedAreOutOfRange(_ weights: [Double]) throws {
    let rows = DataFrame([
      ("y", Column(doubles: [1, 3, 2, 5])), ("x", Column(doubles: [1, 2, 3, 4])),
    ])
    #expect(throws: StatisticsError.outOfRange) {
      try ModelFrame(
        Formula(parsing: "y ~ x"), rows, .init(weights: Column(.double(weights))))
    }
  }

  @Test func theBaseIsStated() throws {
    let factors = try frame("y ~ g + category(k, base = '10')").factors
    #expect(factors.map(\.column) == ["g", "k"] && factors.map(\.base) == ["a", "10"])
    #expect(factors.map(\.levels) == [["a", "b", "c"], ["9", "10", "11"]])
  }

  @Test func labelsThatAllHaveAColumnHaveNoBase() throws {
    #expect(try frame("y ~ g - 1").factors.isEmpty)
    #expect(try frame("y ~ f + g - 1").factors.map(\.column) == ["g"])
    #expect(try frame("y ~ k:g").factors.isEmpty)
  }

  @Test(
    arguments: [
      ("y ~ q", "there is no column 'q'"),
      ("y ~ log(g)", "'log(g)' needs numbers, 'g' holds labels"),
      ("y ~ g^2", "'g^2' needs numbers, 'g' holds labels"),
      ("y ~ category(g, base = 'z')", "'g' has no label 'z' to compare with"),
      ("y ~ category(g, base = 'z') - 1", "'g' has no label 'z' to compare with"),
      ("category(g, base = 'z') ~ y", "'g' has no label 'z' to compare with"),
    ])
  func whatCannotBeCodedIsToldInWords(_ text: String, _ reason: String) {
    let told = #expect(throws: StatisticsError.self) { try frame(text) }
    #expect(told?.reason == reason)
  }

  @Test func manyLabelsAreRefused() throws {
    let labels = DataFrame([
      ("y", Column(doubles: (0..<1_000).map { Double($0) })),
      ("g", Column(texts: (0..<1_000).map { "g\($0)" })),
    ])
    #expect(throws: StatisticsError.self) {
      try ModelFrame(Formula(parsing: "y ~ g"), labels)
    }
  }
}
