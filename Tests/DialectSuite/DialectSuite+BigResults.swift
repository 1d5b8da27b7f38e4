import Frame
import Testing

extension DialectSuite {
  /// 200,000 rows of every type with nulls among them, held against sums.
  func bigResults() async throws {
    let numbers = DataFrame([("i", Column(integers: (0..<500).map { $0 }))])
    try await engine.make("numbers", of: numbers)
    let frame = try await rows(
      """
      q:
        from: { table: run.numbers, as: a }
        join: [{ table: run.numbers, as: b, kind: cross }]
        where: a.i < 400
        select:
          - n: a.i * 500 + b.i
          - x: case when b.i % 7 != 0 then (a.i * 500 + b.i) / 8 end
          - s: case when b.i % 5 != 0 then concat('row ', a.i * 500 + b.i) end
          - d: date '2000-01-01' + a.i
          - at: date_add('second', b.i, timestamp '2000-01-01 00:00:00')
          - b: b.i % 2 = 0
          - m: case when b.i != 3 then 0.25 * b.i end
      """)
    #expect(frame.rowCount == 200_000)
    #expect(frame.columns.map(\.missing) == [0, 28_800, 40_000, 0, 0, 0, 400])
    let order = frame.columns[0].sortedRows()
    let sorted = frame.picking(order)
    #expect((0..<200_000).allSatisfy { sorted.columns[0][$0] == .integer(Int64($0)) })
    for row in stride(from: 0, to: 200_000, by: 997) { expectBigRow(sorted, row) }
    let sum = sorted.columns[1].numbers.compactMap(\.self).reduce(0, +)
    let wanted = (0..<200_000).filter { $0 % 500 % 7 != 0 }.reduce(0.0) { $0 + Double($1) / 8 }
    #expect(sum == wanted)
  }

  private func expectBigRow(_ frame: DataFrame, _ row: Int) {
    let b = row % 500
    let written = [
      "\(row)", b % 7 == 0 ? "" : "\(Double(row) / 8)", b % 5 == 0 ? "" : "row \(row)", nil, nil,
      "\(b % 2 == 0)", b == 3 ? "" : "\(Double(b) / 4)".withoutZeros,
    ]
    for (column, text) in zip(frame.columns, written) {
      guard let text else { continue }
      #expect(isWritten(column[row], text), "row \(row): \(column[row]), expected \(text)")
    }
  }
}
