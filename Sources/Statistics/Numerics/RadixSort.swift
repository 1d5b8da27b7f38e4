/// Sorts doubles by their bits, eleven at a time: linear in the count, where comparing sorts take
/// four to eight times as long on a million values.
enum RadixSort {
  /// The values in ascending order; none may be NaN.
  static func sorted(_ values: [Double]) -> [Double] {
    guard values.count > 512 else { return values.sorted() }
    return sortedKeys(values.map(key)).map(value)
  }

  /// The row numbers in ascending order of the values, equal values in row order; none may be
  /// NaN.
  static func order(_ values: [Double]) -> [Int32] {
    // Zeros of either sign are equal, so that they keep their row order.
    let keys = values.map { key($0 == 0 ? 0 : $0) }
    guard values.count > 512 else {
      return (0..<Int32(values.count)).sorted {
        (keys[Int($0)], $0) < (keys[Int($1)], $1)
      }
    }
    var from = keys.enumerated().map { Entry(key: $1, row: Int32($0)) }
    var to = from
    for digit in digits(of: keys) { pass(&from, &to, digit, key: \.key) }
    return from.map(\.row)
  }

  private struct Entry {
    var key: UInt64
    var row: Int32
  }

  /// A key whose order as an unsigned number is the order of the doubles.
  @inline(__always)
  private static func key(_ value: Double) -> UInt64 {
    let bits = value.bitPattern
    return bits & signBit == 0 ? bits | signBit : ~bits
  }

  @inline(__always)
  private static func value(_ key: UInt64) -> Double {
    Double(bitPattern: key & signBit == 0 ? ~key : key & ~signBit)
  }

  private static let signBit: UInt64 = 1 << 63
  private static let radix = 1 << 11

  private static func sortedKeys(_ keys: [UInt64]) -> [UInt64] {
    var from = keys
    var to = keys
    for digit in digits(of: keys) { pass(&from, &to, digit, key: \.self) }
    return from
  }

  /// One digit of the keys: its place, and how many keys have each of its values.
  private struct Digit {
    var shift: UInt64
    var counts: [Int]

    @inline(__always)
    func of(_ key: UInt64) -> Int { Int(truncatingIfNeeded: (key >> shift) & 2047) }
  }

  /// The digits, lowest first, without those that all keys share.
  private static func digits(of keys: [UInt64]) -> [Digit] {
    stride(from: 0, to: 64, by: 11).compactMap { shift in
      var digit = Digit(shift: UInt64(shift), counts: Array(repeating: 0, count: radix))
      keys.withUnsafeBufferPointer { keys in
        digit.counts.withUnsafeMutableBufferPointer { counts in
          for key in keys { counts[Int(truncatingIfNeeded: (key >> UInt64(shift)) & 2047)] += 1 }
        }
      }
      return digit.counts.contains(keys.count) ? nil : digit
    }
  }

  /// Orders the items by one digit, keeping the order of equal digits.
  @inline(__always)
  private static func pass<Item>(
    _ from: inout [Item], _ to: inout [Item], _ digit: Digit, key: KeyPath<Item, UInt64>
  ) {
    var next = 0
    var places = digit.counts.map { count in
      defer { next += count }
      return next
    }
    for item in from {
      let value = digit.of(item[keyPath: key])
      to[places[value]] = item
      places[value] += 1
    }
    swap(&from, &to)
  }
}
