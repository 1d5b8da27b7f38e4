import Diagnostics
import Testing

@Suite
struct ProblemsTests {
  private func place(_ line: Int, _ column: Int, file: String = "a.yaml") -> SourcePlace {
    SourcePlace(file: file, line: line, column: column)
  }

  @Test func tellsInTheOrderOfTheFile() {
    let problems = Problems()
    problems.error("last", at: place(9, 1))
    problems.error("second", at: place(2, 7))
    problems.warning("first", at: place(2, 3))
    problems.error("other file", at: place(1, 1, file: "b.yaml"))
    problems.error("second too", at: place(2, 7))
    problems.error("nowhere", at: nil)
    #expect(
      problems.sorted.map(\.message)
        == ["nowhere", "first", "second", "second too", "last", "other file"])
  }

  @Test func tellsTheSameOnce() {
    let problems = Problems()
    problems.error("x", at: place(1, 1))
    problems.error("x", at: place(1, 1))
    problems.error("x", at: place(1, 2))
    #expect(problems.all.count == 2)
  }

  @Test func warningsAreNoErrors() {
    let problems = Problems()
    problems.warning("x", at: nil)
    #expect(!problems.hasErrors)
    problems.error("y", at: nil)
    #expect(problems.hasErrors)
  }
}
