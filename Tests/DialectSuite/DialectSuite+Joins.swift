import SQL
import Testing

extension DialectSuite {
  /// Every kind of join; null joins nothing.
  func joins() async throws {
    try await engine.make("sales", of: SalesSamples.sales)
    try await engine.make("shops", of: SalesSamples.shops)
    await expect(
      join("inner"),
      gives: ["1 | Riga", "2 | Riga", "3 | Riga", "4 | Łódź", "5 | Łódź"])
    await expect(
      join("left"),
      gives: [
        "1 | Riga", "2 | Riga", "3 | Riga", "4 | Łódź", "5 | Łódź", "6 | ", "7 | ", "8 | ",
      ])
    if can(.outerJoins) {
      await expect(
        join("right"),
        gives: [
          "1 | Riga", "2 | Riga", "3 | Riga", "4 | Łódź", "5 | Łódź", " | Oslo", " | none",
        ])
      await expect(
        join("full"),
        gives: [
          "1 | Riga", "2 | Riga", "3 | Riga", "4 | Łódź", "5 | Łódź", "6 | ", "7 | ", "8 | ",
          " | Oslo", " | none",
        ])
    }
    await expect(
      """
      q: { from: run.sales, join: [{ table: run.shops, kind: cross }],
           select: [{ n: count(*), m: count(shop), k: count(code) }] }
      """, gives: ["32 | 28 | 24"])
    await severalJoins()
  }

  private func join(_ kind: String) -> String {
    """
    q: { from: run.sales, join: [{ table: run.shops, as: s, on: s.code = shop, kind: \(kind) }],
         select: [id, town: s.town], order_by: [id, town] }
    """
  }

  /// A table beside itself, a condition that is no equality, and a query as a table.
  private func severalJoins() async {
    await expect(
      """
      q: { from: { table: run.sales, as: a }, join: [{ table: run.sales, as: b,
             on: a.shop = b.shop and a.id < b.id }, { table: run.shops, as: s, on: s.code = a.shop }],
           select: [x: a.id, y: b.id, town: s.town], order_by: [x, y] }
      """, gives: ["1 | 2 | Riga", "1 | 3 | Riga", "2 | 3 | Riga", "4 | 5 | Łódź"])
    await expect(
      """
      totals: { from: run.sales, select: [shop, units: sum(units)], group_by: shop }
      q: { from: run.shops, join: [{ table: totals, on: totals.shop = code, kind: left }],
           select: [town, units: totals.units], order_by: town }
      """, gives: ["Oslo | ", "Riga | 10", "none | ", "Łódź | 10"])
  }
}
