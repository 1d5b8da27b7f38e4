import TestSupport
import Testing

@testable import Statistics

@Suite struct CrossProductsTests {
  @Test(arguments: [(2, 1), (3, 127), (5, 128), (7, 129), (4, 1000)])
  func blockedSumsEqualThoseOfEachPair(_ columns: Int, _ rows: Int) throws {
    var generator = SeededGenerator(seed: UInt64(rows))
    let data = (0..<columns).map { column in
      (0..<rows).map { _ in
        1e6 * Double(column) + Double.random(in: -3...3, using: &generator)
      }
    }
    let products = CrossProducts(data.map { Measured($0) })
    for i in 0..<columns {
      for j in (i + 1)..<columns {
        let blocked = products.moments(i, j)
        let single = CrossMoments(try PairedSample(data[i], data[j]))
        #expect(blocked.count == rows)
        expectClose(blocked.meanX, single.meanX, relative: 1e-15)
        expectClose(blocked.sxx, single.sxx, relative: 1e-14)
        expectClose(blocked.syy, single.syy, relative: 1e-14)
        let size = (single.sxx * single.syy).squareRoot()
        expectClose(blocked.sxy, single.sxy, absolute: 1e-14 * size)
      }
    }
  }
}
