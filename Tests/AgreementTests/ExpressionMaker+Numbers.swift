import Expressions

extension ExpressionMaker {
  private static let mostInteger = 4e18

  mutating func integer(_ depth: Int) -> Sample {
    switch number(0...12) {
    case 0...2:
      let (a, b) = (make(.integer, depth: depth), make(.integer, depth: depth))
      let sign = one(of: ["+", "-", "*"])
      let size = sign == "*" ? a.size * b.size : a.size + b.size
      guard size < ExpressionMaker.mostInteger else { return a }
      return Sample("(\(a.text) \(sign) \(b.text))", .integer, of: [a, b], size: size)
    case 3:
      let (a, b) = (make(.integer, depth: depth), make(.integer, depth: depth))
      return Sample("(\(a.text) % \(b.text))", .integer, of: [a, b], size: a.size)
    case 4: return wrapped(one(of: ["abs", "-"]), make(.integer, depth: depth))
    case 5:
      let a = make(.integer, depth: depth)
      return Sample(
        "round(\(a.text), \(one(of: [-2, -1, 0, 1])))", .integer, of: [a], size: a.size + 100)
    case 6:
      let a = exact(one(of: [.decimal, .double]), depth: depth)
      guard a.size < 1e15 else { return leaf(.integer) }
      return Sample("cast(\(a.text) as integer)", .integer, of: [a], size: a.size + 1)
    case 7:
      let a = exact(one(of: [.integer, .decimal, .double]), depth: depth)
      return Sample("sign(\(a.text))", .integer, of: [a], size: 1)
    case 8: return Sample("length(\(make(.text, depth: depth).text))", .integer, size: 200)
    case 9: return datePart(depth)
    case 10: return dateDifference(depth)
    case 11:
      let a = make(.boolean, depth: depth)
      return Sample("cast(\(a.text) as integer)", .integer, size: 1)
    default:
      let a = make(.integer, depth: depth)
      return Sample("cast(cast(\(a.text) as text) as integer)", .integer, of: [a], size: a.size)
    }
  }

  private mutating func datePart(_ depth: Int) -> Sample {
    let name = one(of: ["year", "quarter", "month", "week", "day", "weekday", "hour", "minute"])
    let isClock = name == "hour" || name == "minute"
    let a = make(isClock ? .timestamp : one(of: [.date, .timestamp]), depth: depth)
    return Sample("\(name)(\(a.text))", .integer, size: 10_000)
  }

  private mutating func dateDifference(_ depth: Int) -> Sample {
    let (a, b) = (make(one(of: [.date, .timestamp]), depth: depth), make(.timestamp, depth: depth))
    let unit = one(of: [
      "year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond",
    ])
    return Sample("date_diff('\(unit)', \(a.text), \(b.text))", .integer, size: 4e14)
  }

  private func wrapped(_ name: String, _ a: Sample) -> Sample {
    Sample(
      name == "-" ? "(-\(a.text))" : "\(name)(\(a.text))", a.type, of: [a], size: a.size,
      scale: a.scale)
  }

  /// Decimals of at most 15 digits in all, so that a database that holds them as doubles has them.
  mutating func decimal(_ depth: Int) -> Sample {
    let a = make(.decimal, depth: depth)
    switch number(0...6) {
    case 0, 1:
      let b = make(one(of: [.decimal, .decimal, .integer]), depth: depth)
      let sign = one(of: ["+", "-", "*"])
      let size = sign == "*" ? a.size * b.size : a.size + b.size
      let scale = sign == "*" ? a.scale + b.scale : max(a.scale, b.scale)
      guard size < 1e10, scale <= 6, size * [1, 10, 100, 1e3, 1e4, 1e5, 1e6][scale] < 1e14 else {
        return a
      }
      return Sample(
        "(\(a.text) \(sign) \(b.text))", .decimal, of: [a, b], size: size, scale: scale,
        isExact: false)
    case 2: return wrapped(one(of: ["abs", "-"]), a)
    case 3:
      guard a.isExact else { return a }
      let digits = number(0...3)
      return Sample(
        "round(\(a.text), \(digits))", .decimal, of: [a], size: a.size + 1, scale: a.scale)
    case 4:
      guard a.isExact else { return a }
      return Sample("\(one(of: ["floor", "ceil"]))(\(a.text))", .decimal, of: [a], size: a.size + 1)
    case 5:
      let b = make(.integer, depth: depth)
      guard b.size < 1e10 else { return a }
      return Sample("cast(\(b.text) as decimal)", .decimal, of: [b], size: b.size)
    default:
      return Sample(
        "cast(\(one(of: ["'1.50'", "'-0.25'", "' 7 '"])) as decimal)", .decimal, size: 7, scale: 2)
    }
  }

  mutating func double(_ depth: Int) -> Sample {
    let a = make(one(of: [.double, .double, .integer, .decimal]), depth: depth)
    switch number(0...9) {
    case 0, 1:
      let b = make(.double, depth: depth)
      let sign = one(of: ["+", "-", "*"])
      let size = sign == "*" ? a.size * b.size : a.size + b.size
      guard size < 1e100 else { return leaf(.double) }
      return Sample("(\(a.text) \(sign) \(b.text))", .double, of: [a, b], size: size)
    case 2, 3:
      let b = exact(one(of: [.double, .integer, .decimal]), depth: depth)
      // What is divided by may be as small as a product of two small ones.
      return Sample(
        "(\(a.text) / \(b.text))", .double, of: [a, b], size: 1e60 * max(1, a.size),
        isExact: a.type == .double || a.type == .integer)
    case 4: return wrapped(one(of: ["abs", "-"]), make(.double, depth: depth))
    case 5: return Sample("sqrt(\(a.text))", .double, of: [a], size: max(1, a.size))
    case 6:
      let name = one(of: ["ln", "log10"])
      return Sample("\(name)(abs(\(a.text)) + 1)", .double, of: [a], size: 1_000, isExact: false)
    case 7:
      let b = leaf(.double)
      return Sample("exp(\(b.text) / 100000000)", .double, size: 1e5, isExact: false)
    case 8:
      guard a.size < 1e30 else { return a.type == .double ? a : leaf(.double) }
      let power = one(of: ["2", "3", "0", "1"])
      return Sample("power(\(a.text), \(power))", .double, of: [a], size: 1e90, isExact: false)
    default: return rounded(depth)
    }
  }

  private mutating func rounded(_ depth: Int) -> Sample {
    let a = exact(.double, depth: depth)
    guard a.size < 1e12 else { return a }
    let name = one(of: ["round", "floor", "ceil"])
    // Halves of doubles that are no decimals are rounded by their exact value here and by their
    // shortest digits there; the columns' own are both.
    guard name != "round" || a.text.count == 1 else { return a }
    let digits = name == "round" ? ", \(number(0...3))" : ""
    return Sample("\(name)(\(a.text)\(digits))", .double, of: [a], size: a.size + 1)
  }
}
