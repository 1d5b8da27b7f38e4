import Drawing
import PNG

/// A content stream of PDF under construction.
struct PDFContent {
  /// The logarithm to 2 of how many units are a point.
  let unitBits: Int
  private var bytes: [UInt8] = []

  init(unitBits: Int) { self.unitBits = unitBits }

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

  /// Adds a length in whole units, with a space after it.
  mutating func add(_ length: Points) {
    add(Int((length.value * Double(1 << unitBits)).rounded()))
  }

  /// Adds a stroke's colour, the form's opacity and a solid pen; a form has those of the page else.
  mutating func add(_ color: Color, width: Points, ending: Stroke.Ending) {
    add(ending == .round ? "/o gs [] 0 d 1 J 1 j" : "/o gs [] 0 d 0 J 0 j 10 M")
    for share in [color.red, color.green, color.blue] { add(PDFContent.decimal(share)) }
    add("RG")
    add(width)
    add("w")
  }

  /// Adds an outline, moved by a distance.
  mutating func add(_ outline: Path, movedBy shift: Point) {
    for step in outline.steps {
      switch step {
      case .move(let end): add([end], shift, "m")
      case .line(let end): add([end], shift, "l")
      case .curve(let a, let b, let end): add([a, b, end], shift, "c")
      case .close: add("h")
      }
    }
  }

  private mutating func add(_ points: [Point], _ shift: Point, _ operation: String) {
    for point in points {
      add(point.x + shift.x)
      add(point.y + shift.y)
    }
    add(operation)
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
