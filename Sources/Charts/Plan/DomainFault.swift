import Diagnostics
import Drawing
import Frame

/// A domain that is no range of the values which a channel measures.
struct DomainFault {
  let diagnostic: Diagnostic

  /// Of a channel of moments or of numbers, which stand in bands of their own where the domain may
  /// be their list; nil where the domain is sound or there is none.
  init?(_ plan: ChannelPlan, _ channel: Channel, isTime: Bool, mayBeList: Bool) {
    let domain = plan.settings.domain
    let fitting = domain.filter { $0.isMoment == isTime && $0.number != nil }
    guard !domain.isEmpty, fitting.count < domain.count || plan.settings.range == nil else {
      return nil
    }
    if mayBeList && fitting.count == domain.count { return nil }
    let kind = isTime ? "days or moments" : "numbers"
    let found = domain.prefix(4).map { PrintableText.oneLine($0.description) }
    diagnostic = Diagnostic(
      "'domain' of '\(channel.rawValue)' needs two different \(kind), found "
        + "[\(found.joined(separator: ", "))\(domain.count > 4 ? ", …" : "")]",
      at: plan.place(of: "domain"),
      hints: [isTime ? "domain: [2026-01-01, 2026-03-31]" : "domain: [0, 100]"])
  }
}

extension ChannelSettings {
  /// Whether moments are shown as such and not as numbers.
  var isOfTime: Bool { scale == nil || scale == .time }
}

extension Value {
  /// Whether the value is a day or a moment.
  fileprivate var isMoment: Bool {
    switch self {
    case .date, .timestamp: true
    default: false
    }
  }
}
