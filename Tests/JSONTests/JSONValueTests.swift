import JSON
import Testing

@Suite
struct JSONValueTests {
  @Test func keysKeepTheirOrder() {
    let value: JSONValue = ["z": 1, "a": 2]
    #expect(value.line() == #"{"z": 1, "a": 2}"#)
    #expect(value != ["a": 2, "z": 1])
  }

  @Test func findsByKeyAndIndex() {
    let value: JSONValue = ["rows": [["n": 1]]]
    #expect(value["rows"]?[0]?["n"] == 1)
    #expect(value["rows"]?[1] == nil)
    #expect(value["columns"] == nil)
    #expect(value[0] == nil)
  }

  @Test func absentNumbersAndTextsAreNull() {
    #expect(JSONValue.number(nil) == .null)
    #expect(JSONValue.string(nil) == .null)
    #expect(JSONValue.count(3) == 3)
  }
}
