import Frame

extension Column {
  /// The column with NaN as absent values: a value that is no number is missing, never a label.
  var labels: Column {
    guard case .double(let values) = self.values, values.contains(where: \.isNaN) else {
      return self
    }
    return Column(
      self.values, presence: values.indices.map { isPresent($0) && !values[$0].isNaN })
  }
}
