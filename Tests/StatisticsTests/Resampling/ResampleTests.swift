import CKernels
import Testing

@testable import Statistics

@Suite struct ResampleTests {
  /// Expected values: Random123 1.14, `kat_vectors`, philox4x32 with 10 rounds.
  @Test(
    arguments: [
      ([0, 0, 0, 0], [0, 0], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
      (
        [0xffff_ffff, 0xffff_ffff, 0xffff_ffff, 0xffff_ffff], [0xffff_ffff, 0xffff_ffff],
        [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
      ),
      (
        [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], [0xa409_3822, 0x299f_31d0],
        [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
      ),
    ] as [([UInt32], [UInt32], [UInt32])])
  func theGeneratorIsPhilox(_ counter: [UInt32], _ key: [UInt32], _ words: [UInt32]) {
    var out = [UInt32](repeating: 0, count: 4)
    bs_philox(counter, key, &out)
    #expect(out == words)
  }

  @Test(arguments: [1, 15, 16, 17, 700, 1500])
  func aSumIsThatOfTheDrawnRows(_ count: Int) {
    let values = (0..<count).map { Double($0 * $0 % 1009) }
    for number in [0, 1, 1 << 33] {
      let resample = Resample(seed: 77, number: number)
      let rows = resample.rows(of: count)
      #expect(rows.allSatisfy { (0..<count).contains($0) })
      // Whole numbers: exact in any order.
      #expect(resample.sum(of: values) == rows.reduce(0) { $0 + values[$1] })
    }
  }

  @Test func rowsAreDrawnEvenly() {
    let drawn = (0..<400).flatMap { Resample(seed: 5, number: $0).rows(of: 50) }
    let counts = drawn.reduce(into: [Int](repeating: 0, count: 50)) { $0[$1] += 1 }
    let squares = counts.reduce(0.0) { $0 + (Double($1) - 400) * (Double($1) - 400) / 400 }
    // Chi-squared with 49 degrees of freedom: the seed is fixed, so that this never fails by chance.
    #expect(ChiSquaredDistribution(49).survival(squares) > 0.01)
    #expect(ChiSquaredDistribution(49).cdf(squares) > 0.01)
  }

  @Test func resamplesAndSeedsDiffer() {
    let rows = Resample(seed: 1, number: 1).rows(of: 100)
    #expect(rows != Resample(seed: 1, number: 2).rows(of: 100))
    #expect(rows != Resample(seed: 2, number: 1).rows(of: 100))
    #expect(rows == Resample(seed: 1, number: 1).rows(of: 100))
  }
}
