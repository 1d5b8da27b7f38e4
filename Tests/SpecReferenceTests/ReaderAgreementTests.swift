import Diagnostics
import Pages
import Pipeline
import Queries
import Spec
import SpecReference
import Testing

/// The reference names exactly the keys and words that the readers of a spec take.
///
/// Each part is read with one key that nobody knows: the error lists what the reader asked for.
@Suite
struct ReaderAgreementTests {
  /// A piece of a spec in which `§` stands for the part's fields.
  struct Place: CustomTestStringConvertible {
    let part: String
    let text: String
    /// Fields without which the reader asks for no others.
    var given = ""
    /// Keys that are another part's, read by the same reader.
    var others: [String] = []

    var testDescription: String { part }
  }

  static let blockPlaces = SpecCatalogue.blocks.map { block in
    Place(
      part: block.name, text: "- \(block.name): {§}",
      given: block.name == "columns" ? "items: [], " : "",
      others: SpecCatalogue.everyBlock.fields.map(\.key))
  }
  static let partPlaces = [
    Place(part: "figure", text: "- figures: {items: [{§}]}"),
    Place(part: "sparkline", text: "- figures: {items: [{spark: {§}}]}"),
    Place(part: "column", text: "- table: {columns: [{§}]}", given: "value: a, "),
    Place(part: "option", text: "- choose: {options: [{§}]}"),
    Place(part: "layer", text: "- chart: {layers: [{§}]}"),
    Place(part: "channel", text: "- chart: {x: {§}}"),
    Place(part: "facet", text: "- chart: {facet: {§}}"),
    Place(part: "brackets", text: "- chart: {compare: {§}}"),
  ]
  static let queryPlaces = [
    Place(part: "query", text: "q: {§}"), Place(part: "join", text: "q: {join: [{§}]}"),
    Place(part: "table_name", text: "q: {from: {§}}", given: "table: t, "),
    Place(part: "order_key", text: "q: {order_by: [{§}]}"),
  ]

  static let reportPlaces = [
    Place(part: "report", text: "{§}"), Place(part: "parameter", text: "parameters: {p: {§}}"),
    Place(part: "cohorts", text: "cohorts: {§}", given: "by: a, "),
    Place(part: "check", text: "checks: [{§}]"), Place(part: "deliver", text: "deliver: {§}"),
    Place(part: "email", text: "deliver: {email: {§}}"),
    Place(part: "theme", text: "theme: {§}"), Place(part: "fonts", text: "theme: {fonts: {§}}"),
  ]
  static let places = blockPlaces + partPlaces + queryPlaces + reportPlaces

  @Test func noPartIsForgotten() {
    #expect(
      Set(Self.places.map(\.part))
        == Set(SpecCatalogue.all.map(\.name)).subtracting(["every block"]))
  }

  @Test(arguments: places)
  func theReaderAsksForWhatTheReferenceNames(_ place: Place) throws {
    let part = try #require(SpecCatalogue.all.first { $0.name == place.part })
    let told = problems(place, fields: place.given + "qqqqqqqq: 1").first {
      $0.message.contains("'qqqqqqqq'")
    }
    let hint = try #require(told?.hints.first { $0.hasPrefix("known: ") })
    let asked = hint.dropFirst("known: ".count).split(separator: ", ").map(String.init)
    #expect(Set(asked) == Set(part.fields.map(\.key) + place.others))
  }

  @Test(arguments: places)
  func theReaderTakesTheWordsThatTheReferenceNames(_ place: Place) throws {
    let part = try #require(SpecCatalogue.all.first { $0.name == place.part })
    for field in part.fields {
      guard case .choice(let words) = field.shape else { continue }
      let told = problems(place, fields: "\(place.given)\(field.key): qqqqqqqq")
      let fault = try #require(told.first { $0.message.contains("'qqqqqqqq'") }, "\(field.key)")
      let list = fault.message.split(separator: "expected ").last ?? ""
      let hint = fault.hints.first { $0.hasPrefix("known: ") }?.dropFirst("known: ".count) ?? list
      let taken = hint.replacing(" or ", with: ", ").split(separator: ", ").map(String.init)
      #expect(taken == words, "\(field.key)")
    }
  }

  @Test(arguments: places)
  func theReaderNeedsWhatTheReferenceCallsNeeded(_ place: Place) throws {
    let part = try #require(SpecCatalogue.all.first { $0.name == place.part })
    let told = problems(place, fields: "").map(\.message)
    for field in part.fields where field.isRequired {
      #expect(told.contains { $0.hasSuffix("needs '\(field.key)'") }, "\(field.key)")
    }
  }

  @Test func everyBlockIsInTheReference() {
    #expect(Set(SpecCatalogue.blocks.map(\.name)) == Set(BlockCatalogue.all.map { $0.kind }))
    for block in BlockCatalogue.all {
      let part = SpecCatalogue.blocks.first { $0.name == block.kind }
      #expect(part?.shortField == block.shortField, "\(block.kind)")
    }
  }

  private func problems(_ place: Place, fields: String) -> [Diagnostic] {
    let text = place.text.replacing("§", with: fields)
    if Self.reportPlaces.contains(where: { $0.part == place.part }) {
      do throws(RunFailure) {
        _ = try ReportReader.read(text, file: "test.yaml")
        return []
      } catch {
        return error.diagnostics
      }
    }
    let problems = Problems()
    if let node = SpecReader.read(text, file: "test.yaml", problems: problems) {
      if place.text.hasPrefix("-") {
        _ = ReportBlock.read(list: node, problems: problems)
      } else {
        _ = QuerySet(
          reading: node.entries("queries", problems: problems) ?? [], problems: problems)
      }
    }
    return problems.all
  }
}
