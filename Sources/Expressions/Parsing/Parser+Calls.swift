extension Parser {
  /// Reads a call after its name.
  mutating func call(_ name: String, from start: Int) throws(SyntaxError) -> Expression {
    try expect("(", "after '\(name)'")
    var isStar = false
    var isDistinct = false
    var arguments: [Expression] = []
    if take("*") {
      isStar = true
    } else if token.kind != .sign(")") {
      isDistinct = takeDistinct()
      arguments = [try expression(.lowest)]
      while take(",") { arguments.append(try expression(.lowest)) }
    } else {
      isStar = name == "count"
    }
    guard take(")") else {
      throw unexpected("expected ',' or ')' in the arguments of '\(name)'")
    }
    let filter = try filter()
    let window = try window()
    return try node(
      .call(
        .init(
          name: name, arguments: arguments, isStar: isStar, isDistinct: isDistinct,
          filter: filter, window: window)), from: start)
  }

  /// Passes over `distinct` where a value follows it; else it is a column's name.
  private mutating func takeDistinct() -> Bool {
    guard token.keyword == "distinct" else { return false }
    switch following.kind {
    case .sign("("), .sign("-"), .number, .text, .parameter, .quotedName: break
    case .word(let word):
      let isOperator = ["and", "or", "is", "in", "between", "like", "ilike"].contains(
        word.lowercased())
      guard !isOperator else { return false }
    default: return false
    }
    at += 1
    return true
  }

  private mutating func filter() throws(SyntaxError) -> Expression? {
    guard token.keyword == "filter", following.kind == .sign("(") else { return nil }
    at += 2
    try expect(word: "where", "after 'filter ('")
    let condition = try expression(.lowest)
    try expect(")", "to close 'filter ('")
    return condition
  }

  private mutating func window() throws(SyntaxError) -> Expression.Window? {
    guard token.keyword == "over" else { return nil }
    at += 1
    try expect("(", "after 'over'")
    var partition: [Expression] = []
    if take(word: "partition") {
      try expect(word: "by", "after 'partition'")
      repeat { partition.append(try expression(.lowest)) } while take(",")
    }
    var order: [Expression.Order] = []
    if take(word: "order") {
      try expect(word: "by", "after 'order'")
      repeat { order.append(try orderKey()) } while take(",")
    }
    let frame = try frame()
    guard take(")") else {
      throw unexpected("expected 'partition by', 'order by', 'rows' or ')' in 'over (…)'")
    }
    return .init(partition: partition, order: order, frame: frame)
  }

  private mutating func orderKey() throws(SyntaxError) -> Expression.Order {
    let key = try expression(.lowest)
    let isDescending = take(word: "desc")
    if !isDescending { _ = take(word: "asc") }
    return .init(key, isDescending: isDescending)
  }

  private mutating func frame() throws(SyntaxError) -> WindowFrame? {
    guard take(word: "rows") else { return nil }
    let start = token.range.lowerBound
    let isWhole = take(word: "between")
    let first = try bound()
    var last = WindowFrame.Bound.currentRow
    if isWhole {
      try expect(word: "and", "between the two ends of 'rows between'")
      last = try bound()
    }
    guard first.distance <= last.distance, first != .unboundedFollowing, last != .unboundedPreceding
    else {
      throw SyntaxError(
        message: "the frame ends before it starts",
        range: start..<tokens[at - 1].range.upperBound,
        hints: ["write the earlier end first: rows between 6 preceding and current row"])
    }
    return WindowFrame(start: first, end: last)
  }

  private mutating func bound() throws(SyntaxError) -> WindowFrame.Bound {
    if take(word: "current") {
      try expect(word: "row", "after 'current'")
      return .currentRow
    }
    let isUnbounded = take(word: "unbounded")
    var count = 0
    if !isUnbounded {
      guard case .number(let digits) = token.kind, let rows = Int(digits), rows <= Int(Int32.max)
      else {
        throw unexpected("expected 'unbounded', 'current row' or a number of rows")
      }
      count = rows
      at += 1
    }
    if take(word: "preceding") { return isUnbounded ? .unboundedPreceding : .preceding(count) }
    guard take(word: "following") else { throw unexpected("expected 'preceding' or 'following'") }
    return isUnbounded ? .unboundedFollowing : .following(count)
  }
}

extension WindowFrame.Bound {
  /// Rows from the current one; negative before it.
  fileprivate var distance: Int {
    switch self {
    case .unboundedPreceding: Int.min
    case .preceding(let rows): -rows
    case .currentRow: 0
    case .following(let rows): rows
    case .unboundedFollowing: Int.max
    }
  }
}
