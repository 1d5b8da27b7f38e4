import Diagnostics
import Frame
import Spec
import Statistics

/// How a histogram counts.
struct HistogramSettings: MarkSettings {
  static let keys = ["bins", "bin_width", "rule", "measure", "stack"]

  /// How many intervals there are.
  enum Rule: String, Hashable, Sendable, CaseIterable {
    case freedman_diaconis, scott, sturges

    /// The rule of the statistics.
    var rule: BinRule {
      switch self {
      case .freedman_diaconis: .freedmanDiaconis
      case .scott: .scott
      case .sturges: .sturges
      }
    }

    /// The rule in a note.
    var words: String {
      switch self {
      case .freedman_diaconis: "Freedman and Diaconis"
      case .scott: "Scott"
      case .sturges: "Sturges"
      }
    }
  }

  /// What a bar's height tells.
  enum Measure: String, Hashable, Sendable, CaseIterable {
    case count, share, density
  }

  /// The width of an interval as an author gives it.
  enum Width: Hashable, Sendable {
    case number(Double)
    case calendar(CalendarStep)
  }

  var bins: Int?
  var width: Width?
  var rule = Rule.freedman_diaconis
  var measure = Measure.count
  /// Whether colours stand on each other; nil decides by their number.
  var isStacked: Bool?

  init() {}

  init(reading fields: FieldReader) {
    bins = fields.integer("bins", in: 1...BinRule.limit)
    readWidth(fields)
    rule = fields.choice("rule", of: Rule.self) ?? .freedman_diaconis
    measure = fields.choice("measure", of: Measure.self) ?? .count
    isStacked = fields.boolean("stack")
    let given = ["bins", "bin_width", "rule"].filter(fields.has)
    if given.count > 1 {
      fields.problems.error(
        "'\(given[0])' and '\(given[1])' both say how wide intervals are, expected one of them",
        at: fields.place(of: given[1]))
    }
  }

  private mutating func readWidth(_ fields: FieldReader) {
    guard let text = fields.text("bin_width") else { return }
    if let step = CalendarStep(named: text.text) {
      width = .calendar(step)
    } else if let number = Double(text.text), number > 0, number.isFinite {
      width = .number(number)
    } else {
      fields.problems.error(
        "'bin_width' cannot be '\(text.text)', expected a number above 0 or, of times, "
          + CalendarStep.names.joined(separator: ", "), at: text.place)
    }
  }
}
