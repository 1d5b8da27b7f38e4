import Drawing
import Fitness
import TestSupport

/// What the fitness gate says about a drawing measured without fonts, by what tests ask for.
struct SceneFindings {
  /// Every finding.
  let all: [Finding]
  /// The paint of each entry of the legend, by its words.
  let legendPaints: [String: Paint]
  /// All words, in the order of drawing.
  let texts: [String]

  init(_ scene: Scene) {
    all = FitnessGate(theme: .standard, measuring: FixedMeasuring()).findings(in: scene)
    legendPaints = SceneFindings.legendPaints(scene.elements)
    texts = SceneFindings.texts(scene.elements)
  }

  /// Texts that reach over an edge.
  var outside: [String] { all.filter { $0.rule == "words-inside" }.map(\.description) }

  /// Texts that lie on other texts.
  var overlapping: [String] { all.filter { $0.rule == "words-overlap" }.map(\.description) }

  private static func texts(_ elements: [SceneElement]) -> [String] {
    elements.flatMap { element -> [String] in
      switch element {
      case .text(let run, _, _, _): [run.text]
      case .group(let group): texts(group.elements)
      default: []
      }
    }
  }

  private static func legendPaints(_ elements: [SceneElement]) -> [String: Paint] {
    var found: [String: Paint] = [:]
    for case .group(let group) in elements {
      guard group.role == "legend" else {
        found.merge(legendPaints(group.elements)) { $1 }
        continue
      }
      var sample: Paint?
      for element in group.elements {
        switch element {
        case .text(let run, _, _, _):
          if let paint = sample { found[run.text] = paint }
        case .dots(_, _, _, let paint), .mask(_, _, let paint): sample = paint
        case .path(_, let fill, let stroke): sample = fill ?? stroke?.paint
        case .group: break
        }
      }
    }
    return found
  }
}
