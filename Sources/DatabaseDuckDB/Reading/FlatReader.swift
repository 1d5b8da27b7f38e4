import Dates
import Frame

/// A value as DuckDB lays it out in a vector, and what it is to us.
protocol FlatValue: BitwiseCopyable {
  associatedtype Element

  /// What stands in the place of a missing value.
  static var filler: Element { get }

  /// A column of such values.
  static func word(_ values: [Element]) -> ColumnValues

  /// Our value; of arbitrary bytes any, but never a crash.
  var element: Element { get }
}

/// Reads values of one width straight from the vectors.
struct FlatReader<Stored: FlatValue>: VectorReading {
  private var collected = CollectedValues(filler: Stored.filler)

  mutating func read(_ vector: Vector) -> Trouble? {
    collected.append(vector) { vector.load($0, as: Stored.self).element }
    return nil
  }

  var column: Column { collected.column(Stored.word) }
}

/// A whole number of up to 64 bits that an `Int64` holds.
protocol FlatInteger: FlatValue, FixedWidthInteger where Element == Int64 {}

extension FlatInteger {
  static var filler: Int64 { 0 }
  static func word(_ values: [Int64]) -> ColumnValues { .integer(values) }
  var element: Int64 { Int64(truncatingIfNeeded: self) }
}

extension Int8: FlatInteger {}
extension Int16: FlatInteger {}
extension Int32: FlatInteger {}
extension Int64: FlatInteger {}
extension UInt8: FlatInteger {}
extension UInt16: FlatInteger {}
extension UInt32: FlatInteger {}

extension Double: FlatValue {
  static var filler: Double { 0 }
  static func word(_ values: [Double]) -> ColumnValues { .double(values) }
  var element: Double { self }
}

extension Float: FlatValue {
  static var filler: Double { 0 }
  static func word(_ values: [Double]) -> ColumnValues { .double(values) }
  var element: Double { Double(self) }
}

/// A truth value in a byte.
struct StoredBoolean: FlatValue {
  let byte: UInt8

  static var filler: Bool { false }
  static func word(_ values: [Bool]) -> ColumnValues { .boolean(values) }
  var element: Bool { byte != 0 }
}
