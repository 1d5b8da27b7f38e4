import Frame
import TestSupport
import Testing

@testable import DatabasePostgres

@Suite struct NumericTests {
  private func numeric(_ bytes: [UInt8]) -> Numeric {
    bytes.withUnsafeBytes { Numeric(Cell($0)) }
  }

  private func numeric(weight: Int16, sign: UInt16, scale: UInt16, _ groups: UInt16...) -> Numeric {
    let words = [UInt16(groups.count), UInt16(bitPattern: weight), sign, scale] + groups
    return numeric(words.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }

  @Test func groupsBecomeDigits() {
    #expect(
      numeric(weight: 0, sign: 0, scale: 2, 12, 3400) == .exact(unscaled: 1234, scale: 2))
    #expect(
      numeric(weight: 0, sign: 0x4000, scale: 1, 0, 5000) == .exact(unscaled: -5, scale: 1))
    #expect(
      numeric(weight: -2, sign: 0, scale: 7, 1230) == .exact(unscaled: 123, scale: 7))
    #expect(numeric(weight: 2, sign: 0, scale: 0, 7) == .exact(unscaled: 700_000_000, scale: 0))
    #expect(numeric(weight: 0, sign: 0, scale: 5) == .exact(unscaled: 0, scale: 5))
    #expect(numeric(weight: 0, sign: 0, scale: 0) == .exact(unscaled: 0, scale: 0))
  }

  /// Ten groups of nines would overflow before the last is cut to the scale.
  @Test func thirtyEightDigitsAreExact() {
    let number = numeric(
      weight: 8, sign: 0, scale: 2, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9999, 9900)
    #expect(
      number
        == .exact(unscaled: 99_999_999_999_999_999_999_999_999_999_999_999_999, scale: 2))
  }

  @Test func whatDoesNotFitIsItsDouble() {
    #expect(numeric(weight: 10, sign: 0, scale: 0, 1) == .tooLong(1e40))
    #expect(numeric(weight: -11, sign: 0x4000, scale: 44, 1) == .tooLong(-1e-44))
  }

  @Test func specialNumbersAreTold() {
    #expect(numeric(weight: 0, sign: 0xD000, scale: 0) == .special(.infinity))
    #expect(numeric(weight: 0, sign: 0xF000, scale: 0) == .special(-.infinity))
    if case .special(let number) = numeric(weight: 0, sign: 0xC000, scale: 0) {
      #expect(number.isNaN)
    } else {
      Issue.record("not a number is none")
    }
  }

  @Test(
    arguments: [
      [], [0], [0, 1, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0x12, 0x34, 0, 0],
      [0, 1, 0, 0, 0, 0, 0, 0, 0x27, 0x10], [0, 0, 0, 0, 0, 0, 0xFF, 0xFF],
    ] as [[UInt8]])
  func brokenBytesAreMalformed(_ bytes: [UInt8]) {
    #expect(numeric(bytes) == .malformed)
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func noBytesCrash(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      // Half of them with a plausible head, to get beyond it.
      if bytes.count >= 8, Bool.random(using: &random) {
        bytes.replaceSubrange(0..<2, with: [0, UInt8((bytes.count - 8) / 2)])
        bytes.replaceSubrange(4..<7, with: [bytes[4] & 0x40, 0, 0])
      }
      let number = numeric(bytes)
      _ = (number.double, number.integer)
    }
  }
}
