import ExportHTML
import Foundation
import ReportFixture
import TestSupport
import Testing

/// Whether headless Chromium is there to look with; `make test` installs it.
private let hasBrowser =
  (try? run("sh", ["-c", "command -v chromium || command -v google-chrome"]).status) == 0

@Suite struct BrowserTests {
  @Test(.enabled(if: hasBrowser, "Chromium is not installed"))
  func reportKeepsItsPromisesInABrowser() throws {
    try withTemporaryFolder { folder in
      var paths: [String] = []
      let texts = SampleReport.hostileTexts.filter {
        ["html", "attribute", "long"].contains($0.name)
      }
      let hostile = texts.map { ($0.name, SampleReport.document(everywhere: $0.text)) }
      let own = [
        ("sample", SampleReport.document(points: 500)), ("twice", SampleReport.drawnTwice),
      ]
      for (name, document) in own + hostile {
        let file = folder.appending(path: name + ".html")
        try Data(HTMLExporter().html(of: document).utf8).write(to: file)
        paths.append(file.path)
      }
      let result = try check(paths)
      #expect(result.text == "")
      #expect(result.status == 0, "\(result.errorText)")
    }
  }

  @Test(.enabled(if: hasBrowser, "Chromium is not installed"))
  func brokenPromisesAreSeen() throws {
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "bad.html")
      let page = """
        <!doctype html><title>x</title><h1 style="color:#999">faint</h1><h3>skips</h3>
        <img src="http://127.0.0.1:9/x.png"><div style="width:3000px">wide</div>
        <script>console.error("loud")</script><a href="#nowhere">go</a>
        """
      try Data(page.utf8).write(to: file)
      let result = try check([file.path])
      #expect(result.status == 1)
      for fault in [
        "request: http://127.0.0.1:9/x.png", "loud", "3008 px", "contrast 2.8", "skips",
        "'#nowhere'", "picture without words",
      ] {
        #expect(result.text.contains(fault), "\(fault)")
      }
    }
  }

  private func check(_ paths: [String]) throws -> CommandResult {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../scripts/check-html")
    let options = CommandOptions(timeOut: 300)
    return try run("python3", [script.standardizedFileURL.path] + paths, options: options)
  }
}
