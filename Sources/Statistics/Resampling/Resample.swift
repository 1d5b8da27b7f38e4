import CKernels

/// Rows drawn with replacement, resample by resample, from a seed.
///
/// The generator is Philox4x32-10 with the seed as its key and the resample's number in its counter:
/// a resample's rows depend on nothing but these, so that resamples can be drawn in any order and on
/// any number of processors. A row's chance differs from 1/n by less than 2⁻³².
///
/// - Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, *SC* 2011.
struct Resample {
  let seed: UInt64
  let number: Int

  /// The drawn rows of `rows` in all.
  func rows(of rows: Int) -> [Int] {
    [UInt32](unsafeUninitializedCapacity: rows) { drawn, count in
      if let first = drawn.baseAddress {
        bs_draw_rows(seed, UInt64(number), UInt32(rows), first, rows)
      }
      count = rows
    }.map(Int.init)
  }

  /// As many rows in an order drawn at random.
  func order(of rows: Int) -> [Int] {
    let keys = [UInt32](unsafeUninitializedCapacity: rows) { drawn, count in
      if let first = drawn.baseAddress {
        bs_draw_rows(seed, UInt64(number), .max, first, rows)
      }
      count = rows
    }
    return RadixSort.order(keys.map(Double.init)).map(Int.init)
  }

  /// The sum of as many drawn values as there are.
  func sum(of values: [Double]) -> Double {
    values.withUnsafeBufferPointer { values in
      guard let first = values.baseAddress else { return 0 }
      return bs_sum_of_draws(first, UInt32(values.count), seed, UInt64(number))
    }
  }
}
