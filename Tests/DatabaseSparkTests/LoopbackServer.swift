import Foundation
import Synchronization

/// A server on this machine that speaks HTTP as far as the client's requests do.
///
/// Each connection is served by a thread of its own until one side closes it.
final class LoopbackServer: Sendable {
  /// A request as it came.
  struct Request: Sendable {
    let path: String
    /// The headers by their names in lower case.
    let headers: [String: String]
    let body: [UInt8]
  }

  /// What a request is answered with.
  enum Answer: Sendable {
    case reply(status: Int = 200, headers: [String: String] = [:], body: [UInt8])
    /// A reply that promises more bytes than it sends.
    case cutOff(body: [UInt8])
    /// Bytes that are no HTTP.
    case raw([UInt8])
    /// Nothing, for as long as the client waits.
    case silence
  }

  let port: Int
  private let listening: Int32
  private let handler: @Sendable (Request) -> Answer
  private let seen = Mutex<[Request]>([])

  /// Starts a server whose handler answers each request.
  init(_ handler: @escaping @Sendable (Request) -> Answer) throws {
    self.handler = handler
    listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listening
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, pointer, &size) == 0
      }
    }
    guard isBound else { throw POSIXError(.EADDRINUSE) }
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in accept() }
  }

  /// Ends the server; connections that are open are served to their end.
  func stop() {
    shutdown(listening, Int32(SHUT_RDWR))
    close(listening)
  }

  /// All requests so far.
  var requests: [Request] { seen.withLock { $0 } }

  private func accept() {
    while true {
      let connection = Foundation.accept(listening, nil, nil)
      guard connection >= 0 else { return }
      Thread.detachNewThread { [self] in
        serve(connection)
        close(connection)
      }
    }
  }

  private func serve(_ connection: Int32) {
    while let request = LoopbackServer.read(connection) {
      seen.withLock { $0.append(request) }
      switch handler(request) {
      case .reply(let status, let headers, let body):
        LoopbackServer.send(
          LoopbackServer.head(status, headers, body.count) + body, to: connection)
      case .cutOff(let body):
        LoopbackServer.send(
          LoopbackServer.head(200, [:], body.count + 1000) + body, to: connection)
        return
      case .raw(let bytes):
        LoopbackServer.send(bytes, to: connection)
        return
      case .silence:
        // The client closes the connection when it has waited enough.
        _ = LoopbackServer.read(connection)
        return
      }
    }
  }

  private static func head(_ status: Int, _ headers: [String: String], _ count: Int) -> [UInt8] {
    let lines = headers.map { "\($0): \($1)\r\n" }.joined()
    return Array("HTTP/1.1 \(status) X\r\nContent-Length: \(count)\r\n\(lines)\r\n".utf8)
  }

  private static func send(_ bytes: [UInt8], to connection: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func read(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let request = parse(bytes) { return request }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// The request in some bytes; nil while there are too few of them.
  private static func parse(_ bytes: [UInt8]) -> Request? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ": ", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1]) : ""
    }
    let body = bytes[end.upperBound...]
    guard body.count >= Int(headers["content-length"] ?? "0") ?? 0 else { return nil }
    let path = lines.first?.split(separator: " ").dropFirst().first ?? ""
    return Request(path: String(path), headers: headers, body: Array(body))
  }
}
