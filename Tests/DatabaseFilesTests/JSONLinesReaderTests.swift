import Database
import DatabaseFiles
import TestSupport
import Testing

@Suite struct JSONLinesReaderTests {
  @Test(arguments: [
    (#"{"a":1,"b":"x"}"#, ["1|x"]),
    ("{\"a\":1}\n\n  \r\n{\"b\":2,\"a\":null}\n", ["1|null", "null|2"]),
    (#" { "a" : [1, {"b": "}"}] , "b" : {} } "#, [#"[1, {"b": "}"}]|{}"#]),
    (#"{"a":"\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00","b":""}"#, ["\"\\/\u{8}\u{C}\n\r\té😀|"]),
    (#"{"a":-0.5e-3,"b":12345678901234}"#, ["-0.0005|12345678901234"]),
    (#"{"a":true,"b":"true"}"#, ["true|true"]),
    ("{\"a\":NaN,\"b\":1}\n{\"a\":1.5,\"b\":2}", ["null|1", "1.5|2"]),
    (#"{"\u0061":1,"a b":2}"#, ["1|2"]),
    ("{\"a\":1,\"b\":\"x\"}\n{\"a\":\"2\",\"b\":false}", ["1|x", "2|false"]),
  ])
  func rowsAreReadAsTheyAreMeant(_ text: String, _ rows: [String]) async throws {
    let fixture = try FolderFixture(["t.jsonl": text])
    #expect(try await fixture.fetch("SELECT * FROM t").lines == rows)
  }

  @Test(arguments: [
    ("[1]", "line 1, column 1: found '[1]', expected an object, '{…}', on each line"),
    ("{\"a\":1}\n{\"a\":}", "line 2, column 6: found '}', expected a value"),
    (#"{"ü":1,}"#, #"line 1, column 8: found '}', expected a key in double quotes"#),
    (#"{"a" 1}"#, "line 1, column 6: found '1}', expected ':' after the key"),
    (#"{"a":1 "b":2}"#, #"line 1, column 8: found '"b":2}', expected ',' or '}'"#),
    (#"{"a":1} x"#, "line 1, column 9: found 'x', expected the end of the line after the object"),
    (
      #"{"a":"x"#,
      "line 1, column 8: found the end of the line, expected '\"' at the end of the string"
    ),
    (#"{"a":01}"#, "line 1, column 7: found '1}', expected no digit after a leading zero"),
    (#"{"a":1.}"#, "line 1, column 8: found '}', expected a digit after the point"),
    (#"{"a":tru}"#, "line 1, column 6: found 'tru}', expected a value"),
    (#"{"a":1,"a":2}"#, "line 1, column 8: key 'a' comes twice"),
    (#"{"a":1,"A":2}"#, "line 1, column 8: columns 'a' and 'A' differ in capitals only"),
    (#"{"":1}"#, "line 1, column 2: a key has no name"),
    (
      #"{"a":"\ud83d"}"#,
      #"line 1, column 7: found '\ud83d"}', expected an escape such as '\n', '\"' or '\u00e9'"#
    ),
    (
      #"{"a":"\u0000"}"#,
      #"line 1, column 7: found '\u0000"}', expected an escape such as '\n', '\"' or '\u00e9'"#
    ),
    (
      "{\"a\":\"\t\"}",
      "line 1, column 7: found '·\"}', expected no control character in a string; write it as '\\u00…'"
    ),
    ("{\n\"a\":1}", "line 1, column 2: found the end of the line, expected a key in double quotes"),
  ])
  func faultIsToldAtItsPlace(_ text: String, _ message: String) async throws {
    let fixture = try FolderFixture(["t.ndjson": text])
    #expect(try await fixture.fault("t") == "'t.ndjson', " + message)
  }

  @Test func nestingHasALimit() async throws {
    let deep = String(repeating: "[", count: 100_000)
    let fixture = try FolderFixture(["t.jsonl": "{\"a\":\(deep)"])
    #expect(
      try await fixture.fault("t")?.contains("expected at most 128 objects and arrays") == true)
  }

  @Test func emptyFileHasNoColumns() async throws {
    let fixture = try FolderFixture(["t.jsonl": ""])
    #expect(
      try await fixture.fault("t")
        == "'t.jsonl': the file has no objects, so that it has no columns")
  }
}
