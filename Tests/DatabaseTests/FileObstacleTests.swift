import Database
import Testing

@Suite struct FileObstacleTests {
  @Test(
    arguments: [
      ("/tmp", "it is a folder"), ("/dev/null", "it is not a file"),
      ("/nowhere/at/all", "there is no such file"),
      (
        "dev/null",
        "there is no such file here; the path from the root, '/dev/null', takes a fourth slash"
      ),
    ] as [(String, String?)])
  func whyAFileCannotBeReadIsSaid(_ path: String, _ reason: String?) {
    #expect(FileObstacle.toReading(file: path) == reason)
  }

  @Test func aFolderIsFoundOrTheSlashThatLacksIsNamed() {
    #expect(FileObstacle.toReading(folder: "/tmp") == nil)
    #expect(
      FileObstacle.toReading(folder: "dev/shm")
        == "there is no such folder here; the path from the root, '/dev/shm', takes a fourth slash")
  }
}
