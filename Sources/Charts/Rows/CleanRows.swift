import Frame

extension LayerInput {
  /// The rows as the mark will show them, without those that it cannot, which are counted.
  var usableRows: LayerRows {
    let computes = mark.traits.contains(.seesBeyondDomain) || trend != nil || compare != nil
    return mark.prepared(rows, settings)
      .cleaned(needing: mark.cleans, keepsBeyond: computes)
      .broken(at: mark.breaks, keepsBeyond: computes).measured(for: mark)
  }
}

extension LayerRows {
  /// The rows that can be drawn: without those whose value of a needed channel is missing, not
  /// finite, or refused by its scale.
  ///
  /// Each row left out is counted once, under its first reason. Where a mark computes, a domain is a
  /// window on what it computed from all rows (`keepsBeyond`): those beyond are counted, and kept.
  func cleaned(needing needed: [Channel], keepsBeyond: Bool = false) -> LayerRows {
    let suspects = needed.compactMap { channel in
      channels[channel].map { channel == .color ? $0.withoutWindow : $0 }
    }
    .filter(\.mayBeRefused)
    guard !suspects.isEmpty else { return self }
    var keeps = Array(repeating: true, count: count)
    var beyond: Set<Int> = []
    var result = self
    for values in suspects {
      for (reason, rows) in values.refused(keeps) where !rows.isEmpty {
        let isKept = reason == .beyondAxis && keepsBeyond
        if !isKept { for row in rows { keeps[row] = false } }
        let told = isKept || reason != .beyondAxis ? reason : .outsideDomain
        // What lies beyond both axes is counted once.
        let counted = isKept ? rows.filter { beyond.insert($0).inserted } : rows
        result.leftOut.add(entry(counted, told, values.label))
      }
    }
    let kept = keeps.indices.filter { keeps[$0] }
    let leftOut = result.leftOut
    result = kept.count == count ? self : picking(kept)
    result.leftOut = leftOut
    return result
  }
}

extension ChannelColumn {
  /// The years 1 to 9999 in seconds since 1970: what a time axis can show.
  static let calendar = -62_135_596_800.0...253_402_300_800.0

  /// The column of a colour, beyond whose domain numbers have the colours of its ends.
  fileprivate var withoutWindow: ChannelColumn {
    var column = self
    if !isCategorical { column.settings.domain = [] }
    return column
  }

  /// Whether any row may be refused, told by a quick look at all values.
  var mayBeRefused: Bool {
    if column.missing > 0 { return true }
    guard !isCategorical, column.type != .text else { return false }
    let numbers = NumberSurvey(column.doubles)
    guard let range = numbers.range, numbers.others == 0 else { return numbers.others > 0 }
    // Once: a symlog scale looks at all rows for its constant.
    let transform = transform
    if transform == .log, range.lowerBound <= 0 { return true }
    if transform == .logit, range.lowerBound <= 0 || range.upperBound >= 1 { return true }
    let bounds = [settings.range, transform == .time ? ChannelColumn.calendar : nil]
    return bounds.compactMap(\.self).contains {
      !$0.contains(range.lowerBound) || !$0.contains(range.upperBound)
    }
  }

  /// The rows that cannot be shown, by reason.
  func refused(_ keeps: [Bool]) -> [(LeftOut.Reason, [Int])] {
    var missing: [Int] = []
    var infinite: [Int] = []
    var notPositive: [Int] = []
    var notShare: [Int] = []
    var outside: [Int] = []
    var beyond: [Int] = []
    // Once and not a row: a symlog scale looks at all rows for its constant.
    let transform = transform
    let bounds = isCategorical ? nil : settings.range
    let numbers = column.type == .text ? [] : column.doubles
    for row in keeps.indices where keeps[row] {
      guard column.isPresent(row) else {
        missing.append(row)
        continue
      }
      if isCategorical || numbers.isEmpty { continue }
      let number = numbers[row]
      if number.isNaN {
        missing.append(row)
      } else if number.isInfinite {
        infinite.append(row)
      } else if transform == .log, number <= 0 {
        notPositive.append(row)
      } else if transform == .logit, transform.refuses(number) {
        notShare.append(row)
      } else if transform == .time, !ChannelColumn.calendar.contains(number) {
        outside.append(row)
      } else if let bounds, !bounds.contains(number) {
        beyond.append(row)
      }
    }
    return [
      (.missing, missing), (.infinite, infinite), (.notPositive, notPositive),
      (.notShare, notShare),
      (.outsideDomain, outside), (.beyondAxis, beyond),
    ]
  }
}

extension ChannelSettings {
  /// The domain as a range of numbers, where it is two different ones.
  var range: ClosedRange<Double>? {
    let ends = domain.compactMap(\.number)
    guard domain.count == 2, ends.count == 2, ends[0].isFinite, ends[1].isFinite,
      ends[0] != ends[1]
    else { return nil }
    return min(ends[0], ends[1])...max(ends[0], ends[1])
  }

  /// Whether the author wants the larger end of the domain where the smaller usually is.
  var isReversed: Bool {
    let ends = domain.compactMap(\.number)
    return range != nil && ends[0] > ends[1]
  }
}
