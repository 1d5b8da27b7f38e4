import Frame
import Testing

extension DialectSuite {
  /// Nulls are last either way unless asked otherwise; texts go by code points.
  func ordering() async throws {
    try await engine.make("sales", of: SalesSamples.sales)
    try await engine.make("words", of: OrderSamples.words)
    await nulls()
    await ties()
    await texts()
    await expect(
      "q: { from: run.sales, select: [shop], distinct: true, order_by: [shop] }",
      gives: ["a", "b", "c", "d", ""])
  }

  private func nulls() async {
    let query = "from: run.sales, select: [id]"
    await expect(
      "q: { \(query), order_by: [units, id] }", gives: ["1", "2", "3", "6", "7", "4", "5", "8"])
    await expect(
      "q: { \(query), order_by: [-units, id] }", gives: ["4", "7", "6", "2", "3", "1", "5", "8"])
    await expect(
      "q: { \(query), order_by: [{ by: units, nulls: first }, id] }",
      gives: ["5", "8", "1", "2", "3", "6", "7", "4"])
    await expect(
      "q: { \(query), order_by: [{ by: units, order: desc, nulls: first }, -id] }",
      gives: ["8", "5", "4", "7", "6", "3", "2", "1"])
    await expect(
      "q: { \(query), order_by: [-day, id] }", gives: ["8", "5", "3", "2", "1", "4", "6", "7"])
  }

  private func ties() async {
    await expect(
      "q: { from: run.sales, select: [shop, id], order_by: [-shop, -id] }",
      gives: ["d | 8", "c | 6", "b | 5", "b | 4", "a | 3", "a | 2", "a | 1", " | 7"])
    await expect(
      "q: { from: run.sales, select: [id], order_by: [units * price, id], limit: 3 }",
      gives: ["3", "1", "7"])
  }

  /// By code points, as comparisons, `min` and `max` go.
  private func texts() async {
    await expect(
      "q: { from: run.words, select: [n], order_by: [word] }", gives: OrderSamples.ascending)
    await expect(
      "q: { from: run.words, select: [n, word], order_by: [-word] }",
      gives: OrderSamples.descending)
    await expect(
      "q: { from: run.words, select: [{ low: min(word), high: max(word), n: count(distinct word) }] }",
      gives: [" | 😀 | 10"])
    await expect(
      "q: { from: run.words, select: [n], where: \"word > 'Z' and word < 'z'\", order_by: [n] }",
      gives: ["2", "4", "7"])
    await expect(
      "q: { from: run.words, select: [n, r: row_number() over (order by word)], order_by: [n], limit: 2 }",
      gives: ["1 | 2", "2 | 4"])
    await expect(
      "q: { from: run.words, select: [word, k: count(*)], group_by: word, order_by: [word], limit: 3 }",
      gives: [" | 1", "B | 1", "Z | 1"])
  }
}

/// Words whose order differs between code points and any language.
enum OrderSamples {
  static let words = DataFrame([
    ("n", Column(integers: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])),
    (
      "word",
      Column(texts: ["B", "a", "é", "e\u{301}", "z", "Z", "ab", "\u{FF5E}", "😀", ""])
    ),
  ])
  static let ascending = ["10", "1", "6", "2", "7", "4", "5", "3", "8", "9"]
  static let descending = [
    "9 | 😀", "8 | \u{FF5E}", "3 | é", "5 | z", "4 | e\u{301}", "7 | ab", "2 | a", "6 | Z", "1 | B",
    "10 | ",
  ]
}
