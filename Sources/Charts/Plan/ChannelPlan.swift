import Evaluation
package import Dates
import Diagnostics
import Drawing
import Expressions
import Formatting
import Frame
package import Spec

/// A channel as its author wrote it: an expression, perhaps binned, and how to show it.
struct ChannelPlan: Sendable {
  /// What is evaluated on the rows; of `bin(x, n)` the `x`.
  let expression: Expression
  /// The whole expression as written: what is checked.
  let written: Expression
  /// About how many bins; nil for plain values.
  let bins: Int?
  var settings: ChannelSettings
  let place: SourcePlace
  /// Where the values of its settings stand, by their keys.
  private var settingPlaces: [String: SourcePlace] = [:]

  /// Reads a channel given as an expression or as a mapping with `value`; nil with the reasons noted.
  static func read(_ key: String, in fields: FieldReader) -> ChannelPlan? {
    guard let node = fields.node(key) else { return nil }
    if case .mapping = node.content {
      let reader = FieldReader(node, subject: "channel '\(key)'", problems: fields.problems)
      let value = reader.required("value")
      let settings = ChannelSettings(reading: reader)
      if key != Channel.color.rawValue { refuseRamp(key, reader) }
      settings.refuseDomain(key, reader)
      reader.finish()
      var plan = value.flatMap { ChannelPlan($0, key, settings, fields.problems) }
      plan?.settingPlaces = reader.places
      return plan
    }
    return ChannelPlan(node, key, ChannelSettings(), fields.problems)
  }

  /// Notes what only a colour has.
  private static func refuseRamp(_ key: String, _ reader: FieldReader) {
    for word in ["scheme", "midpoint", "highlight"] where reader.has(word) {
      reader.problems.error(
        "channel '\(key)' has no '\(word)'", at: reader.place(of: word),
        hints: ["it belongs to 'color'"])
    }
  }

  /// The channel that an expression gives; nil with the reasons noted.
  init?(_ node: SpecNode, _ key: String, _ settings: ChannelSettings, _ problems: Problems) {
    guard let text = node.text("channel '\(key)'", problems: problems),
      let written = Expression(parsing: text, problems: problems)
    else { return nil }
    if key == Channel.label.rawValue, case .literal(.boolean) = written.node {
      problems.error(
        "channel 'label' needs an expression whose values are written at the marks, found '\(written)'",
        at: node.place, hints: ["write the measure again, as label: count()"])
      return nil
    }
    self.written = written
    self.settings = settings
    place = node.place
    if let (inner, count) = written.binning {
      (expression, bins) = (inner, count)
    } else {
      (expression, bins) = (written, nil)
    }
  }

  /// Where a setting stands, or the channel where it has none of the key.
  func place(of setting: String) -> SourcePlace { settingPlaces[setting] ?? place }

  /// What the values are, for readers.
  var label: String { settings.label ?? expression.label }

  /// What the values are, for readers, who are not shown the code that makes words.
  func label(of column: Column) -> String {
    guard settings.label == nil, expression.isCode else { return label }
    return column.type == .text || column.type == .boolean ? "Category" : label
  }
}

extension ChannelSettings {
  fileprivate init(reading fields: FieldReader) {
    self.init(categoriesIn: fields)
    scale = fields.choice("scale", of: ScaleKind.self)
    includesZero = fields.boolean("zero")
    zone = fields.zone("timezone")
    readCurve(fields)
    scheme = fields.choice("scheme", of: ColorRamp.self)
    highlight = ChannelSettings.values("highlight", orSingle: true, fields)
    if !highlight.isEmpty, scheme != nil {
      fields.problems.error(
        "'highlight' keeps colours of the theme, 'scheme' has others",
        at: fields.place(of: "highlight"), hints: ["leave one of them out"])
    }
    midpoint = fields.number("midpoint")
    if midpoint != nil, !ramp.isDiverging {
      fields.problems.error(
        "'midpoint' is the middle of a diverging ramp, found none",
        at: fields.place(of: "midpoint"),
        hints: ["add 'scale: diverging'"])
    }
  }

  /// Reads what categories may have: words, order, format.
  init(categoriesIn fields: FieldReader) {
    (label, labelTemplate) = fields.words("label")
    if let text = fields.text("format") {
      format = ValueFormat(text.text)
      if format == nil {
        fields.problems.error(
          "'\(text.text)' is no format", at: text.place,
          hints: ["numbers: ',.1f', '.0%', '~s'; dates: '%d %b %Y'"])
      }
    }
    domain = ChannelSettings.values("domain", fields)
    if let text = fields.text("sort") { readSort(text, fields) }
  }

  /// Values as an author writes them in a list.
  private static func values(_ key: String, orSingle: Bool = false, _ fields: FieldReader)
    -> [Value]
  {
    fields.list(key, orSingle: orSingle)?.compactMap {
      $0.text("an entry of '\(key)'", problems: fields.problems).map { Value(written: $0.text) }
    } ?? []
  }

  /// What belongs to one scale alone.
  private mutating func readCurve(_ fields: FieldReader) {
    if let chosen = fields.choice("base", of: LogBase.self) { base = chosen }
    constant = fields.number("constant", in: 1e-300...1e300)
    for (key, owner) in [("base", ScaleKind.log), ("constant", .symlog)]
    where fields.has(key) && scale != owner {
      fields.problems.error(
        "'\(key)' belongs to a \(owner.rawValue) scale", at: fields.place(of: key),
        hints: ["scale: \(owner.rawValue)"])
    }
  }

  private mutating func readSort(_ text: SourceText, _ fields: FieldReader) {
    let isDescending = text.text.hasPrefix("-")
    switch isDescending ? String(text.text.dropFirst()) : text.text {
    case "x", "y", "value", "measure": sort = CategoryOrder(.measure, isDescending: isDescending)
    case "ascending", "name", "label": sort = CategoryOrder(.own, isDescending: isDescending)
    case "descending": sort = CategoryOrder(.own, isDescending: true)
    case "data", "none": sort = CategoryOrder(.appearance, isDescending: isDescending)
    default:
      fields.problems.error(
        "'sort' cannot be '\(text.text)', expected value, -value, name, -name or data",
        at: text.place)
    }
  }
}

extension FieldReader {
  /// A time zone by its IANA name; nil with the reason noted where there is none of the name.
  package func zone(_ key: String) -> Zone? {
    guard let text = text(key) else { return nil }
    if let zone = Zone(text.text) { return zone }
    problems.error(
      "there is no time zone '\(text.text)'", at: text.place,
      hints: ["an IANA name, such as Europe/Berlin, America/New_York or UTC"])
    return nil
  }
}

extension Value {
  /// A value as an author writes it in a list: a number, a day, a moment, else text.
  fileprivate init(written text: String) {
    if let number = Int64(text) {
      self = .integer(number)
    } else if let number = Double(text) {
      self = .double(number)
    } else if let moment = Moment(text) {
      self = moment.value
    } else {
      self = .text(text)
    }
  }
}

extension ChannelPlan {
  /// That a scale which bends numbers is asked for days or moments; nil where none is.
  func bentTimes(_ channel: Channel) -> Diagnostic? {
    guard let scale = settings.scale, [.log, .symlog, .sqrt, .logit].contains(scale) else {
      return nil
    }
    return Diagnostic(
      "scale '\(scale.rawValue)' of '\(channel.rawValue)' needs numbers, but '\(label.oneLine)' tells "
        + "time", at: place(of: "scale"), hints: ["leave 'scale' out: an axis of time has its own"])
  }

  /// That days or moments are cut into bins of numbers; nil where they are not.
  var binnedTimes: Diagnostic? {
    guard bins != nil else { return nil }
    return Diagnostic(
      "'bin' cuts numbers, but '\(label.oneLine)' tells time", at: place,
      hints: ["days and moments: date_trunc('month', x)"])
  }
}
