import CKernels

/// A quick look through many numbers.
struct NumberSurvey: Hashable, Sendable {
  /// The range of the finite numbers, nil where there is none.
  let range: ClosedRange<Double>?
  /// How many are not a number.
  let missing: Int
  /// How many are infinite.
  let infinite: Int

  /// How many are infinite or not a number.
  var others: Int { missing + infinite }

  init(_ numbers: [Double]) {
    let survey = numbers.withUnsafeBufferPointer { numbers in
      numbers.baseAddress.map { bs_survey_values($0, numbers.count) }
    }
    missing = survey.map { Int($0.missing) } ?? 0
    infinite = survey.map { Int($0.infinite) } ?? 0
    range = survey.flatMap { $0.low <= $0.high ? $0.low...$0.high : nil }
  }
}
