import Delivery
import Testing

@Suite struct OutputFolderTests {
  private func scratch(_ name: String) -> String {
    let path = "/tmp/broadsheet-delivery-tests/\(name)"
    Files.remove(path)
    return path
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Files.read(path), as: UTF8.self)
  }

  @Test func aReportReplacesTheOneBeforeWhole() throws {
    let path = scratch("replace")
    let folder = OutputFolder(path)
    try folder.publish([("report.html", Array("old".utf8)), ("gone.txt", [1])], as: "a/b")
    try folder.publish([("report.html", Array("new".utf8)), ("charts/x.png", [2])], as: "a/b")
    #expect(try text("\(path)/a/b/report.html") == "new")
    #expect(Files.names(in: "\(path)/a/b") == ["charts", "report.html"])
    #expect(Files.names(in: path) == ["a"])
  }

  @Test func aReportDoesNotTouchItsNeighbours() throws {
    let path = scratch("neighbours")
    let folder = OutputFolder(path)
    try folder.publish([("report.html", [1])], as: "a/b")
    try folder.publish([("report.html", [2])], as: "a/c")
    #expect(try Files.read("\(path)/a/b/report.html") == [1])
    #expect(try Files.read("\(path)/a/c/report.html") == [2])
  }

  @Test func aFolderThatAKilledRunLeftIsRemoved() throws {
    let path = scratch("abandoned")
    try Files.makeFolder("\(path)/.broadsheet-1-abc/report")
    try Files.makeFolder("\(path)/kept")
    OutputFolder(path).removeAbandoned()
    #expect(Files.names(in: path) == ["kept"])
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let path = scratch("file")
    try Files.makeFolder(Files.folder(of: path))
    try Files.write([1], to: path)
    let error = #expect(throws: DeliveryError.self) {
      try OutputFolder(path).publish([("a", [1])], as: "b")
    }
    #expect(error?.message.hasPrefix("cannot write '\(path)") == true)
  }
}

@Suite struct FolderNameTests {
  @Test(arguments: [
    ("F-N", "F-N"), ("a/b", "a_b"), ("../../etc", "_._.._etc"),
    (".hidden", "_hidden"), ("", "_"), ("Zürich 1", "Zürich_1"), ("a\u{0}b\n", "a_b_"),
  ])
  func aNameCannotLeaveItsFolder(_ text: String, _ name: String) {
    #expect(FolderName.encoded(text) == name)
  }

  @Test func longNamesStayApart() {
    let a = FolderName.encoded(String(repeating: "x", count: 300) + "a")
    let b = FolderName.encoded(String(repeating: "x", count: 300) + "b")
    #expect(a != b)
    #expect(a.utf8.count <= 120)
  }
}

@Suite struct DigestTests {
  /// FIPS 180-2, appendix B.1.
  @Test func digestIsSHA256() {
    #expect(
      Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
