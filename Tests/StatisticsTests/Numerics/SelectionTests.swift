import CKernels
import TestSupport
import Testing

@testable import Statistics

@Suite struct SelectionTests {
  @Test(arguments: [1, 2, 500, 513, 4000])
  func givesWhatSortingGives(_ count: Int) {
    let values = RadixSortTests.values(seed: UInt64(count), count: count).map {
      $0.isFinite ? $0 : 7
    }
    let (sorted, selection) = (values.sorted(), Selection(values))
    for place in stride(from: 0, to: count, by: 1 + count / 50) {
      #expect(selection.value(atPlace: Double(place)) == sorted[place])
      let next = min(place + 1, count - 1)
      #expect(
        selection.value(atPlace: Double(place) + 0.25)
          == (next == place
            ? sorted[place] : Quantile.between(sorted[place], sorted[next], share: 0.25)))
    }
  }

  @Test(arguments: [.nan, .infinity, -.infinity] as [Double])
  func noValueIsCountedOutsideTheCounts(_ odd: Double) {
    let values = (0..<2000).map { $0 % 3 == 1 ? odd : Double($0) }
    for place in [0, 700, 1999] { _ = Selection(values).value(atPlace: Double(place)) }
    var counts = [Int](repeating: 0, count: 1024)
    bs_count_places(values, values.count, 0, 1, &counts)
    #expect(counts.reduce(0, +) == values.count)
  }

  @Test func twoFarClustersAreNoMatter() {
    let values =
      (0..<1000).map { Double($0) * 1e-9 } + (0..<1000).map { 1e300 + Double($0) * 1e290 }
    #expect(Selection(values).value(atPlace: 999.5) == Quantile.between(999e-9, 1e300, share: 0.5))
  }
}
