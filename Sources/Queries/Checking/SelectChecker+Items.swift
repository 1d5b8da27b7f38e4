import Diagnostics
import Expressions
import SQL

extension SelectChecker {
  /// The columns of the result, and the names of those that are wrong; without `select`, all columns
  /// of the first table.
  func items() -> (right: [SelectItem], wrong: Set<String>) {
    var items: [SelectItem] = []
    var wrong: Set<String> = []
    let plans = plan.items.isEmpty ? [.all(table: scope.tables[0].alias, place)] : plan.items
    for item in plans {
      switch item {
      case .all(let table, let place):
        guard let all = everything(of: table, at: place) else {
          wrong.insert("*")
          continue
        }
        items += all
      case .column(let name, let expression):
        guard let one = self.item(name, expression) else {
          wrong.insert(name)
          continue
        }
        items.append(one)
      }
    }
    return (items, wrong.union(repeatedNames(items)))
  }

  private func item(_ name: String, _ expression: Expression) -> SelectItem? {
    guard let checked = expression.check(in: scope, problems: problems) else { return nil }
    if case .unsupported(let type) = checked.type {
      problems.error(
        "column '\(name)' has type \(type), which is not read", at: checked.place,
        hints: ["leave it out"])
      return nil
    }
    return SelectItem(
      name, checked, isNullable: isNullable(checked), scale: checked.scale(in: scope))
  }

  private func isNullable(_ expression: CheckedExpression) -> Bool {
    switch expression.node {
    case .column(let column):
      scope.tables.first { $0.alias == column.table }?.columns
        .first { $0.name == column.name }?.isNullable ?? true
    case .call(let call): call.function != .count && call.function != .row_number
    case .literal(let literal): literal == .null
    default: true
    }
  }

  /// All columns of a table, or of all tables; those of a type that is not read are left out with a
  /// warning.
  private func everything(of table: String?, at place: SourcePlace) -> [SelectItem]? {
    let tables = scope.tables.filter { table == nil || $0.alias == table }
    if let table, tables.isEmpty {
      problems.error(
        "there is no table '\(table)' here", at: place,
        hints: hints(forUnknown: table, among: scope.tables.compactMap(\.alias)))
      return nil
    }
    var items: [SelectItem] = []
    for (alias, columns) in tables {
      for column in columns {
        if case .unsupported(let type) = column.type {
          problems.warning(
            "column '\(column.name)' of '\(alias ?? "")' is left out: its type \(type) is not read",
            at: place, hints: ["name the wanted columns under 'select'"])
          continue
        }
        let reference = ColumnReference(table: alias, name: column.name)
        items.append(
          SelectItem(
            column.name, CheckedExpression(.column(reference), type: column.type, at: place),
            isNullable: column.isNullable, scale: column.scale))
      }
    }
    return items
  }

  private func repeatedNames(_ items: [SelectItem]) -> Set<String> {
    var seen: Set<String> = []
    var repeated: Set<String> = []
    for item in items where !seen.insert(item.name).inserted {
      repeated.insert(item.name)
      problems.error(
        "two columns are named '\(item.name)'", at: item.expression.place,
        hints: ["give one of them another name: name: \(item.name)"])
    }
    return repeated
  }
}
