import Drawing

extension Scene {
  /// All texts of the drawing, in the order in which they are painted.
  var writtenWords: [String] { elements.flatMap(\.writtenWords) }
}

extension Scene {
  /// The words of the legend, in order.
  var legendWords: [String] {
    elements.flatMap { element -> [String] in
      guard case .group(let group) = element, group.role == "legend" else { return [] }
      return group.elements.compactMap { element in
        if case .text(let run, _, _, _) = element { run.text } else { nil }
      }
    }
  }
}

extension SceneElement {
  fileprivate var writtenWords: [String] {
    switch self {
    case .group(let group): group.elements.flatMap(\.writtenWords)
    case .text(let run, _, _, _): [run.text]
    default: []
    }
  }
}
