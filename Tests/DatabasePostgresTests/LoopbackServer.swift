import Glibc
import Testing

/// A server of our own on a free port: for each message that comes it sends the next reply, and
/// then says nothing more.
final class LoopbackServer: Sendable {
  let port: Int
  private let listener: Int32

  init(replies: [[UInt8]] = []) throws {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = self.listener
    let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    try #require(isOpen)
    port = Int(UInt16(bigEndian: address.sin_port))
    if !replies.isEmpty { OwnThread.start { LoopbackServer.serve(listener, replies) } }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  private static func serve(_ listener: Int32, _ replies: [[UInt8]]) {
    let client = accept(listener, nil, nil)
    guard client >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    for reply in replies {
      guard recv(client, &buffer, buffer.count, 0) > 0 else { break }
      _ = send(client, reply, reply.count, Int32(MSG_NOSIGNAL))
    }
    // Says nothing until the other side hangs up.
    while recv(client, &buffer, buffer.count, 0) > 0 {}
    close(client)
  }
}

/// What a PostgreSQL server says.
enum Reply {
  static func message(_ letter: Unicode.Scalar, _ body: [UInt8]) -> [UInt8] {
    let length = UInt32(body.count + 4)
    return [UInt8(ascii: letter)] + (0..<4).map { UInt8(length >> (24 - 8 * $0) & 0xFF) } + body
  }

  /// Signed in without a password, and ready.
  static let welcome = message("R", [0, 0, 0, 0]) + ready
  static let ready = message("Z", [UInt8(ascii: "I")])
  /// A statement is done.
  static let done = message("C", Array("SET\0".utf8)) + ready
}

/// A thread for what blocks.
enum OwnThread {
  static func start(_ work: @escaping @Sendable () -> Void) {
    let box = Unmanaged.passRetained(Work(run: work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Work>.fromOpaque(box).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if code == 0 { pthread_detach(thread) } else { box.release() }
  }

  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
