import Cairo
import Charts
import Drawing
import Fitness
import Synchronization
import TestSupport
import Testing

/// Holds every chart that a specimen draws against the fitness gate, so that no specimen can be
/// forgotten: once at each of some widths, measured without fonts and by Pango.
enum SpecimenGate {
  /// From half a page over a page to wide.
  static let widths = [240.0, 300, 365, 440, 507, 720]

  private static let pango = PangoMeasuring()
  private static let seen = Mutex<Set<String>>([])

  /// Records an issue for each finding; a specimen that was held against the gate before is not
  /// again.
  static func hold(
    _ specimen: ChartSpecimen, draw: (Double, any TextMeasuring) throws -> Scene
  ) rethrows {
    guard seen.withLock({ $0.insert("\(specimen.width) \(specimen.yaml)").inserted }) else {
      return
    }
    for width in Set(widths + [specimen.width]).sorted() {
      for measuring in [FixedMeasuring(), pango] as [any TextMeasuring] {
        let scene = try draw(width, measuring)
        let findings = FitnessGate(theme: .standard, measuring: measuring).findings(in: scene)
          .filter { !isAboutFonts($0) }
        guard !findings.isEmpty else { continue }
        let told = findings.prefix(8).map { "\n  \($0.rule): \($0)" }.joined()
        let fonts = measuring is PangoMeasuring ? "Pango" : "fixed"
        Issue.record(
          "'\(specimen.name)' at \(width) pt (\(fonts)): \(findings.count) findings\(told)")
      }
    }
  }

  /// Which pictograms and ideographs a machine's fonts have is not the chart's doing: the fonts that
  /// scripts/set-up installs have neither.
  private static func isAboutFonts(_ finding: Finding) -> Bool {
    finding.rule == "missing-glyph"
      && (finding.fault.contains("U+1F") || finding.fault.contains(/U\+[4-9][0-9A-F]{3}\b/))
  }
}
