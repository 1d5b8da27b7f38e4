import Demo
import Foundation
import TestSupport
import Testing

@Suite struct FreshFileTests {
  private let data = DemoData(users: 3, readings: 5, seed: 1)

  @Test func fileOfTheSameNameIsReplacedWithItsJournals() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "demo.db").path
      for suffix in ["", "-wal", "-journal"] {
        try Data("old".utf8).write(to: URL(filePath: path + suffix))
      }
      try data.write(to: path)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["demo.db"])
    }
  }

  @Test func folderThatIsMissingIsTold() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "none/demo.db").path
      let error = #expect(throws: DemoError.self) { try data.write(to: path) }
      guard case .cannotWrite(_, let reason) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason == "unable to open database file")
    }
  }

  @Test func failedWriteLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "taken").path
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(throws: DemoError.cannotWrite(path: path, reason: "Is a directory")) {
        try data.write(to: path)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
    }
  }

  @Test func readingsNeedAUser() throws {
    #expect(throws: DemoError.readingsWithoutUsers) {
      try DemoData(users: 0, readings: 1, seed: 1).write(to: "/nowhere/demo.db")
    }
  }
}
