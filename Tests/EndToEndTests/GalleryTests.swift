import Foundation
import TestSupport
import Testing

/// `docs/gallery.md`: every mark with its spec beside the picture that the product makes of it.
///
/// The page and its pictures are made from `examples/gallery.yaml`; `UPDATE_GOLDEN=1` makes them
/// anew from the demo data.
@Suite struct GalleryTests {
  private static let page = Product.root.appending(path: "docs/gallery.md")
  private static let pictures = Product.root.appending(path: "docs/pictures/gallery")
  private static let spec = Product.root.appending(path: "examples/gallery.yaml")

  @Test func thePageShowsTheSpecAsItIs() throws {
    let gallery = try GallerySpec(String(contentsOf: Self.spec, encoding: .utf8))
    #expect(Set(gallery.blocks.map(\.id)).count == gallery.blocks.count)
    if Golden.isRenewing {
      try drawAnew(gallery)
      try Data(gallery.page.utf8).write(to: Self.page)
    }
    #expect(
      try String(contentsOf: Self.page, encoding: .utf8) == gallery.page,
      "UPDATE_GOLDEN=1 makes the gallery anew")
  }

  @Test func thereIsOnePictureABlock() throws {
    let gallery = try GallerySpec(String(contentsOf: Self.spec, encoding: .utf8))
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.pictures.path)
    #expect(Set(names) == Set(gallery.blocks.map { "\($0.id).png" }))
  }

  @Test func everyMarkIsShown() throws {
    let gallery = try GallerySpec(String(contentsOf: Self.spec, encoding: .utf8))
    let shown = Set(
      gallery.blocks.flatMap { block in
        block.yaml.matches(of: /mark: (\w+)/).map { String($0.1) }
      })
    let schema = try Product.run(["schema"])
    let json = try #require(
      try JSONSerialization.jsonObject(with: schema.output) as? [String: Any])
    let parts = try #require(json["$defs"] as? [String: Any])
    let layer = try #require((parts["layer"] as? [String: Any])?["properties"] as? [String: Any])
    let marks = try #require((layer["mark"] as? [String: Any])?["enum"] as? [String])
    #expect(marks.count >= 10)
    #expect(Set(marks).subtracting(shown) == [])
  }

  @Test func theGalleryIsDrawnFromTheDemoData() throws {
    try withTemporaryFolder { out in
      let made = try Self.draw(
        out, "--users", "400", "--readings", "12000", format: "html,pdf,png,json")
      #expect(made.status == 0, "\(made.errorText)")
      let report = out.appending(path: "gallery")
      let html = try run(
        "scripts/check-html", [report.appending(path: "report.html").path],
        options: CommandOptions(folder: Product.root, timeOut: 120))
      #expect(html.status == 0, "\(html.text)\(html.errorText)")
    }
  }

  /// Writes demo data and the gallery's report into a folder.
  private static func draw(_ out: URL, _ size: String..., format: String) throws -> CommandResult {
    let demo = try Product.run(["demo", "--data-only", "--out", out.path] + size)
    guard demo.status == 0 else { return demo }
    return try Product.run(
      ["run", "examples/gallery.yaml", "--out", out.path, "--date", "2026-03-31"]
        + ["--format", format],
      environment: ["DATABASE_URL": "sqlite:///\(out.path)/demo.db"])
  }

  private func drawAnew(_ gallery: GallerySpec) throws {
    try withTemporaryFolder { out in
      let made = try Self.draw(out, format: "png")
      #expect(made.status == 0, "\(made.errorText)")
      let files = FileManager.default
      try? files.removeItem(at: Self.pictures)
      try files.createDirectory(at: Self.pictures, withIntermediateDirectories: true)
      let charts = out.appending(path: "gallery/charts")
      let names = try files.contentsOfDirectory(atPath: charts.path).sorted()
      for block in gallery.blocks {
        // A block of several charts shows its first.
        let name = names.first { $0 == "\(block.id).png" || $0.hasPrefix("\(block.id)-") }
        try files.copyItem(
          at: charts.appending(path: name ?? "\(block.id).png"),
          to: Self.pictures.appending(path: "\(block.id).png"))
      }
    }
  }
}

/// The gallery's spec as text: its headings and blocks.
private struct GallerySpec {
  /// One block: its name, title and text in the spec.
  struct Block {
    let id: String
    let title: String
    let yaml: String
    let heading: String
  }

  let blocks: [Block]

  init(_ text: String) throws {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var heading = ""
    var blocks: [Block] = []
    for (index, line) in lines.enumerated() {
      if let match = line.firstMatch(of: /^ *- heading: (.+)$/) { heading = String(match.1) }
      guard let match = line.firstMatch(of: /^([ -]*)(\w+):$/), let dash = match.1.last,
        dash == " ", match.1.contains("-"), lines.indices.contains(index + 1),
        let name = lines[index + 1].firstMatch(of: /^ +id: ([\w-]+)$/)
      else { continue }
      let column = match.1.count
      let body = lines[(index + 1)...].prefix { $0.isEmpty || GallerySpec.indent($0) > column }
      let shift = GallerySpec.indent(lines[index + 1]) - 4
      // The name only serves the gallery itself.
      let shown = body.dropFirst().map { String($0.dropFirst(shift)) }
      let title = body.compactMap { $0.firstMatch(of: /^ +title: (.+)$/).map { String($0.1) } }
      let yaml = (["- \(match.2):"] + shown).joined(separator: "\n")
      blocks.append(
        Block(
          id: String(name.1), title: title.first?.trimmed ?? String(name.1), yaml: yaml.trimmed,
          heading: heading))
    }
    self.blocks = blocks
  }

  private static func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }

  /// The page.
  var page: String {
    var parts = [
      """
      # Gallery

      Every mark, drawn from the demo data by `broadsheet run examples/gallery.yaml`, with its spec. The queries are in
      [examples/gallery.yaml](../examples/gallery.yaml); all fields are in [report-spec.md](report-spec.md).
      """
    ]
    var heading = ""
    for block in blocks {
      if block.heading != heading {
        heading = block.heading
        parts.append("## \(heading)")
      }
      parts.append(
        """
        <table><tr><td width="50%">

        ![\(block.title)](pictures/gallery/\(block.id).png)

        </td><td>

        ```yaml
        \(block.yaml)
        ```

        </td></tr></table>
        """)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

extension String {
  /// Without white space and quotation marks at its ends.
  fileprivate var trimmed: String {
    trimmingCharacters(in: CharacterSet.whitespacesAndNewlines.union(["\"", "'"]))
  }
}
