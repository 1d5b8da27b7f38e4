import Expressions

extension ExpressionMaker {
  mutating func text(_ depth: Int) -> Sample {
    let a = make(.text, depth: depth)
    switch number(0...9) {
    case 0:
      let b = make(.text, depth: depth)
      return bounded(Sample("(\(a.text) || \(b.text))", .text, size: a.size + b.size), else: a)
    case 1: return Sample("\(one(of: ["lower", "upper"]))(\(a.text))", .text, size: a.size)
    case 2: return Sample("trim(\(a.text))", .text, size: a.size)
    case 3:
      let (start, length) = (number(-2...5), number(0...4))
      let tail = chance(1, in: 3) ? "" : ", \(length)"
      return Sample("substr(\(a.text), \(start)\(tail))", .text, size: a.size)
    case 4:
      let (b, c) = (leaf(.text), leaf(.text))
      return bounded(
        Sample("replace(\(a.text), \(b.text), \(c.text))", .text, size: a.size * max(1, c.size)),
        else: a)
    case 5:
      let b = make(one(of: [.text, .integer]), depth: depth)
      return bounded(
        Sample(
          "concat(\(a.text), \(b.text))", .text, size: a.size + (b.type == .text ? b.size : 20)),
        else: a)
    case 6: return cast(.integer, depth)
    case 7: return cast(.boolean, depth)
    case 8: return cast(.date, depth)
    default: return cast(.timestamp, depth)
    }
  }

  private mutating func cast(_ type: ValueType, _ depth: Int) -> Sample {
    Sample("cast(\(make(type, depth: depth).text) as text)", .text, size: 26)
  }

  private func bounded(_ sample: Sample, else other: Sample) -> Sample {
    sample.size < 200 ? sample : other
  }

  mutating func date(_ depth: Int) -> Sample {
    switch number(0...4) {
    case 0:
      let unit = one(of: ["day", "week", "month", "quarter", "year"])
      return Sample("date_trunc('\(unit)', \(make(.date, depth: depth).text))", .date)
    case 1, 2:
      let unit = one(of: ["day", "week", "month", "quarter", "year"])
      let count = "\(leaf(.integer).text) % 50"
      return Sample("date_add('\(unit)', \(count), \(make(.date, depth: depth).text))", .date)
    case 3: return Sample("cast(\(make(.timestamp, depth: depth).text) as date)", .date)
    default:
      return Sample(
        "(\(make(.date, depth: depth).text) \(one(of: ["+", "-"])) \(number(0...400)))", .date)
    }
  }

  mutating func timestamp(_ depth: Int) -> Sample {
    let a = make(.timestamp, depth: depth)
    switch number(0...4) {
    case 0:
      let unit = one(of: [
        "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter",
        "year",
      ])
      return Sample("date_trunc('\(unit)', \(a.text))", .timestamp)
    case 1, 2:
      let unit = one(of: [
        "microsecond", "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter",
        "year",
      ])
      return Sample("date_add('\(unit)', \(leaf(.integer).text) % 50, \(a.text))", .timestamp)
    case 3: return Sample("cast(\(make(.date, depth: depth).text) as timestamp)", .timestamp)
    default:
      return Sample(
        "(\(a.text) \(one(of: ["+", "-"])) interval '\(number(1...90)) minutes')", .timestamp)
    }
  }

  mutating func boolean(_ depth: Int) -> Sample {
    let type = one(of: [ValueType.integer, .decimal, .double, .text, .date, .timestamp])
    switch number(0...11) {
    case 0...3:
      let (a, b) = (exact(type, depth: depth), exact(type, depth: depth))
      let sign = one(of: ["=", "!=", "<", "<=", ">", ">="])
      return Sample("(\(a.text) \(sign) \(b.text))", .boolean)
    case 4:
      return Sample("(\(exact(type, depth: depth).text) is \(one(of: ["", "not "]))null)", .boolean)
    case 5:
      let items =
        (0..<number(1...3)).map { _ in exact(type, depth: depth - 1).text }
        + (chance(1, in: 4) ? ["null"] : [])
      let sign = one(of: ["in", "not in"])
      return Sample(
        "(\(exact(type, depth: depth).text) \(sign) (\(items.joined(separator: ", "))))", .boolean)
    case 6:
      let parts = (0..<3).map { _ in exact(type, depth: depth - 1).text }
      return Sample(
        "(\(parts[0]) \(one(of: ["", "not "]))between \(parts[1]) and \(parts[2]))", .boolean)
    case 7: return like(depth)
    case 8: return Sample("(not \(make(.boolean, depth: depth).text))", .boolean)
    case 9:
      let name = one(of: ["contains", "starts_with"])
      return Sample("\(name)(\(make(.text, depth: depth).text), \(leaf(.text).text))", .boolean)
    default:
      let (a, b) = (make(.boolean, depth: depth), make(.boolean, depth: depth))
      return Sample("(\(a.text) \(one(of: ["and", "or"])) \(b.text))", .boolean)
    }
  }

  private mutating func like(_ depth: Int) -> Sample {
    let pattern =
      chance(1, in: 4)
      ? leaf(.text).text
      : one(of: ["'%a%'", "'a_'", "'%\\%'", "'_'", "'%'", "'A%b'", "'__%'", "'%é'", "''"])
    let sign = one(of: ["like", "not like", "ilike", "not ilike"])
    return Sample("(\(make(.text, depth: depth).text) \(sign) \(pattern))", .boolean)
  }
}
