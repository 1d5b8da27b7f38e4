import Diagnostics
import Expressions

/// A column beside an aggregate in one channel, which would be taken of some row of a group.
struct StrayColumn {
  /// Refuses what the columns that `isColumn` knows do beside aggregates; nil where they do nothing.
  static func error(
    in channels: [Channel: ChannelPlan], isColumn: (Expression) -> Bool
  ) -> Diagnostic? {
    let groups = Set(
      channels.values.filter { !$0.expression.holdsAggregate }
        .flatMap { [$0.expression.description, $0.written.description] })
    for channel in Channel.allCases {
      guard let plan = channels[channel], plan.expression.holdsAggregate else { continue }
      if let idle = plan.expression.idleAggregate(of: groups) {
        return Diagnostic(
          "'\(idle)' of '\(channel.rawValue)' sums up what another channel keeps apart row by row",
          at: idle.place, hints: ["of all rows, beside each: \(idle) over ()"])
      }
      guard let stray = plan.expression.strayName(outside: groups), isColumn(stray)
      else { continue }
      return Diagnostic(
        "'\(stray)' of '\(channel.rawValue)' stands beside an aggregate, but is another in each row "
          + "that this sums up", at: stray.place,
        hints: [
          "of all rows, beside each: avg(x) over (); of groups: let a channel hold '\(stray)'"
        ])
    }
    return nil
  }
}
