import Diagnostics
import Testing

@Suite
struct NearestNameTests {
  static let columns = ["userid", "age", "weight", "height", "risk", "cholestlevs"]

  static let misspelt: [(String, String?)] = [
    ("wieght", "weight"), ("wheight", "weight"), ("cholesterols", "cholestlevs"),
    ("cholestlevels", "cholestlevs"),
    ("ag", "age"), ("AGE", "age"), ("rsk", "risk"), ("user_id", "userid"), ("price", nil),
    ("", nil),
    ("x", nil),
  ]

  @Test(arguments: misspelt)
  func findsTheMisspeltName(_ name: String, _ nearest: String?) {
    #expect(nearestName(to: name, in: Self.columns) == nearest)
  }

  @Test func equallyNearNamesAreTakenByAlphabet() {
    #expect(nearestName(to: "abx", in: ["abz", "aby"]) == "aby")
  }

  static let otherTools: [(String, [String], String?)] = [
    ("scatter", ["line", "point"], "point"), ("hue", ["color", "shape"], "color"),
    ("lm", ["linear", "loess"], "linear"), ("fill", ["true", "normalize"], "normalize"),
    ("fill", ["color", "opacity"], "color"), ("alpha", ["opacity"], "opacity"),
    ("GEOM", ["mark"], "mark"), ("wieght", ["weight"], "weight"), ("hue", ["weight"], nil),
  ]

  @Test(arguments: otherTools)
  func wordsOfOtherToolsAreKnown(_ name: String, _ known: [String], _ meant: String?) {
    #expect(meantName(by: name, in: known) == meant)
  }

  @Test func wordsWithoutANameHereLeadToWhatIsMeant() {
    let keys = ["mark", "label", "x"]
    #expect(hints(forUnknown: "x_label", among: keys)[0].contains("x: { value: …, label: … }"))
    #expect(hints(forUnknown: "sort", among: keys)[0].contains("sort: -value"))
    #expect(hints(forUnknown: "pie", among: ["bar", "line"])[0].contains("stack: normalize"))
    #expect(hints(forUnknown: "sort", among: ["order_by"]) == ["did you mean 'order_by'?"])
  }

  @Test func hintsListWhatIsKnownWhereNothingIsNear() {
    #expect(hints(forUnknown: "wieght", among: Self.columns) == ["did you mean 'weight'?"])
    #expect(hints(forUnknown: "price", among: ["a", "b"]) == ["known: a, b"])
    #expect(
      hints(forUnknown: "price", among: ["a", "b", "c"], listing: 1) == ["known: a, and 2 more"])
    #expect(hints(forUnknown: "price", among: []) == [])
  }
}
