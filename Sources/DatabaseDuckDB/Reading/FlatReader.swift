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

  /// Whether our value is the same.
  var isReadable: Bool { get }

  /// The value in words, where it is not readable.
  var words: String { get }

  /// Adds a chunk's values; false where one of them may not be readable.
  ///
  /// A requirement, and not only a function of the extension below, so that each type has a loop of
  /// its own: the reader is generic, and what it calls for each row would not be specialised.
  static func collect(_ vector: Vector, into collected: inout CollectedValues<Element>) -> Bool
}

extension FlatValue {
  var isReadable: Bool { true }
  var words: String { "" }

  @inline(__always)
  static func collect(_ vector: Vector, into collected: inout CollectedValues<Element>) -> Bool {
    var isReadable = true
    collected.append(vector, filler: filler) { row in
      let stored = vector.load(row, as: Self.self)
      isReadable = isReadable && stored.isReadable
      return stored.element
    }
    return isReadable
  }
}

/// Reads values of one width straight from the vectors.
struct FlatReader<Stored: FlatValue>: VectorReading {
  private var collected = CollectedValues<Stored.Element>()

  mutating func read(_ vector: Vector) -> Trouble? {
    // The bytes of a missing value are arbitrary, so that most often nothing is wrong after all.
    Stored.collect(vector, into: &collected) ? nil : trouble(vector)
  }

  var column: Column { collected.column(Stored.word) }

  private func trouble(_ vector: Vector) -> Trouble? {
    for row in 0..<vector.count where vector.isPresent(row) {
      let stored = vector.load(row, as: Stored.self)
      if !stored.isReadable {
        return Trouble(row: row, found: stored.words, expected: "a date of the years 1 to 9999")
      }
    }
    return nil
  }
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
