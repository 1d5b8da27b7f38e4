/// Every part of a spec with all its fields: what the JSON Schema and the users' reference are
/// written from.
///
/// The readers of a spec know nothing of it; a test holds both against each other.
package enum SpecCatalogue {
  /// The root of a spec.
  package static let report = reportPart

  /// The fields that every block has beside its own.
  package static let everyBlock = everyBlockPart

  /// The kinds of blocks.
  package static let blocks =
    textBlocks + dataBlocks + modelBlocks + [survivalBlock, autocorrelationBlock]
    + arrangingBlocks

  /// The parts inside others, in the order of the reference.
  package static let others =
    [parameterPart, cohortsPart] + queryParts + blockParts + chartParts
    + [checkPart, deliverPart, emailPart, themePart, fontsPart]

  /// Every part.
  package static let all = [report, everyBlock] + blocks + others
}
