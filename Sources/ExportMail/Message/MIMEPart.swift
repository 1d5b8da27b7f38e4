/// A part of a mail: its head and its body as they travel.
indirect enum MIMEPart: Hashable, Sendable {
  case leaf([HeaderField], body: [UInt8])
  /// Parts together, such as `mixed` or `alternative`; `parameters` are those of the content type.
  case multipart(kind: String, parameters: [String], [MIMEPart])

  /// A text in UTF-8.
  static func text(_ kind: String, _ text: String) -> MIMEPart {
    let encoding = TransferEncoding.fitting(text)
    return .leaf(
      [
        HeaderField("Content-Type", ["text/\(kind);", "charset=utf-8"]),
        HeaderField("Content-Transfer-Encoding", [encoding.rawValue]),
      ], body: encoding.encode(text))
  }

  /// A file, shown within the mail where it has a content id, else attached.
  static func file(_ file: MailFile, contentID: String? = nil) -> MIMEPart {
    let name = HeaderField.parameter("filename", file.name)
    var head = [
      HeaderField("Content-Type", [file.mediaType]),
      HeaderField("Content-Transfer-Encoding", ["base64"]),
      HeaderField(
        "Content-Disposition", [contentID == nil ? "attachment;" : "inline;"] + name),
    ]
    if let contentID { head.append(HeaderField("Content-ID", ["<\(contentID)>"])) }
    return .leaf(head, body: TransferEncoding.base64Lines(file.bytes))
  }

  /// Writes the part; boundaries begin with a name and end in a number of their own.
  func write(to bytes: inout [UInt8], boundary name: String, _ used: inout Int) {
    switch self {
    case .leaf(let head, let body):
      for field in head { bytes += field.text.utf8 }
      bytes += lineEnd
      bytes += body
    case .multipart(let kind, let parameters, let parts):
      used += 1
      // No encoded body can hold a boundary: in both encodings "=" never precedes "_".
      let boundary = "=_\(name)_\(used)"
      let type = ["multipart/\(kind);"] + parameters + ["boundary=\"\(boundary)\""]
      bytes += HeaderField("Content-Type", type).text.utf8
      for part in parts {
        bytes += "\r\n--\(boundary)\r\n".utf8
        part.write(to: &bytes, boundary: name, &used)
      }
      bytes += "\r\n--\(boundary)--\r\n".utf8
    }
  }
}

/// A file that travels with a mail.
package struct MailFile: Hashable, Sendable {
  /// The name that a reader sees and saves it under.
  package var name: String
  /// The media type, such as `application/pdf`.
  package var mediaType: String
  package var bytes: [UInt8]

  package init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }

  /// A PDF.
  package static func pdf(name: String, _ bytes: [UInt8]) -> MailFile {
    MailFile(name: name, mediaType: "application/pdf", bytes: bytes)
  }
}
