import Expressions

extension ExpressionMaker {
  /// An aggregate over the rows of a group, alone or in an expression.
  mutating func overGroup() -> String {
    let one = aggregate()
    switch number(0...5) {
    case 0: return "coalesce(\(one.text), null)"
    case 1 where one.isNumber: return "\(one.text) / count(*)"
    case 2 where one.isNumber: return "case when count(*) > 3 then \(one.text) end"
    default: return one.text
    }
  }

  /// A function over a window; the order of rows is whole, so that no database may choose.
  mutating func overWindow() -> String {
    let partition = one(of: ["", "partition by g ", "partition by b ", "partition by n % 3 "])
    let order = one(of: [
      "order by id", "order by id desc", "order by n, id", "order by s desc, id",
    ])
    if chance(1, in: 3) {
      let frame = chance(1, in: 2) ? " \(order) \(frame())" : one(of: ["", " \(order)"])
      return "\(windowed()) over (\(partition)\(frame))"
    }
    return "\(numbered()) over (\(partition)\(order))"
  }

  private mutating func numbered() -> String {
    let type = one(of: ExpressionMaker.types)
    switch number(0...6) {
    case 0: return one(of: ["row_number()", "rank()", "dense_rank()"])
    case 1: return "ntile(\(number(1...7)))"
    case 2: return "\(one(of: ["lag", "lead"]))(\(make(type, depth: 2).text))"
    case 3: return "\(one(of: ["lag", "lead"]))(\(make(type, depth: 2).text), \(number(1...3)))"
    case 4: return "\(one(of: ["cumulative", "change"]))(\(make(.integer, depth: 1).text))"
    case 5:
      return
        "moving_average(\(make(one(of: [.integer, .double]), depth: 1).text), \(number(1...4)))"
    default: return "first_value(\(make(type, depth: 2).text))"
    }
  }

  private mutating func frame() -> String {
    one(of: [
      "rows between unbounded preceding and current row",
      "rows between 2 preceding and 1 following",
      "rows between current row and unbounded following",
      "rows between 3 preceding and 1 preceding",
      "rows between unbounded preceding and unbounded following",
    ])
  }

  private mutating func windowed() -> String {
    switch number(0...4) {
    case 0: return "count(*)"
    case 1: return "count(\(make(one(of: ExpressionMaker.types), depth: 2).text))"
    case 2: return "sum(\(summed(.integer)))"
    case 3: return "\(one(of: ["min", "max"]))(\(compared().text))"
    default: return "avg(\(summed(one(of: [.integer, .double]))))"
    }
  }

  private mutating func aggregate() -> (text: String, isNumber: Bool) {
    let filter = chance(1, in: 3) ? " filter (where \(make(.boolean, depth: 2).text))" : ""
    switch number(0...10) {
    case 0: return ("count(*)\(filter)", true)
    case 1: return ("count(\(make(one(of: ExpressionMaker.types), depth: 2).text))\(filter)", true)
    case 2: return ("count(distinct \(compared().text))\(filter)", true)
    case 3, 4: return ("sum(\(summed(one(of: [.integer, .decimal, .double]))))\(filter)", true)
    case 5: return ("avg(\(summed(one(of: [.integer, .decimal, .double]))))\(filter)", true)
    case 6: return ("\(one(of: ["min", "max", "any_value"]))(\(compared().text))\(filter)", false)
    case 7:
      let name = one(of: ["stddev", "variance", "median", "skewness", "kurtosis"])
      return ("\(name)(\(one(of: ["n", "x", "m", "p"])))\(filter)", true)
    case 8:
      return (
        "quantile(\(one(of: ["n", "x", "y", "m"])), \(one(of: ["0", "0.25", "0.9", "1"])))\(filter)",
        true
      )
    case 9:
      return (
        "\(one(of: ["corr", "covariance"]))(\(one(of: ["n", "m"])), \(one(of: ["x", "p"])))\(filter)",
        true
      )
    default: return ("string_agg(\(make(.text, depth: 1).text), '; ')\(filter)", false)
    }
  }

  /// A number whose sum over all rows stays in its type.
  private mutating func summed(_ type: ValueType) -> String {
    let sample = make(type, depth: 2)
    return sample.size < 1e9 ? sample.text : type == .integer ? "n" : type == .decimal ? "p" : "x"
  }

  private mutating func compared() -> Sample {
    exact(one(of: [.integer, .decimal, .double, .text, .date, .timestamp]), depth: 2)
  }
}
