import CSQLite
import Database
import Frame

/// Reads exact decimals, which SQLite holds as integers, doubles or texts.
///
/// More digits than declared widen the column's scale; a number that is no decimal of up to 18
/// digits after the point makes the column one of doubles, so that nothing is rounded in silence.
struct DecimalReader: ColumnReading {
  private var decimals: DecimalBuilder
  /// Set once the column is one of doubles.
  private var doubles: NumberReader?
  private let slack: Double

  /// Starts at a scale, or at none; `slack` is the rounding, in units in a double's last place,
  /// that sums have behind them.
  init(scale: Int?, slack: Double) {
    decimals = DecimalBuilder(scale: scale ?? 0)
    self.slack = slack
  }

  mutating func read(_ cell: Cell) -> Trouble? {
    if doubles != nil { return doubles?.read(cell) }
    switch cell.kind {
    case SQLITE_FLOAT where decimals.append(cell.double, slack: slack): return nil
    case SQLITE_INTEGER where decimals.append(cell.integer): return nil
    case SQLITE_NULL:
      decimals.appendMissing()
      return nil
    case SQLITE_TEXT:
      guard let text = cell.text, decimals.append(text) else {
        return cell.trouble(
          "a decimal of at most \(DecimalBuilder.mostDigits) digits after the point")
      }
      return nil
    case SQLITE_FLOAT, SQLITE_INTEGER:
      doubles = NumberReader(doubles: decimals.doubles)
      return doubles?.read(cell)
    default: return cell.trouble("a decimal")
    }
  }

  var column: Column { doubles?.column ?? decimals.column }
}
