import Foundation
import Frame
import JSON

/// A data set of NIST's StRD as it is published, with its certified values.
struct CertifiedSet {
  /// The families of sets, by their key in `certified.json`.
  enum Kind: String, CaseIterable {
    case univariate, anova, linear
  }

  /// How the printed numbers become columns.
  enum Reading: CaseIterable {
    /// With every printed digit.
    case decimals
    /// Each as the nearest double.
    case doubles
  }

  let kind: Kind
  let name: String
  /// The certified values as they are printed, by their names.
  let certified: JSONValue
  /// The printed numbers, column by column.
  private let columns: [[String]]

  /// Every set of a kind in a folder of data files, with `certified.json` beside them.
  static func all(_ kind: Kind, in folder: URL) throws -> [CertifiedSet] {
    guard case .object(let sets)? = try JSONValue(in: "certified.json", of: folder)[kind.rawValue]
    else { throw CertifiedSetError.unreadable("certified.json") }
    return try sets.map { name, certified in
      try CertifiedSet(kind: kind, name: name, certified: certified, in: folder)
    }
  }

  private init(kind: Kind, name: String, certified: JSONValue, in folder: URL) throws {
    (self.kind, self.name, self.certified) = (kind, name, certified)
    let text = try CertifiedSet.text(of: "\(name).dat", kind, in: folder)
    // NIST prints 60 lines of description above the data.
    let rows = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .dropFirst(60).map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      .filter { !$0.isEmpty }
    let width = rows.first?.count ?? 0
    guard certified["n"] == .count(rows.count), rows.allSatisfy({ $0.count == width }) else {
      throw CertifiedSetError.unreadable("\(name).dat")
    }
    columns = (0..<width).map { column in rows.map { $0[column] } }
  }

  /// A data file, which may stand in a folder of its kind.
  private static func text(of file: String, _ kind: Kind, in folder: URL) throws -> String {
    let own = folder.appending(path: kind.rawValue).appending(path: file)
    let isApart = FileManager.default.fileExists(atPath: own.path)
    return try String(contentsOf: isApart ? own : folder.appending(path: file), encoding: .utf8)
  }

  /// How many columns the file has.
  var width: Int { columns.count }

  /// A column by its place in the file.
  func column(_ place: Int, read reading: Reading) throws -> Column {
    let texts = columns[place]
    switch reading {
    case .doubles: return Column(doubles: texts.map(Double.init))
    case .decimals:
      let numbers = texts.map(PrintedNumber.init)
      let scale = max(numbers.map(\.places).max() ?? 0, 0)
      let units = numbers.compactMap { $0.units(ofScale: scale) }
      guard units.count == texts.count else { throw CertifiedSetError.unreadable("\(name).dat") }
      return Column(.decimal(units, scale: scale))
    }
  }
}

/// A number as it is printed, perhaps with an exponent such as `1.5E+03`.
private struct PrintedNumber {
  private let significand: Substring
  private let exponent: Int

  init(_ text: String) {
    let parts = text.split(maxSplits: 1) { $0 == "E" || $0 == "e" || $0 == "D" }
    significand = parts.first ?? ""
    exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  }

  /// How many decimal places the number has.
  var places: Int {
    let point = significand.firstIndex(of: ".")
    let printed = point.map { significand.distance(from: $0, to: significand.endIndex) - 1 } ?? 0
    return printed - exponent
  }

  /// The number in units of a last decimal place; nil where it is none.
  func units(ofScale scale: Int) -> Int128? {
    Decimals.unscaled(significand, scale: scale + exponent)
  }
}

/// What keeps the sets from being read.
enum CertifiedSetError: Error {
  /// A file that is not as NIST publishes it.
  case unreadable(String)
}

extension JSONValue {
  /// Reads a file of a folder.
  init(in file: String, of folder: URL) throws {
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    guard let value = JSONValue(parsing: text) else { throw CertifiedSetError.unreadable(file) }
    self = value
  }

  /// The text, where this is one.
  var string: String? { if case .string(let text) = self { text } else { nil } }

  /// The number, where this is one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .integer(let integer): Double(integer)
    default: nil
    }
  }
}
