import Diagnostics
import Testing

@Suite
struct SourceTextTests {
  static let line = "  where: größe > :min"
  let text = SourceText(
    "größe > :min", at: SourcePlace(file: "a.yaml", line: 3, column: 10, lineText: line))

  @Test func placesAreCountedInCharacters() {
    // 'größe' is 7 bytes and 5 characters.
    let place = text.place(of: 8..<9)
    #expect((place.line, place.column, place.length) == (3, 16, 1))
    #expect(text.place(of: 0..<7).length == 5)
  }

  @Test func aRangeStaysInItsLine() {
    let place = text.place(of: 10..<900)
    #expect((place.column, place.length) == (18, 4))
    #expect(text.place(of: 900..<901).column == 22)
  }

  @Test func aSliceKeepsItsPlaces() {
    let slice = text.slice(10..<14)
    #expect(slice.text == ":min")
    #expect(slice.place.column == 18)
    #expect(slice.place(of: 1..<4).column == 19)
  }

  @Test func stretchesOnOtherLinesHaveTheirOwnPlaces() {
    func stretch(_ offset: Int, _ line: Int) -> SourceText.Stretch {
      let place = SourcePlace(file: "a.yaml", line: line, column: 5, lineText: "    abc")
      return SourceText.Stretch(offset: offset, place: place)
    }
    let folded = SourceText("abc abc", stretches: [stretch(0, 1), stretch(4, 2)])
    #expect(folded.place(of: 5..<6).line == 2)
    #expect(folded.place(of: 5..<6).column == 6)
    let slice = folded.slice(2..<7)
    #expect(slice.place(of: 0..<1).column == 7)
    #expect(slice.place(of: 2..<3).line == 2)
  }
}
