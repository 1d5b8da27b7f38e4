import Frame
import Testing

extension DialectSuite {
  /// Unions, common table expressions, subqueries, limits and a person's own SQL.
  func statements() async throws {
    try await engine.make("sales", of: SalesSamples.sales)
    try await engine.make("shops", of: SalesSamples.shops)
    await unions()
    await subqueries()
    await limits()
    await ownSQL()
  }

  private func unions() async {
    let parts = """
      [{ from: run.sales, select: [name: shop] }, { from: run.shops, select: [name: code] }]
      """
    await expect(
      "q: { union: \(parts), order_by: [name] }", gives: ["a", "b", "c", "d", "e", ""])
    await expect(
      "q: { union_all: \(parts), order_by: [name], limit: 5 }", gives: ["a", "a", "a", "a", "b"])
    await expect(
      "q: { union_all: \(parts), order_by: [-name], offset: 9, limit: 9 }", gives: ["a", "", ""])
    await expect(
      """
      q: { union_all: [
             { from: run.sales, select: [id, v: units], order_by: [-id], limit: 1, where: units > 0 },
             { from: run.sales, select: [id, v: price], order_by: [id], limit: 1 }],
           order_by: [id] }
      """, gives: ["1 | 1.5", "7 | 7"])
  }

  private func subqueries() async {
    await expect(
      """
      q: { with: { big: { from: run.sales, select: [shop, units], where: units >= 4 },
                   sums: { from: big, select: [shop, s: sum(units)], group_by: shop } },
           from: sums, select: [shop, s], where: s > 5, order_by: [shop] }
      """, gives: ["a | 8", "b | 10", " | 7"])
    await expect(
      """
      inner: { from: run.sales, select: [shop, half: units / 2, big: units > 4], order_by: [id], limit: 4 }
      q: { from: inner, select: [shop, h: sum(half), n: count(*) filter (where big)],
           group_by: shop, order_by: shop }
      """, gives: ["a | 5 | 0", "b | 5 | 1"])
  }

  private func limits() async {
    let query = "from: run.sales, select: [id], order_by: [id]"
    await expect("q: { \(query), limit: 2 }", gives: ["1", "2"])
    await expect("q: { \(query), limit: 2, offset: 3 }", gives: ["4", "5"])
    await expect("q: { \(query), offset: 6 }", gives: ["7", "8"])
    await expect("q: { \(query), limit: 0 }", gives: [])
    await expect(
      "q: { \(query), limit: ':n', offset: ':k' }", gives: ["2", "3", "4"],
      parameters: ["n": .integer(3), "k": .integer(1)])
  }

  private func ownSQL() async {
    let table = engine.quoted(engine.table("sales"))
    let sql = """
      SELECT id, shop FROM \(table) WHERE shop = :shop AND id >= :least -- :no
      ORDER BY id
      """
    await expect(
      "q: { sql: \(sql.inYAML) }", gives: ["2 | a", "3 | a"],
      parameters: ["shop": .text("a"), "least": .integer(2)])
  }
}
