import Foundation
import TestSupport
import Testing

@Suite
struct CommandRunTests {
  @Test func bringsBackOutputErrorsAndStatus() throws {
    var options = CommandOptions(environment: ["WORD": "ink"])
    options.input = Data("paper".utf8)
    let result = try run("sh", ["-c", "cat; echo $WORD >&2; exit 3"], options: options)
    #expect(result.text == "paper")
    #expect(result.errorText == "ink\n")
    #expect(result.status == 3)
  }

  @Test func muchOutputDoesNotBlock() throws {
    let result = try run("head", ["-c", "3000000", "/dev/zero"])
    #expect(result.output.count == 3_000_000)
  }

  @Test func aSlowProgramIsKilled() {
    #expect(throws: CommandError.self) {
      try run("sleep", ["30"], options: CommandOptions(timeOut: 0.05))
    }
  }
}
