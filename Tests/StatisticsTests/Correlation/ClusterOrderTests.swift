import Statistics
import TestSupport
import Testing

@Suite struct ClusterOrderTests {
  /// Expected values: SciPy 1.17.1, `leaves_list(linkage(squareform(1 - abs(r)), "average"))`.
  @Test(arguments: Case.all("order", in: "assoc"))
  func agreesWithSciPy(_ set: Case) throws {
    let expected = try set.expected()
    let order = expected.list("order").map { Int($0) }
    let found = ClusterOrder(count: order.count) { a, b in
      expected["r \(max(a, b)) \(min(a, b))"]
    }
    #expect(found.order == order)
  }

  @Test func undefinedCoefficientsKeepTheirOrder() {
    #expect(ClusterOrder(count: 4) { _, _ in nil }.order == [0, 1, 2, 3])
    #expect(ClusterOrder(count: 0) { _, _ in nil }.order == [])
    #expect(ClusterOrder(count: 1) { _, _ in 1 }.order == [0])
  }
}
