import SQL
import Testing

extension DialectSuite {
  /// Functions over windows, with ties, nulls and frames, and the short forms.
  func windows() async throws {
    guard can(.windowFunctions) else { return }
    try await engine.make("sales", of: SalesSamples.sales)
    await ranks()
    await neighbours()
    await aggregatesOverWindows()
    await shortForms()
    if can(.windowedQuantiles) { await quantiles() }
  }

  private func window(
    _ items: KeyValuePairs<String, String>, where condition: String = "id < 9"
  ) -> String {
    let columns = items.map { "\($0): \($1.inYAML)" }.joined(separator: ", ")
    return """
      q: { from: run.sales, select: [id, \(columns)], where: \(condition.inYAML), order_by: [id] }
      """
  }

  private func ranks() async {
    await expect(
      window([
        "n": "row_number() over (order by units, id)", "r": "rank() over (order by units)",
        "d": "dense_rank() over (order by units)", "t": "ntile(3) over (order by id)",
      ]),
      gives: [
        "1 | 1 | 1 | 1 | 1", "2 | 2 | 2 | 2 | 1", "3 | 3 | 2 | 2 | 1", "4 | 6 | 6 | 5 | 2",
        "5 | 7 | 7 | 6 | 2", "6 | 4 | 4 | 3 | 2", "7 | 5 | 5 | 4 | 3", "8 | 8 | 7 | 6 | 3",
      ])
    await expect(
      window(["n": "row_number() over (partition by shop order by units desc, id)"]),
      gives: ["1 | 3", "2 | 1", "3 | 2", "4 | 1", "5 | 2", "6 | 1", "7 | 1", "8 | 1"])
  }

  private func neighbours() async {
    await expect(
      window([
        "a": "lag(units) over (order by id)", "b": "lead(units, 2) over (order by id)",
        "c": "lag(units, 1, 0) over (partition by shop order by id)",
        "f": "first_value(shop) over (order by id)",
        "l": "last_value(id) over (order by id rows between current row and 1 following)",
      ]),
      gives: [
        "1 |  | 4 | 0 | a | 2", "2 | 2 | 10 | 2 | a | 3", "3 | 4 |  | 4 | a | 4",
        "4 | 4 | 5 | 0 | a | 5", "5 | 10 | 7 | 10 | a | 6", "6 |  |  | 0 | a | 7",
        "7 | 5 |  | 0 | a | 8", "8 | 7 |  | 0 | a | 8",
      ])
  }

  private func aggregatesOverWindows() async {
    await expect(
      window([
        "s": "sum(units) over ()", "p": "sum(units) over (partition by shop)",
        "c": "count(*) over (order by shop)",
        "k": "count(units) filter (where units > 4) over ()",
        "m": "avg(price) over (order by id rows between 1 preceding and 1 following)",
        "x": "max(day) over (partition by shop)",
      ]),
      gives: [
        "1 | 32 | 10 | 3 | 3 | 2 | 2026-01-05", "2 | 32 | 10 | 3 | 3 | 1.5 | 2026-01-05",
        "3 | 32 | 10 | 3 | 3 | 2.3333333333333335 | 2026-01-05",
        "4 | 32 | 10 | 5 | 3 | 2.1666666666666665 | 2026-02-01",
        "5 | 32 | 10 | 5 | 3 | 3 | 2026-02-01", "6 | 32 | 5 | 6 | 3 | 1.5 | 2026-01-01",
        "7 | 32 | 7 | 8 | 3 | 1 | ", "8 | 32 |  | 7 | 3 | 1 | 2026-03-01",
      ])
  }

  private func shortForms() async {
    await expect(
      window([
        "a": "moving_average(units, 2)", "c": "cumulative(units)", "d": "change(units)",
      ]),
      gives: [
        "1 |  | 2 | ", "2 | 3 | 6 | 2", "3 | 4 | 10 | 0", "4 | 7 | 20 | 6", "5 |  |  | ",
        "6 |  | 25 | ", "7 | 6 | 32 | 2", "8 |  |  | ",
      ])
    await expect(
      window(["c": "cumulative(units) over (partition by shop order by id)"], where: "id < 6"),
      gives: ["1 | 2", "2 | 6", "3 | 10", "4 | 10", "5 | "])
  }

  private func quantiles() async {
    await expect(
      window(["m": "median(price) over (partition by shop)"], where: "shop = 'a'"),
      gives: ["1 | 1.5", "2 | 1.5", "3 | 1.5"])
  }
}
