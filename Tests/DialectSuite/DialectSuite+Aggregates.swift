import SQL
import Testing

extension DialectSuite {
  /// Aggregates of groups of many rows, of one, of nulls alone and of none.
  func aggregates() async throws {
    try await engine.make("sales", of: SalesSamples.sales)
    await counts()
    await sums()
    await filters()
    await emptySets()
    await statistics()
    await joinedTexts()
  }

  private func counts() async {
    await expect(
      """
      q: { from: run.sales, select: [shop, n: count(*), m: count(units), d: count(distinct units)],
           group_by: shop, order_by: shop }
      """,
      gives: ["a | 3 | 3 | 2", "b | 2 | 1 | 1", "c | 1 | 1 | 1", "d | 1 | 0 | 0", " | 1 | 1 | 1"])
    await expect(
      "q: { from: run.sales, select: [month: \"date_trunc('month', day)\", n: count(*)], group_by: month, order_by: month }",
      gives: ["2026-01-01 | 5", "2026-02-01 | 1", "2026-03-01 | 1", " | 1"])
    await expect(
      "q: { from: run.sales, select: [shop, n: count(*)], group_by: shop, having: count(*) > 1, order_by: shop }",
      gives: ["a | 3", "b | 2"])
  }

  private func sums() async {
    await expect(
      """
      q: { from: run.sales, select: [shop, s: sum(units), x: sum(price), a: avg(units), b: avg(paid),
           low: min(units), high: max(price), first: min(day), text: max(shop)],
           group_by: shop, order_by: shop }
      """,
      gives: [
        "a | 10 | 4.5 | 3.3333333333333335 | 2.2 | 2 | 2.5 | 2026-01-01 | a",
        "b | 10 | 6 | 10 | 0.015 | 10 | 4 | 2026-01-01 | b",
        "c | 5 | | 5 | 999999.99 | 5 | | 2026-01-01 | c", "d | | | | | | | 2026-03-01 | d",
        " | 7 | 1 | 7 | | 7 | 1 | |",
      ])
    await expect(
      "q: { from: run.sales, select: [{ s: sum(paid), d: sum(distinct units), a: avg(distinct units) }] }",
      gives: ["1000006.62 | 28 | 5.6"])
    await expect(
      "q: { from: run.sales, select: [{ v: any_value(shop), w: sum(units * price), u: sum(units) / count(*) }] }",
      gives: ["a | 62 | 4"])
  }

  private func filters() async {
    await expect(
      """
      q: { from: run.sales, select: [{ n: count(*) filter (where units > 4),
           s: sum(units) filter (where shop = 'a'), none: sum(units) filter (where shop = 'z'),
           zero: count(*) filter (where shop = 'z'), d: count(distinct shop) filter (where units > 3),
           low: min(day) filter (where shop = 'b') }] }
      """, gives: ["3 | 10 | | 0 | 3 | 2026-01-01"])
  }

  private func emptySets() async {
    await expect(
      """
      q: { from: run.sales, where: id > 99, select: [{ n: count(*), m: count(units), s: sum(units),
           x: sum(price), p: sum(paid), a: avg(units), low: min(shop), m2: median(price),
           q: 'quantile(price, 0.9)', sd: stddev(price), v: variance(price), c: 'corr(units, price)',
           t: "string_agg(shop, ',')" }] }
      """, gives: ["0 | 0 | | | | | | | | | | |"])
    await expect(
      "q: { from: run.sales, where: id > 99, select: [shop, n: count(*)], group_by: shop }",
      gives: [])
  }

  /// Expected values: NumPy 2.4.6, median, quantile (linear), std and var with ddof=1, corrcoef, cov.
  private func statistics() async {
    await expect(
      """
      q: { from: run.sales, select: [shop, m: median(price), q: 'quantile(price, 0.9)',
           sd: stddev(price), v: variance(units), c: 'corr(units, price)', k: 'covariance(units, price)',
           mm: median(units), z: 'quantile(units, 0)', o: 'quantile(paid, 1)'],
           group_by: shop, order_by: shop }
      """,
      gives: [
        "a | 1.5 | 2.3 | 1 | 1.3333333333333333 | 0 | 0 | 4 | 2 | 3.3",
        "b | 3 | 3.8 | 1.4142135623730951 | | | | 10 | 10 | 0.02",
        "c | | | | | | | 5 | 5 | 999999.99", "d | | | | | | | | |",
        " | 1 | 1 | | | | | 7 | 7 |",
      ])
    if can(.shapeStatistics) { await shapes() }
  }

  /// Expected values: SciPy 1.17.1, skew and kurtosis with bias=False of 2, 4, 4, 10, 5, 7.
  private func shapes() async {
    await expect(
      "q: { from: run.sales, select: [{ s: skewness(units), k: kurtosis(units) }] }",
      gives: ["0.8762350403201905 | 0.6700660729675385"])
    await expect(
      "q: { from: run.sales, where: shop = 'b', select: [{ s: skewness(units), k: kurtosis(units) }] }",
      gives: [" | "])
  }

  /// In the order of the texts, so that it is the same each time.
  private func joinedTexts() async {
    await expect(
      """
      q: { from: run.sales, select: [units, t: "string_agg(shop, '; ')"], where: units = 4,
           group_by: units }
      """, gives: ["4 | a; a"])
    await expect(
      "q: { from: run.sales, select: [{ t: \"string_agg(shop, '')\" }] }", gives: ["aaabbcd"])
  }
}
