import Foundation
import Testing

@testable import TestSupport

@Suite
struct GoldenTests {
  @Test func aDifferenceIsToldByItsLines() {
    let old = (1...9).map { "line \($0)" }.joined(separator: "\n")
    let told = Golden.difference(
      expected: old, received: old.replacing("line 5", with: "line five\nand more"))
    #expect(
      told == """
        first difference at line 5
            line 3
            line 4
          - line 5
          + line five
          + and more
        """)
  }

  @Test func aDifferenceFailsAndLeavesTheNewFileBesideTheOld() throws {
    try withTemporaryFolder { folder in
      let test = folder.appending(path: "SomeTests.swift").path()
      let received = folder.appending(path: "Golden/page.received.txt")
      withKnownIssue { Golden.check("old", named: "page", file: test, renewing: false) }
      Golden.check("old", named: "page", file: test, renewing: true)
      withKnownIssue { Golden.check("new", named: "page", file: test, renewing: false) }
      let left = try String(contentsOf: received, encoding: .utf8)
      #expect(left == "new")
      Golden.check("old", named: "page", file: test, renewing: false)
      #expect(!FileManager.default.fileExists(atPath: received.path()))
    }
  }
}
