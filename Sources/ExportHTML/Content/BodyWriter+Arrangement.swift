import Markup
import Pages

extension BodyWriter {
  /// Writes a block with its anchor.
  mutating func writeBlock(_ id: String, _ contents: [Content]) {
    element("div", ["class": "block", "id": claim(id)]) { writer in
      writer.out.endLine()
      writer.write(contents)
    }
  }

  /// Writes contents side by side; a narrow window has them one below the other.
  mutating func write(columns: [(share: Double, content: [Content])]) {
    let tracks = columns.map { column in
      "minmax(0,\((column.share.isFinite && column.share > 0 ? column.share : 1).css)fr)"
    }
    let style = "--columns:" + tracks.joined(separator: " ")
    element("div", ["class": "columns", "style": style]) { writer in
      let depth = writer.depth
      for column in columns {
        writer.depth = depth
        writer.element("div") { $0.write(column.content) }
        writer.out.endLine()
      }
    }
  }

  /// Writes alternatives as tabs that need no script: a group of radio buttons, each followed by
  /// its label and its panel, of which the style shows the one that is chosen.
  ///
  /// Arrow keys move between them; on paper they stand one after another under their labels.
  mutating func writeChoice(_ id: String, _ options: [(label: String, content: [Content])]) {
    let name = claim("choice-" + id) ?? nextName()
    // No fieldset: in one, Chromium under load leaves charts whose width a container query asks for
    // without boxes, one page in a hundred.
    element("div", ["class": "choice", "id": name, "role": "group", "aria-label": "Choose a view"])
    {
      writer in
      let depth = writer.depth
      for (index, option) in options.enumerated() {
        writer.depth = depth
        writer.writeOption(option, name: name, index: index)
      }
    }
  }

  private mutating func writeOption(
    _ option: (label: String, content: [Content]), name: String, index: Int
  ) {
    let id = "\(name)-\(index + 1)"
    void(
      "input",
      ["type": "radio", "name": name, "id": id, "checked": index == 0 ? "checked" : nil])
    element("label", ["for": id], text: option.label)
    element("div", ["class": "panel"]) { writer in
      writer.out.endLine()
      writer.write(option.content)
    }
    out.endLine()
  }
}
