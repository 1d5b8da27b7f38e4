package import Diagnostics
package import Evaluation
package import Expressions
package import Spec

/// `deliver: email:`: whom the report's mail is for.
package struct MailPlan: Hashable, Sendable {
  /// What a mail may carry besides its own text.
  package enum Attachment: String, Hashable, Sendable, CaseIterable {
    case pdf, html, csv
  }

  package let from: SourceText?
  package let to: [SourceText]
  package let cc: [SourceText]
  package let bcc: [SourceText]
  package let subject: TextTemplate?
  package let attachments: [Attachment]
  /// Whether to send at all: an expression over the whole report.
  package let when: Expression?

  /// Reads the field's mapping.
  package init(_ fields: FieldReader, problems: Problems) {
    func addresses(_ key: String) -> [SourceText] {
      (fields.list(key, orSingle: true) ?? []).compactMap {
        $0.text("an address in '\(key)'", problems: problems)
      }
    }
    from = fields.text("from")
    to = addresses("to")
    cc = addresses("cc")
    bcc = addresses("bcc")
    subject = fields.text("subject").flatMap { TextTemplate(parsing: $0, problems: problems) }
    when = fields.text("when").flatMap { Expression(parsing: $0, problems: problems) }
    attachments = (fields.list("attach", orSingle: true) ?? []).compactMap { node in
      guard let text = node.text("an attachment", problems: problems)?.text else { return nil }
      if let attachment = Attachment(rawValue: text) { return attachment }
      let known = Attachment.allCases.map(\.rawValue)
      problems.error(
        "a mail cannot attach '\(text)'", at: node.place,
        hints: hints(forUnknown: text, among: known))
      return nil
    }
    fields.finish()
  }
}
