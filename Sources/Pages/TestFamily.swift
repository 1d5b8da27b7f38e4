import Formatting
import JSON
package import Statistics

/// Over which tests a block's p-values are corrected.
package enum FamilyScope: String, Hashable, Sendable, CaseIterable {
  /// Over the tests of the block.
  case block
  /// Over the tests of every block of the report that says so.
  case report
}

/// The p-values that the blocks of a report with `family: report` correct together.
///
/// A report with such blocks is composed twice: first those blocks alone, which gathers their
/// p-values in the report's order; then the whole, each block taking its share of the corrected
/// ones. A composition depends on nothing but the data, so that the same tests come both times.
package struct TestFamily: Hashable, Sendable {
  /// Whether this is the first time, when only blocks of the family are composed.
  private(set) var isGathering = false
  private var gathered: [Double?] = []
  private var taken = 0

  /// The family of a report without such blocks.
  package init() {}

  /// A family whose p-values are yet to come.
  static let gathering: TestFamily = {
    var family = TestFamily()
    family.isGathering = true
    return family
  }()

  /// The family with all its p-values, none of them taken yet.
  var complete: TestFamily {
    var family = self
    (family.isGathering, family.taken) = (false, 0)
    return family
  }

  /// The p-values of a block's tests with their corrections, nil where a test is undefined.
  ///
  /// Each block that corrects p-values asks once, with all its tests in the order of its results.
  package mutating func correct(
    _ p: [Double?], by method: PAdjustment, over scope: FamilyScope = .block
  ) -> CorrectedTests {
    guard scope == .report, !isGathering else {
      if scope == .report { gathered += p }
      return CorrectedTests(
        adjusted: method.adjusted(p), method: method, scope: scope, count: TestFamily.count(p))
    }
    let own = taken..<(taken + p.count)
    taken = own.upperBound
    // A block composed by itself is a family of its own.
    let family = own.upperBound <= gathered.count ? gathered : p
    let share = own.upperBound <= gathered.count ? own : p.indices
    return CorrectedTests(
      adjusted: Array(method.adjusted(family)[share]), method: method, scope: scope,
      count: TestFamily.count(family))
  }

  private static func count(_ p: [Double?]) -> Int { p.count { $0 != nil } }
}

/// A block's p-values after the correction, and what they were corrected for.
package struct CorrectedTests: Hashable, Sendable {
  /// The corrected p-values, one a test; nil where the test is undefined.
  package let adjusted: [Double?]
  /// How they were corrected.
  package let method: PAdjustment
  /// Over which tests.
  package let scope: FamilyScope
  /// How many defined tests the family has.
  package let count: Int

  /// What a footnote says, such as `p-values corrected by Holm over the 37 tests of the report.`;
  /// nil without a correction.
  func sentence(with formatter: ValueFormatter, noun: String = "test") -> String? {
    guard method != .none, count > 0 else { return nil }
    let tests = formatter.count(count)
    switch scope {
    case .report where count == 1:
      return "The p-value is the only one of the report's family."
    case .report:
      return "p-values corrected by \(method.title) over the \(tests) tests of the report."
    case .block where count == 1: return nil
    case .block: return "p-values corrected by \(method.title) over \(tests) \(noun)s."
    }
  }

  /// What `results.json` says of the family.
  var results: ResultFields {
    [("family", .string(scope.rawValue)), ("family_tests", .count(count))]
  }
}
