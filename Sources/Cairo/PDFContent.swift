import Drawing
import PNG

/// A content stream of PDF under construction.
struct PDFContent {
  private var bytes: [UInt8] = []

  /// Adds operators as they are written, with a space after them.
  mutating func add(_ operators: String) {
    bytes += operators.utf8
    bytes.append(UInt8(ascii: " "))
  }

  /// Adds a whole number, with a space after it.
  mutating func add(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
    bytes.append(UInt8(ascii: " "))
  }

  /// The stream as zlib compresses it.
  var compressed: [UInt8] { Zlib.compressed(bytes, level: 6) }

  /// A number from 0 to 1 at four decimals.
  static func decimal(_ number: Double) -> String {
    let bounded = number.isFinite ? max(0, min(1, number)) : 0
    let tenThousandths = Int((bounded * 10_000).rounded())
    return "\(tenThousandths / 10_000).\(String(10_000 + tenThousandths % 10_000).dropFirst())"
  }

  /// Two to a negative power, exactly; no exponent form is known in PDF.
  static func power(_ exponent: Int) -> String {
    // 2^-n is 5^n / 10^n.
    let digits = String((0..<(-exponent)).reduce(1) { product, _ in product * 5 })
    return "0." + String(repeating: "0", count: -exponent - digits.count) + digits
  }
}
