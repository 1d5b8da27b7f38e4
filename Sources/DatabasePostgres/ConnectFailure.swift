/// libpq's words for a failed connection, shortened and with a next step.
enum ConnectFailure {
  /// The reason in one sentence.
  ///
  /// libpq tries each address of a host in turn and tells all of them; equal reasons are told once.
  static func reason(_ words: String) -> String {
    var reasons: [String] = []
    for line in words.split(separator: "\n") {
      let told = reason(of: line)
      // "Is the server running on that host …" and its like begin with a tab.
      if !told.isEmpty, line.first != "\t", !reasons.contains(told) { reasons.append(told) }
    }
    let all = reasons.joined(separator: "; ")
    guard let step = steps.first(where: { all.contains($0.words) })?.step else { return all }
    return "\(all); \(step)"
  }

  private static func reason(of line: Substring) -> String {
    var rest = String(line)
    if rest.hasPrefix("connection to server"), let end = rest.firstRange(of: " failed: ") {
      rest = String(rest[end.upperBound...])
    }
    for level in ["FATAL:", "ERROR:"] where rest.hasPrefix(level) {
      rest = String(rest.dropFirst(level.count))
    }
    return rest.inOneLine
  }

  private static let steps = [
    (words: "Connection refused", step: "is the server running, and is this its port?"),
    (
      words: "no password supplied",
      step: "write it in the URL, or set PGPASSWORD"
    ),
    (
      words: "server does not support SSL",
      step: "use 'sslmode=prefer' where the network is trusted"
    ),
    (words: "too many clients", step: "try again later, or use fewer jobs"),
  ]
}
