/// Why a statistic has no value.
package enum StatisticsError: Error, Hashable, Sendable {
  /// Fewer present values than the statistic needs.
  case tooFew(needed: Int, got: Int)
  /// Fewer groups with values than the statistic needs.
  case tooFewGroups(needed: Int, got: Int)
  /// More groups with values than the statistic compares.
  case tooManyGroups(allowed: Int, got: Int)
  /// More distinct values than are counted as categories.
  case tooManyCategories(allowed: Int, got: Int)
  /// All values are equal (smallest = largest, exactly).
  case constant
  /// Each group is constant, so that there is no spread to measure differences by.
  case constantGroups
  /// The mean, by which something is divided, is 0.
  case zeroMean
  /// Some value is 0 or below, where only logarithms of positive values tell.
  case notPositive
  /// A column that the columns held constant determine.
  case explained
  /// More than half of the values are equal, so that the median distance from the median is 0.
  case mostlyEqual
  /// The differences of all pairs are equal.
  case constantDifferences
  /// A cross table of other than two rows and two columns.
  case notTwoByTwo
  /// Numbers where a statistic counts categories.
  case needsCategories
  /// Two columns that belong together differ in length.
  case lengthsDiffer(Int, Int)
  /// A frequency weight that is negative or no whole number.
  case invalidWeight(row: Int)
  /// No row had the event that times are measured to.
  case noEvents
  /// Nobody was watched together with a member of another group when an event came.
  case noSharedRisk
  /// A horizon that the curve of a group does not reach.
  case horizonBeyondLastTime
  /// A column of a model that the columns before it make up, told as their sum.
  case collinear(String)
  /// A model that leaves nothing, so that there is no spread to measure errors by.
  case perfectFit
  /// Terms of a logistic model that tell the outcomes apart perfectly.
  case separated([String])
  /// A series of steps that finds no end.
  case notConverged(steps: Int)
  /// A row that alone decides a coefficient, so that its own spread cannot be told.
  case decisiveRow
  /// Coefficients that have no error, or share one, so that they are not tested together.
  case dependentErrors
  /// A result that has no confidence interval.
  case noInterval
  /// A confidence interval without an upper or lower end.
  case unboundedInterval
  /// A test that has a p-value but no statistic.
  case noStatistic
  /// An estimate that is infinite, as a cell of its table is 0.
  case infiniteEstimate
  /// Every value of one group lies above every value of the other.
  case groupsApart
  /// Some pairs of groups have no value, and the result is that of the others.
  case undefinedPairs(count: Int, of: Int)
  /// A p-value that holds for all pairs at once, so that the pair alone has none.
  case simultaneous
  /// A parameter outside its range, told in words.
  case invalidParameter(String)
  /// The result is beyond the range of a double, or its series does not converge.
  case outOfRange
}

extension StatisticsError: CustomStringConvertible {
  /// The reason as a table and `results.json` print it, such as `constant column`.
  package var reason: String {
    switch self {
    case .tooFew(_, got: 0): "no values"
    case .tooFew(let needed, got: 1): "one value, needs \(needed)"
    case .tooFew(let needed, let got): "\(got) values, needs \(needed)"
    case .tooFewGroups(_, got: 0): "no groups"
    case .tooFewGroups(let needed, got: 1): "one group, needs \(needed)"
    case .tooFewGroups(let needed, let got): "\(got) groups, needs \(needed)"
    case .tooManyGroups(let allowed, let got): "\(got) groups, compares \(allowed)"
    case .tooManyCategories(let allowed, let got): "\(got) values, counts at most \(allowed)"
    case .constant: "constant column"
    case .constantGroups: "constant groups"
    case .zeroMean: "mean of 0"
    case .notPositive: "values of 0 or below"
    case .mostlyEqual: "more than half of the values are equal"
    case .explained: "determined by the given columns"
    case .constantDifferences: "constant differences"
    case .notTwoByTwo: "not a table of two by two"
    case .needsCategories: "compares categories, not numbers"
    case .lengthsDiffer(let first, let second): "columns of \(first) and \(second) rows"
    case .invalidWeight(let row): "invalid weight in row \(row + 1)"
    case .noEvents: "no events"
    case .noSharedRisk: "groups never at risk together"
    case .horizonBeyondLastTime: "horizon beyond the last time"
    case .collinear(let sum): "collinear: \(sum)"
    case .perfectFit: "perfect fit"
    case .separated([]): "the terms tell the outcomes apart perfectly"
    case .separated(let terms):
      "\(terms.joined(separator: ", ")) tell\(terms.count == 1 ? "s" : "") the outcomes apart perfectly"
    case .notConverged(let steps): "no convergence in \(steps) steps"
    case .decisiveRow: "one row alone decides a coefficient"
    case .dependentErrors: "some coefficients have no error of their own"
    case .noInterval: "no interval"
    case .unboundedInterval: "unbounded interval"
    case .noStatistic: "no statistic beside p"
    case .infiniteEstimate: "infinite, as a cell is 0"
    case .groupsApart: "no interval: all values of one group above the other's"
    case .undefinedPairs(let count, let all): "\(count) of \(all) pairs of groups undefined"
    case .simultaneous: "p holds for all pairs at once"
    case .invalidParameter(let words): words
    case .outOfRange: "result out of range"
    }
  }

  package var description: String { reason }
}

/// Throws unless there are as many values as a statistic needs.
func need(_ needed: Int, of got: Int) throws(StatisticsError) {
  guard got >= needed else { throw .tooFew(needed: needed, got: got) }
}
