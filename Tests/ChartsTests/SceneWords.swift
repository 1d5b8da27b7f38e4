import Drawing

extension Scene {
  /// All texts of the drawing, in the order in which they are painted.
  var writtenWords: [String] { elements.flatMap(\.writtenWords) }
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
