/// What stands after `system://`, taken apart.
struct URLParts {
  var path = ""
  var host: String?
  var port: Int?
  var user: String?
  var password: String?
  var options: [String: String] = [:]

  typealias Complaint = (_ reason: String) -> DatabaseError

  /// Reads `/path`: the slash ends the place where other URLs have a server.
  init(file rest: Substring, _ bad: Complaint) throws(DatabaseError) {
    guard rest.first == "/" else {
      throw bad("a file needs three slashes, or four for a path from the root")
    }
    path = String(rest.dropFirst())
    guard !path.isEmpty else { throw bad("it names no file") }
    guard !path.utf8.contains(0) else { throw bad("a file's name cannot hold a zero byte") }
  }

  /// Reads `user:password@host:port/database?option=value&…`.
  init(server rest: Substring, isHostNeeded: Bool, _ bad: Complaint) throws(DatabaseError) {
    var place = rest
    if let at = rest.lastIndex(of: "@") {
      let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = try decoded(parts[0], bad)
      if parts.count > 1 { password = try decoded(parts[1], bad) }
      place = rest[rest.index(after: at)...]
    }
    if let mark = place.firstIndex(of: "?") {
      options = try URLParts.options(place[place.index(after: mark)...], bad)
      place = place[..<mark]
    }
    if let slash = place.firstIndex(of: "/") {
      path = try decoded(place[place.index(after: slash)...], bad)
      place = place[..<slash]
    }
    if place.isEmpty, !isHostNeeded { return }
    try readHost(place, bad)
  }

  private mutating func readHost(_ place: Substring, _ bad: Complaint) throws(DatabaseError) {
    var name = place
    // Of several servers with commas between, the others' ports are left in the name.
    let afterBracket = place.lastIndex { $0 == "]" || $0 == "," } ?? place.startIndex
    if let colon = place[afterBracket...].lastIndex(of: ":") {
      let digits = place[place.index(after: colon)...]
      guard let number = Int(digits), (1...65_535).contains(number) else {
        // What is no number may be a password that lacks its '@'.
        let found = Int(digits) == nil ? "" : ", found \(digits)"
        throw bad("a port is a number from 1 to 65535\(found); 'user:password' ends with '@'")
      }
      port = number
      name = place[..<colon]
    }
    guard !name.isEmpty else { throw bad("it names no server") }
    host = try decoded(name, bad)
  }

  private static func options(_ text: Substring, _ bad: Complaint) throws(DatabaseError)
    -> [String: String]
  {
    var options: [String: String] = [:]
    for option in text.split(separator: "&") {
      let parts = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { throw bad("an option has no value: 'name=value'") }
      options[String(parts[0])] = try decoded(parts[1], bad)
    }
    return options
  }
}

/// Text with its `%41` read.
private func decoded(_ text: Substring, _ bad: URLParts.Complaint) throws(DatabaseError) -> String {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    let digits = String(decoding: rest.prefix(2), as: UTF8.self)
    guard digits.utf8.count == 2, let code = UInt8(digits, radix: 16) else {
      throw bad("a '%' must be followed by two hexadecimal digits; '%' itself is written '%25'")
    }
    bytes.append(code)
    rest = rest.dropFirst(2)
  }
  return String(decoding: bytes, as: UTF8.self)
}
