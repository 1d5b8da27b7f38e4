/// The templates and style sheets of reports, embedded in the binary.
package enum Templates {
  /// The HTML report.
  package static var report: String { text(PackageResources.report_mustache) }
  /// The style of the HTML report.
  package static var style: String { text(PackageResources.report_css) }
  /// The HTML part of a mail.
  package static var mail: String { text(PackageResources.mail_mustache) }
  /// The text part of a mail.
  package static var mailText: String { text(PackageResources.mail_text_mustache) }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
