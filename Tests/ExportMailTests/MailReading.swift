import Foundation
import TestSupport

/// A message as Python's standard `email` package reads it.
struct MailReading: Decodable, Sendable {
  struct Part: Decodable, Hashable, Sendable {
    let type: String
    let name: String?
    let id: String?
    let disposition: String?
    /// The text, or nil for other types.
    let text: String?
    /// The decoded length in bytes.
    let size: Int
  }

  /// Decoded header fields: name and value in order.
  let headers: [[String]]
  /// The leaves, in order.
  let parts: [Part]
  /// The types of all parts as nested lists, such as `multipart/mixed(text/plain,…)`.
  let shape: String
  /// What the package found wrong.
  let defects: [String]

  init(_ bytes: [UInt8]) throws { self = try MailReading.all([bytes])[0] }

  /// Many messages, read by one process.
  static func all(_ messages: [[UInt8]]) throws -> [MailReading] {
    let options = CommandOptions(input: try JSONEncoder().encode(messages.map { Data($0) }))
    let result = try run("python3", ["-c", MailReading.script], options: options)
    return try JSONDecoder().decode([MailReading].self, from: result.output)
  }

  /// The values of a header field.
  func values(of name: String) -> [String] { headers.filter { $0[0] == name }.map { $0[1] } }

  /// The text of the first part of a type.
  func text(_ type: String) -> String { parts.first { $0.type == type }?.text ?? "" }

  private static let script = """
    import base64, email, email.policy, json, sys
    def shape(part):
        kind = part.get_content_type()
        inner = ",".join(shape(p) for p in part.iter_parts()) if part.is_multipart() else ""
        return f"{kind}({inner})" if inner else kind
    def read(data):
        message = email.message_from_bytes(base64.b64decode(data), policy=email.policy.default)
        parts, defects = [], []
        for part in message.walk():
            defects += [repr(d) for d in part.defects]
            for value in part.values():
                defects += [repr(d) for d in getattr(value, "defects", [])]
            if part.is_multipart(): continue
            payload = part.get_payload(decode=True)
            is_text = part.get_content_maintype() == "text"
            parts.append({"type": part.get_content_type(), "name": part.get_filename(),
                "id": part.get("Content-ID"), "disposition": part.get_content_disposition(),
                "text": payload.decode("utf-8").replace("\\r\\n", "\\n") if is_text else None,
                "size": len(payload)})
        return {"headers": [[k, str(v)] for k, v in message.items()], "parts": parts,
            "shape": shape(message), "defects": defects}
    json.dump([read(data) for data in json.load(sys.stdin)], sys.stdout)
    """
}
