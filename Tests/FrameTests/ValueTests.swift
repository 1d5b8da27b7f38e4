import Dates
import Frame
import TestSupport
import Testing

@Suite
struct ValueTests {
  static let names: [(Value, String)] = [
    (Value.null, ""), (.boolean(true), "true"), (.integer(.min), "-9223372036854775808"),
    (.decimal(unscaled: -5, scale: 2), "-0.05"), (.decimal(unscaled: 12, scale: 0), "12"),
    (.double(3), "3"), (.double(0.1), "0.1"), (.double(-0.0), "0"),
    (.double(1e15), "1000000000000000"), (.double(1e16), "1e+16"),
    (.double(.nan), "nan"), (.double(-.infinity), "-inf"), (.text("a"), "a"),
    (.date(CivilDate(days: 0)), "1970-01-01"),
    (.timestamp(Timestamp(microseconds: 1)), "1970-01-01 00:00:00.000001"),
  ]

  @Test(arguments: names)
  func namesItselfForMachines(_ value: Value, _ text: String) {
    #expect(value.description == text)
  }

  static let numbers: [(Value, Double?)] = [
    (Value.boolean(true), 1), (.integer(7), 7), (.decimal(unscaled: 15, scale: 1), 1.5),
    (.double(2.5), 2.5), (.date(CivilDate(days: 2)), 172_800),
    (.timestamp(Timestamp(microseconds: 1_500_000)), 1.5), (.null, nil), (.text("7"), nil),
  ]

  @Test(arguments: numbers)
  func isANumberWhereThatHasSense(_ value: Value, _ number: Double?) {
    #expect(value.number == number)
  }

  @Test func notANumberIsTheSameAsItself() {
    #expect(Value.double(.nan) == .double(.nan))
    #expect(
      Set([Value.double(.nan), .double(.signalingNaN), .double(0), .double(-0.0)]).count == 2)
    #expect(Value.double(1) != .integer(1))
    #expect(Value.decimal(unscaled: 10, scale: 1) != .decimal(unscaled: 100, scale: 2))
  }
}
