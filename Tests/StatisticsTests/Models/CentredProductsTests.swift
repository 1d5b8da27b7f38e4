import TestSupport
import Testing

@testable import Statistics

@Suite struct CentredProductsTests {
  private func columns(_ rows: Int, seed: UInt64) -> ([DesignColumn], [Double]) {
    var generator = SeededGenerator(seed: seed)
    func numbers(_ range: ClosedRange<Double>) -> [Double] {
      (0..<rows).map { _ in Double.random(in: range, using: &generator) }
    }
    let columns = [
      DesignColumn(numbers(1e9...1e9 + 1)), DesignColumn(numbers(-1...1)),
      DesignColumn(numbers(0...1e-3)).power(5),
    ]
    return (columns, (0..<rows).map { _ in Double(Int.random(in: 0...3, using: &generator)) })
  }

  private func part(_ column: DesignColumn, _ rows: Range<Int>) -> DesignColumn {
    DesignColumn(rows.map(column.value), precision: column.precision)
  }

  @Test(arguments: 0..<10 as Range<UInt64>, [true, false])
  func partsMakeTheWhole(_ seed: UInt64, _ isWeighted: Bool) {
    let (all, counts) = columns(150, seed: seed)
    let weights = isWeighted ? counts : nil
    let whole = CentredProducts(all, weights: weights, centred: true)
    let cut = 10 + Int(seed) * 13
    let parts = [0..<cut, cut..<150].map { rows in
      CentredProducts(
        all.map { part($0, rows) }, weights: weights.map { Array($0[rows]) }, centred: true)
    }
    let merged = parts[0].merged(with: parts[1])
    #expect(merged.count == whole.count)
    for i in all.indices {
      expectClose((merged.means[i] - whole.means[i]).value, 0, absolute: 1e-20)
      for j in 0...i {
        let scale = merged.units[i] * merged.units[j]
        let other = whole.units[i] * whole.units[j]
        let difference = merged.product(i, j) * (scale / other) - whole.product(i, j)
        let size = (whole.product(i, i).value * whole.product(j, j).value).squareRoot()
        // Means at 1e9 have 22 digits behind the point.
        #expect(abs(difference.value) <= 1e-20 * size)
      }
    }
  }

  @Test func aConstantColumnHasNoSquare() {
    let products = CentredProducts(
      [DesignColumn([0.1, 0.1, 0.1])], weights: nil, centred: true)
    #expect(products.product(0, 0).value == 0 && products.means[0].value == 0.1)
  }

  @Test func noRowsHaveNoProducts() {
    let products = CentredProducts([DesignColumn([])], weights: nil, centred: true)
    #expect(products.count == 0 && products.product(0, 0).value == 0)
  }
}
