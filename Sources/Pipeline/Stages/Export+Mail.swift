import Dates
import Diagnostics
import Drawing
import ExportMail

extension Exporting {
  /// The report as a mail, ready for any sender: addressed where the spec says to whom.
  func makeMail(_ composed: ComposedReport, pictures: [Picture], pdf: [UInt8]?) throws(RunFailure)
    -> [UInt8]
  {
    var envelope = MailEnvelope(subject: composed.subject, date: Timestamp(report.date))
    if let mail = report.plan.mail {
      envelope.from = try addresses([mail.from].compactMap(\.self)).first
      envelope.to = try addresses(mail.to)
    }
    let charts = Dictionary(grouping: pictures, by: \.id).mapValues { $0.map(\.bytes) }
    let attachments = report.plan.mail?.attachments ?? [.pdf]
    let files = attachments.contains(.pdf) ? pdf.map(attachment) : nil
    return MailExporter(theme: report.plan.theme.theme).message(
      of: composed.document, envelope: envelope,
      enclosures: MailEnclosures(charts: charts, files: [files].compactMap(\.self)))
  }

  private func attachment(_ pdf: [UInt8]) -> MailFile {
    MailFile(name: "\(report.plan.name).pdf", mediaType: "application/pdf", bytes: pdf)
  }

  private func addresses(_ sources: [SourceText]) throws(RunFailure) -> [MailAddress] {
    let problems = Problems()
    var addresses: [MailAddress] = []
    for source in sources {
      guard let text = EnvironmentText.expand(source, world.environment, problems: problems) else {
        continue
      }
      do throws(MailError) {
        addresses.append(try MailAddress(text))
      } catch {
        problems.error("\(error)", at: source.place)
      }
    }
    if problems.hasErrors { throw RunFailure(problems) }
    return addresses
  }
}
