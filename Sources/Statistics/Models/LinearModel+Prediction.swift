extension LinearModel {
  /// What a model tells of one row.
  package struct Prediction: Hashable, Sendable {
    /// The expected response.
    package let value: Double
    /// The interval of the expected response; nil where there is no spread.
    package let mean: Interval?
    /// The interval for one new response; nil where there is no spread.
    package let observation: Interval?
  }

  /// The prediction for a row of the model.
  ///
  /// The interval of a mean follows ``errors``; the one of a new observation adds the residual
  /// variance, which takes one spread for granted.
  package func prediction(ofRow row: Int, level: Double = 0.95) -> Prediction {
    let regressors = frame.regressors
    return prediction(level: level) { regressors[$0].values.value(row) }
  }

  /// The prediction for new values of the regressors, in their order.
  package func prediction(at values: [Double], level: Double = 0.95) -> Prediction {
    prediction(level: level) { DoubleDouble(values[$0]) }
  }

  private func prediction(level: Double, _ value: (Int) -> DoubleDouble) -> Prediction {
    let height = zip(basis.kept, slopes).reduce(intercept) { $0 + value($1.0) * $1.1 }.value
    guard let deviation = residualDeviation, let covariance else {
      return Prediction(value: height, mean: nil, observation: nil)
    }
    let q = basis.coordinates(value)
    let variance: Double
    if errors == .classic {
      variance = q.reduce(0) { $0 + $1 * $1 } * deviation * deviation
    } else {
      let row = (basis.hasIntercept ? [1] : []) + basis.kept.map { value($0).value }
      variance = max(
        0,
        zip(row, covariance).reduce(0) { sum, pair in
          sum + pair.0 * zip(pair.1, row).reduce(0) { $0 + $1.0 * $1.1 }
        })
    }
    let test = CoefficientTest(degreesOfFreedom: Double(tDegreesOfFreedom), level: level)
    return Prediction(
      value: height, mean: test.interval(height, variance.squareRoot()),
      observation: test.interval(height, (variance + deviation * deviation).squareRoot()))
  }

  /// The coordinates of a row in the basis.
  func coordinates(ofRow row: Int) -> [Double] {
    basis.coordinates { frame.regressors[$0].values.value(row) }
  }

  /// The model's value for a row, with all digits.
  private func exactFitted(_ row: Int) -> DoubleDouble {
    zip(basis.kept, slopes).reduce(intercept) {
      $0 + frame.regressors[$1.0].values.value(row) * $1.1
    }
  }

  /// The model's value for a row.
  package func fitted(ofRow row: Int) -> Double { exactFitted(row).value }

  /// What the model leaves of a row.
  package func residual(ofRow row: Int) -> Double {
    (frame.response.value(row) - exactFitted(row)).value
  }
}
