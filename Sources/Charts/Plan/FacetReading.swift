import Diagnostics
import Spec

/// Reads `facet`: an expression whose values are the panels, or a mapping that arranges them.
struct FacetReading {
  private let fields: FieldReader

  /// The channels that decide on panels, with the reasons noted where they cannot be read.
  static func read(in fields: FieldReader) -> [Channel: ChannelPlan] {
    guard let node = fields.node("facet") else { return [:] }
    if node.isList {
      fields.problems.error(
        "a facet is one expression or a mapping, found a list", at: node.place,
        hints: ["two make a grid: facet: { row: a, column: b }"])
      return [:]
    }
    guard case .mapping = node.content else {
      return ChannelPlan.read("facet", in: fields).map { [.facet: $0] } ?? [:]
    }
    let reader = FieldReader(node, subject: "a facet", problems: fields.problems)
    let plans = FacetReading(fields: reader).plans(at: node)
    reader.finish()
    return plans
  }

  /// One variable wraps; two are the rows and columns of a grid.
  private func plans(at node: SpecNode) -> [Channel: ChannelPlan] {
    let value = fields.node("value")
    let (row, column) = (
      ChannelPlan.read("row", in: fields), ChannelPlan.read("column", in: fields)
    )
    let settings = settings(isGrid: fields.has("row") || fields.has("column"))
    guard fields.has("row") || fields.has("column") else {
      if value == nil {
        fields.problems.error(
          "a facet needs 'value', or 'row' and 'column'", at: node.place,
          hints: ["facet: { value: region, columns: 3 }"])
      }
      return value.flatMap { ChannelPlan($0, "facet", settings, fields.problems) }
        .map { [.facet: $0] } ?? [:]
    }
    if value != nil {
      fields.problems.error(
        "a facet has 'value', or 'row' and 'column', not both", at: fields.place(of: "value"),
        hints: ["'value' wraps its panels, 'row' and 'column' make a grid"])
    }
    var plans: [Channel: ChannelPlan] = [:]
    plans[.facet] = column
    plans[.facetRow] = row
    for channel in Channel.panels { plans[channel]?.settings.panels = settings.panels }
    return plans
  }

  private func settings(isGrid: Bool) -> ChannelSettings {
    var settings = ChannelSettings(categoriesIn: fields)
    settings.panels.columns = fields.integer("columns", in: 1...12)
    settings.panels.scales =
      fields.choice("scales", of: PanelSettings.Scales.self) ?? .same
    guard isGrid else { return settings }
    for key in ["columns", "label", "format", "domain", "sort"] where fields.has(key) {
      fields.problems.error(
        "'\(key)' does not belong to a facet with 'row' or 'column'", at: fields.place(of: key),
        hints: key == "columns"
          ? ["a grid has a column for each value"]
          : ["say it of the channel: row: { value: …, \(key): … }"])
    }
    return settings
  }
}
