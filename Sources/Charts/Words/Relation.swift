import Formatting
import Frame
import Statistics

/// How closely two measures of some rows go together: by Pearson's coefficient, and where an axis
/// bends numbers by Spearman's, which sees their order alone.
struct Relation: Hashable, Sendable {
  let r: Double
  let p: Double?
  let n: Int
  let isOfRanks: Bool
  /// Whether it is that of a part of the rows, drawn at random.
  let isOfSample: Bool

  /// What chance brings about at least so often is no clear relation.
  static let level = 0.05

  /// Nil where there is no coefficient, or no test of it.
  init?(_ x: [Double], _ y: [Double], isOfRanks: Bool) {
    let sample = Relation.sample(x.count)
    let (x, y) = sample.map { rows in (rows.map { x[$0] }, rows.map { y[$0] }) } ?? (x, y)
    let options = CorrelationMatrix.Options(method: isOfRanks ? .spearman : .pearson)
    let matrix = try? CorrelationMatrix([.init("x", x), .init("y", y)], options)
    guard let pair = matrix?.pairs.first, let r = pair.r, pair.n > 2 else { return nil }
    (self.r, p, n, self.isOfRanks, isOfSample) = (r, pair.p, pair.n, isOfRanks, sample != nil)
  }

  /// Of more rows than these a sample tells the second digit of a coefficient as well.
  private static let mostRead = 20_000

  /// One row of each of many equal stretches, at random; nil where all rows can be read.
  private static func sample(_ count: Int) -> [Int]? {
    guard count > mostRead else { return nil }
    let (random, length) = (Scatter(seed: 1), Double(count) / Double(mostRead))
    return (0..<mostRead).map { stretch in
      min(count - 1, Int((Double(stretch) + (random[stretch] + 1) / 2) * length))
    }
  }

  /// How strong the relation is, in a word; nil where none is to be seen.
  ///
  /// - Source: J. Cohen, *Statistical Power Analysis for the Behavioral Sciences*, 2nd ed. (1988),
  ///   79–80: 0.1 is small, 0.3 medium, 0.5 large.
  var strength: String? {
    guard p.map({ $0 < Relation.level }) ?? true else { return nil }
    return switch r.magnitude {
    case ..<0.1: nil
    case ..<0.3: "weak"
    case ..<0.5: "moderate"
    default: "strong"
    }
  }
}

extension Words {
  /// `the higher the age, the higher the risk`.
  func together(_ y: ChannelColumn?, _ x: ChannelColumn?, isRising: Bool) -> String {
    func side(_ channel: ChannelColumn?, _ rises: Bool, _ name: String) -> String {
      let label = inSentence(channel?.label.oneLine ?? name)
      let (more, less) = channel?.isTime == true ? ("later", "earlier") : ("higher", "lower")
      return "the \(rises ? more : less) the \(label)"
    }
    return "\(side(x, true, "x")), \(side(y, isRising, "y"))"
  }

  /// `the higher the age, the higher the risk (strong relation, r = 0.62, n = 120)`.
  func told(_ relation: Relation, _ y: ChannelColumn?, _ x: ChannelColumn?) -> String {
    let symbol = relation.isOfRanks ? "Spearman’s ρ" : "r"
    let chance = relation.p.flatMap { $0 < Relation.level ? nil : formatter.pValue($0) }
    let numbers = [
      "\(symbol) = \(formatter.number(relation.r, decimals: 2))", chance,
      relation.isOfSample
        ? "in a random sample of \(count(relation.n)) rows" : "n = \(count(relation.n))",
    ].compactMap(\.self).joined(separator: ", ")
    guard let strength = relation.strength else {
      let sides = [x, y].map { inSentence($0?.label.oneLine ?? "") }
      return "no clear relation between \(sides[0]) and \(sides[1]) (\(numbers))"
    }
    return "\(together(y, x, isRising: relation.r > 0)) (\(strength) relation, \(numbers))"
  }
}

extension Layer {
  /// More series than these are not told one by one.
  static let mostTold = 6

  /// How x and y go together in each panel and colour, of many in the first of them.
  ///
  /// One number over all might say the opposite of what each shows.
  func relations(in words: Words) -> [String] {
    guard let x = rows[.x], let y = rows[.y], !x.isCategorical, !y.isCategorical else { return [] }
    let isBent = [x, y].contains { $0.transform != .linear && $0.transform != .time }
    let (xs, ys) = (numbers(.x), numbers(.y))
    // The list of all rows of one series alone would take as long as drawing millions.
    let parts = panelCount == 1 && colors.categories.isEmpty ? [] : series
    guard parts.count > 1 else {
      return Relation(xs, ys, isOfRanks: isBent).map { [words.told($0, y, x)] } ?? []
    }
    let told = parts.lazy.compactMap { part in
      Relation(part.rows.map { xs[$0] }, part.rows.map { ys[$0] }, isOfRanks: isBent)
        .map { lead(part.panel, part.group, words) + words.told($0, y, x) }
    }
    .prefix(Layer.mostTold)
    let more = parts.count - Layer.mostTold
    let rest = more > 0 && !told.isEmpty ? ["\(words.count(more)) more are not told"] : []
    return Array(told) + rest
  }

  /// A panel and colour in words, nil where there is one of each only.
  func name(panel: Int, group: Int, _ words: Words) -> String? {
    let categories = colors.categories
    let color = categories.indices.contains(group) ? categories[group].label : nil
    let parts = [panelName(panel, words), color].compactMap(\.self).unique
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What a sentence about a panel and colour begins with.
  func lead(_ panel: Int, _ group: Int, _ words: Words) -> String {
    name(panel: panel, group: group, words).map { "\($0): " } ?? ""
  }

  /// The rank of each category along a side, in the order of its axis.
  func ranks(along side: Side) -> [Value: Int] {
    guard let column = rows[side.channel] else { return [:] }
    let order = AxisPlan.order(column.column.distinctValues, side, [self], column)
    return Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
