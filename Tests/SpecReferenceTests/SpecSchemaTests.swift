import Foundation
import JSON
import SpecReference
import TestSupport
import Testing

@Suite
struct SpecSchemaTests {
  @Test func everyReferenceLeadsSomewhere() throws {
    let text = SpecSchema.json.line()
    let known = Set(
      SpecCatalogue.others.map(\.name) + SpecCatalogue.blocks.map { "block_\($0.name)" } + ["block"]
    )
    let named = text.matches(of: /#\/\$defs\/(\w+)/).map { String($0.1) }
    #expect(Set(named) == known)
  }

  @Test func partsAndFieldsHaveOneNameEach() {
    let names = SpecCatalogue.all.map(\.name)
    #expect(Set(names).count == names.count)
    for part in SpecCatalogue.all {
      let keys = part.fields.map(\.key)
      #expect(Set(keys).count == keys.count, "\(part.name)")
      #expect(part.shortField.map(keys.contains) ?? true, "\(part.name)")
    }
  }

  @Test func sentencesReadAsSuch() {
    for part in SpecCatalogue.all {
      #expect(part.sentence.hasSuffix("."), "\(part.name)")
      for field in part.fields {
        #expect(!field.sentence.hasSuffix("."), "\(part.name).\(field.key)")
        #expect(!field.sentence.isEmpty && field.sentence.count <= 140, "\(part.name).\(field.key)")
      }
    }
  }

  @Test func theSchemaIsAsPinned() {
    Golden.check(SpecSchema.json.text() + "\n", named: "spec-schema", extension: "json")
  }
}
