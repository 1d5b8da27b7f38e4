import Database
import Dates
import Frame

/// Collects values into columns, exact decimals too.
///
/// Each column uses the builder of its type; those of other types stay empty.
struct FrameSink: RowSink {
  private let columns: [InferredColumn]
  private var flags: [ColumnBuilder<Bool>]
  private var integers: [ColumnBuilder<Int64>]
  private var decimals: [ColumnBuilder<Int128>]
  private var doubles: [ColumnBuilder<Double>]
  private var texts: [ColumnBuilder<String>]
  private var days: [ColumnBuilder<CivilDate>]
  private var moments: [ColumnBuilder<Timestamp>]

  init(_ columns: [InferredColumn]) {
    self.columns = columns
    func builders<Element>(_ filler: Element) -> [ColumnBuilder<Element>] {
      columns.map { _ in ColumnBuilder(filler: filler) }
    }
    (flags, integers, decimals) = (builders(false), builders(0), builders(0))
    (doubles, texts) = (builders(0), builders(""))
    days = builders(CivilDate(days: 0))
    moments = builders(Timestamp(microseconds: 0))
  }

  mutating func appendMissing(_ column: Int) {
    switch columns[column].type {
    case .boolean: flags[column].appendMissing()
    case .integer: integers[column].appendMissing()
    case .decimal: decimals[column].appendMissing()
    case .double: doubles[column].appendMissing()
    case .text: texts[column].appendMissing()
    case .date: days[column].appendMissing()
    case .timestamp: moments[column].appendMissing()
    }
  }

  mutating func append(_ flag: Bool, _ column: Int) { flags[column].append(flag) }

  mutating func append(_ number: Int64, _ column: Int) { integers[column].append(number) }

  mutating func append(_ number: Double, _ column: Int) { doubles[column].append(number) }

  mutating func append(decimal bytes: UnsafeBufferPointer<UInt8>, scale: Int, _ column: Int) {
    decimals[column].append(NumberText.unscaled(bytes, scale: scale))
  }

  mutating func append(text bytes: UnsafeBufferPointer<UInt8>, _ column: Int) {
    texts[column].append(String(decoding: bytes, as: UTF8.self))
  }

  mutating func append(
    moment: Int64, isDate: Bool, text bytes: UnsafeBufferPointer<UInt8>, _ column: Int
  ) {
    let moment = Timestamp(microseconds: moment)
    if isDate { days[column].append(moment.date) } else { moments[column].append(moment) }
  }

  mutating func endRow() {}

  mutating func finish() {}

  /// All rows.
  var frame: DataFrame {
    DataFrame(columns.indices.map { (name: columns[$0].name, column: column($0)) })
  }

  private func column(_ index: Int) -> Column {
    switch columns[index].type {
    case .boolean: flags[index].column(ColumnValues.boolean)
    case .integer: integers[index].column(ColumnValues.integer)
    case .decimal(_, let scale): decimals[index].column { .decimal($0, scale: scale) }
    case .double: doubles[index].column(ColumnValues.double)
    case .text: texts[index].column(ColumnValues.text)
    case .date: days[index].column(ColumnValues.date)
    case .timestamp: moments[index].column(ColumnValues.timestamp)
    }
  }
}
