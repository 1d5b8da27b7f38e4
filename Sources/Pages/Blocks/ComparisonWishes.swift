import Diagnostics
import Spec
import Statistics

/// What a spec asks of a comparison beside its data: tests, effects, pairs, level.
struct ComparisonWishes: Hashable, Sendable {
  /// Nil for the automatic choice.
  let tests: [GroupTest]?
  /// Tests named beside `auto`.
  var furtherTests: [GroupTest] = []
  /// Nil for the automatic choice.
  let effects: [GroupEffect]?
  /// Effects named beside `auto`.
  var furtherEffects: [GroupEffect] = []
  let postHoc: PostHoc
  let adjustment: PAdjustment
  let level: Double

  /// Reads `test`, `effects`, `posthoc`, `adjust` and `level`.
  init(_ fields: FieldReader) {
    (tests, furtherTests) = ComparisonWishes.wished(
      "test", "test of groups", of: GroupTest.self, fields)
    (effects, furtherEffects) = ComparisonWishes.wished(
      "effects", "effect size", of: GroupEffect.self, fields)
    postHoc = fields.choice("posthoc", of: PostHoc.self) ?? .auto
    adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    level = fields.number("level", in: 0.5...0.999) ?? 0.95
  }

  /// Reads `test`, `adjust` and `level` of a cross table, which has no pairs of groups.
  init(crosstab fields: FieldReader) {
    tests = fields.choice("test", of: TableTest.self)?.tests
    (effects, postHoc) = (nil, .none)
    adjustment = fields.choice("adjust", of: PAdjustment.self) ?? .holm
    level = fields.number("level", in: 0.5...0.999) ?? 0.95
  }

  /// The tests of a cross table as a spec names them.
  private enum TableTest: String, CaseIterable {
    case auto
    case chiSquare = "chi_square"
    case fisherExact = "fisher_exact"

    var tests: [GroupTest]? {
      switch self {
      case .auto: nil
      case .chiSquare: [.chiSquare]
      case .fisherExact: [.fisherExact]
      }
    }
  }

  /// What is made of numbers.
  var options: GroupComparison.Options {
    var options = GroupComparison.Options(
      tests: tests, effects: effects, postHoc: postHoc, adjustment: adjustment, level: level)
    options.furtherTests = furtherTests
    options.furtherEffects = furtherEffects
    return options
  }

  /// What is named, nil for the automatic choice, and what is named beside `auto`.
  private static func wished<Name: RawRepresentable & CaseIterable>(
    _ key: String, _ noun: String, of type: Name.Type, _ fields: FieldReader
  ) -> ([Name]?, beside: [Name]) where Name.RawValue == String {
    let named = named(key, noun, of: type, fields)
    let hasAutomatic = (fields.list(key, orSingle: true) ?? []).contains { node in
      if case .scalar(let scalar) = node.content { scalar.text.text == "auto" } else { false }
    }
    return hasAutomatic ? (nil, named ?? []) : (named, [])
  }

  /// `auto`, or one or several names; nil stands for `auto`.
  static func named<Name: RawRepresentable & CaseIterable>(
    _ key: String, _ noun: String, of type: Name.Type, _ fields: FieldReader
  ) -> [Name]? where Name.RawValue == String {
    let texts = (fields.list(key, orSingle: true) ?? []).compactMap {
      $0.text("'\(key)'", problems: fields.problems)
    }
    let names = texts.filter { $0.text != "auto" }.compactMap { text -> Name? in
      if let name = Name(rawValue: text.text) { return name }
      fields.problems.error(
        "there is no \(noun) '\(text.text)'", at: text.place,
        hints: hints(
          forUnknown: text.text, among: ["auto"] + Name.allCases.map(\.rawValue)))
      return nil
    }
    return names.isEmpty ? nil : names
  }
}
