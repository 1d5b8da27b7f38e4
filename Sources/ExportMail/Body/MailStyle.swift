import Drawing

/// The styles of a mail's parts, written into each element: mail programs read no style sheet.
struct MailStyle: Hashable, Sendable {
  let theme: Theme

  /// The width of pictures and text.
  static let width = 576

  private var sans: String { "font-family:" + MailStyle.list(theme.sans) + ",Arial,sans-serif" }
  private var serif: String { "font-family:" + MailStyle.list(theme.serif) + ",Georgia,serif" }

  var body: String { "background:\(theme.paper.light.hex);color:\(theme.ink.light.hex)" }
  var text: String {
    "\(sans);font-size:14px;line-height:21px;color:\(theme.ink.light.hex);text-align:left"
  }
  var running: String {
    "padding:0 0 6px;border-bottom:3px solid \(theme.ink.light.hex);font-size:11px;"
      + "line-height:14px;color:\(theme.quiet.light.hex)"
  }
  var title: String { "margin:16px 0 4px;\(serif);font-size:28px;line-height:33px;font-weight:600" }
  var standfirst: String {
    "margin:0 0 8px;\(serif);font-size:16px;line-height:23px;color:\(theme.grey.light.hex)"
  }
  var blockTitle: String { "margin:24px 0 0;font-size:15px;line-height:20px;font-weight:600" }
  var subtitle: String { grey("margin:2px 0 8px;font-size:13px;line-height:18px") }
  var paragraph: String { "margin:8px 0" }
  var caption: String { grey("margin:8px 0") }
  var note: String {
    "margin:6px 0 0;font-size:12px;line-height:17px;color:\(theme.quiet.light.hex)"
  }
  var quote: String {
    grey("margin:8px 0;padding:0 0 0 12px;border-left:3px solid \(theme.rule.light.hex)")
  }
  var code: String {
    "margin:8px 0;padding:8px 12px;background:\(theme.raised.light.hex);"
      + "font:12px/18px monospace;white-space:pre-wrap"
  }
  var rule: String { "margin:20px 0;border:0;border-top:1px solid \(theme.rule.light.hex)" }
  var link: String { "color:\(theme.legible(accent).light.hex)" }
  var label: String { grey("padding:6px 0 0;font-size:12px;line-height:16px") }
  var number: String { "font-size:22px;line-height:28px;font-weight:600" }
  var change: String { grey("font-size:12px;line-height:16px") }
  var tile: String { "border-top:1px solid \(theme.ink.light.hex)" }
  var table: String { "margin:8px 0 0;\(sans);font-size:12px;line-height:16px" }
  var head: String {
    grey("padding:4px 6px;border-bottom:1px solid \(theme.ink.light.hex);font-weight:500")
  }
  var cell: String { "padding:4px 6px;border-bottom:1px solid \(theme.rule.light.hex)" }
  var total: String {
    "padding:4px 6px;border-top:1px solid \(theme.ink.light.hex);font-weight:600"
  }

  /// What bars and links are painted with where nothing else is said.
  var accent: Paint { theme.accent }

  func heading(_ level: Int) -> String {
    let size = level <= 1 ? 19 : level == 2 ? 16 : 14
    return "margin:\(size + 13)px 0 4px;\(serif);font-size:\(size)px;line-height:\(size + 5)px;"
      + "font-weight:600"
  }

  /// A background with words that are legible on it.
  func fill(_ paint: Paint) -> String {
    let ground = theme.paper.light.mixed(with: paint.light, share: paint.opacity)
    return ";background:\(ground.hex);color:\(theme.words(on: paint).light.hex)"
  }

  /// What changes for a reader who prefers dark screens, in the programs that mind.
  var dark: String {
    let rules = [
      ".paper{background:\(theme.paper.dark.hex)!important}",
      ".ink,.paper,.paper td,.paper th{color:\(theme.ink.dark.hex)}",
      ".ink{color:\(theme.ink.dark.hex)!important}",
      ".grey{color:\(theme.grey.dark.hex)!important}",
      ".quiet{color:\(theme.quiet.dark.hex)!important}",
      ".line{border-color:\(theme.ink.dark.hex)!important}",
      ".hair{border-color:\(theme.rule.dark.hex)!important}",
      ".raised{background:\(theme.raised.dark.hex)!important}",
      "a{color:\(theme.legible(accent).dark.hex)!important}",
    ]
    return "@media (prefers-color-scheme:dark){\(rules.joined())}"
  }

  private func grey(_ style: String) -> String { style + ";color:\(theme.grey.light.hex)" }

  private static func list(_ families: [String]) -> String {
    families.map { "'\($0.filter { $0.isLetter || $0.isNumber || " -".contains($0) })'" }
      .joined(separator: ",")
  }
}
