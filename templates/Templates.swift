/// The templates and style sheets of reports, embedded in the binary.
package enum Templates {
  /// The HTML report.
  package static var report: String { String(decoding: PackageResources.report_mustache, as: UTF8.self) }
  /// The style of the HTML report.
  package static var style: String { String(decoding: PackageResources.report_css, as: UTF8.self) }
  /// The HTML part of a mail.
  package static var mail: String { String(decoding: PackageResources.mail_mustache, as: UTF8.self) }
  /// The text part of a mail.
  package static var mailText: String { String(decoding: PackageResources.mail_text_mustache, as: UTF8.self) }
}
