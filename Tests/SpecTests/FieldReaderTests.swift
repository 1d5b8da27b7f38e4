import Diagnostics
import Spec
import Testing

@Suite struct FieldReaderTests {
  enum Fruit: String, CaseIterable { case apple, pear, plum }

  private func read(_ yaml: String, _ body: (FieldReader) -> Void) -> [String] {
    let problems = Problems()
    guard let node = SpecReader.read(yaml, file: "a.yaml", problems: problems) else {
      return problems.sorted.map(\.description)
    }
    let reader = FieldReader(node, subject: "a basket", problems: problems)
    body(reader)
    reader.finish()
    return problems.sorted.map(\.description)
  }

  @Test func allFaultsAreToldAtOnceAtTheirPlaces() {
    let told = read("count: many\nfruit: aple\ncolour: red\nripe: 1\n") { reader in
      #expect(reader.integer("count") == nil)
      #expect(reader.choice("fruit", of: Fruit.self) == nil)
      #expect(reader.string("color") == nil)
      #expect(reader.boolean("ripe") == nil)
    }
    #expect(
      told == [
        """
        a.yaml:1:8: error: 'count' of a basket must be a whole number, found 'many'
          1 | count: many
            |        ^~~~
        """,
        """
        a.yaml:2:8: error: 'fruit' of a basket cannot be 'aple', expected apple, pear or plum
          2 | fruit: aple
            |        ^~~~
          hint: did you mean 'apple'?
        """,
        """
        a.yaml:3:1: error: a basket has no key 'colour'
          3 | colour: red
            | ^~~~~~
          hint: did you mean 'color'?
        """,
        """
        a.yaml:4:7: error: 'ripe' of a basket must be true or false, found '1'
          4 | ripe: 1
            |       ^
        """,
      ])
  }

  @Test func aQuotedNumberIsText() {
    let told = read("count: '12'\n") { #expect($0.integer("count") == nil) }
    #expect(told.count == 1)
    let asText = read("count: '12'\n") { #expect($0.string("count") == "12") }
    #expect(asText.isEmpty)
  }

  @Test func aRangeIsToldInTheMessage() {
    let told = read("count: 12\n") { #expect($0.integer("count", in: 1...9) == nil) }
    #expect(told.first?.contains("a whole number from 1 to 9, found '12'") == true)
  }

  @Test func aMissingFieldIsToldWithTheSubject() {
    let told = read("a: 1\n") { reader in
      #expect(reader.required("b") == nil)
      #expect(reader.integer("a") == 1)
    }
    #expect(told.first?.contains("a basket needs 'b'") == true)
  }

  @Test func aScalarWhereAMappingBelongsIsAnError() {
    let told = read("just text\n") { _ in }
    #expect(
      told.first?.contains("a basket must be a mapping (`key: value`), found 'just text'") == true)
  }

  @Test func aSingleValueCountsAsAListWhereAllowed() {
    let told = read("a: x\nb: [x, y]\nc: x\n") { reader in
      #expect(reader.list("a", orSingle: true)?.count == 1)
      #expect(reader.list("b")?.count == 2)
      #expect(reader.list("c") == nil)
    }
    #expect(told.count == 1)
  }
}
