import Glibc

/// The bytes of a file, a stretch at a time: what a reader has not taken yet stays.
///
/// Its bytes are UTF-8 without zero bytes; others are told when they are first seen. A class, as it
/// owns a descriptor and memory; it never leaves the call that reads the file.
final class FileWindow {
  /// The stretch, which moves with ``refill()``.
  ///
  /// What lies from ``start`` to ``end`` is not taken yet.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// The first byte not taken: a reader sets it after each record.
  var start = 0
  private(set) var end = 0
  /// Whether ``end`` is the end of the file.
  private(set) var isAtEnd = false
  /// Where in the file the stretch begins.
  private(set) var origin = 0

  private let descriptor: Int32
  private var capacity: Int
  private var checked = 0

  /// The longest record: beyond it, a quote is more likely open than a cell so big.
  static let longestRecord = 1 << 28

  /// Opens a file; `capacity` is what is read at a time.
  init(_ path: String, capacity: Int = 1 << 20) throws(FileFault) {
    // A pipe in the place of a file must not hold us up.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFault(String(cString: strerror(errno))) }
    self.capacity = capacity
    bytes = .allocate(capacity: capacity)
  }

  deinit {
    bytes.deallocate()
    close(descriptor)
  }

  /// What the file is now: equal as long as nobody changes it.
  var fingerprint: Fingerprint? { Fingerprint(descriptor) }

  /// Goes back to the file's begin.
  func rewind() {
    lseek(descriptor, 0, SEEK_SET)
    (start, end, origin, checked, isAtEnd) = (0, 0, 0, 0, false)
  }

  /// Where in the file a byte of the stretch is.
  func offset(_ index: Int) -> Int { origin + index }

  /// Drops what is taken and reads more behind the rest; must not be called at the end.
  func refill() throws(FileFault) {
    if Task.isCancelled { throw .interrupted }
    if start > 0 {
      bytes.update(from: bytes + start, count: end - start)
      origin += start
      end -= start
      checked -= start
      start = 0
    } else if end == capacity {
      try grow()
    }
    let count = read()
    guard count >= 0 else { throw FileFault(at: offset(end), String(cString: strerror(errno))) }
    end += count
    isAtEnd = count == 0
    try check()
  }

  private func read() -> Int {
    while true {
      let count = Glibc.read(descriptor, bytes + end, capacity - end)
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private func grow() throws(FileFault) {
    guard capacity < FileWindow.longestRecord else {
      let size = FileWindow.longestRecord >> 20
      throw FileFault(
        at: offset(start),
        "the record that begins here is longer than \(size) MiB; is a quote open?")
    }
    let wider = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    wider.update(from: bytes, count: end)
    bytes.deallocate()
    bytes = wider
    capacity *= 2
  }

  private func check() throws(FileFault) {
    let text = UnsafeBufferPointer(start: bytes + checked, count: end - checked)
    switch UTF8Check.check(text, isAtEnd: isAtEnd) {
    case .valid(let count): checked += count
    case .zero(let place):
      throw FileFault(
        at: offset(checked + place), "found a zero byte, expected text in UTF-8")
    case .invalid(let place):
      throw FileFault(
        at: offset(checked + place),
        "found a byte that is not UTF-8; save the file as UTF-8, such as with 'iconv -t UTF-8'")
    }
  }
}

/// A state of a file.
struct Fingerprint: Hashable, Sendable {
  let size: Int
  private let seconds: Int
  private let nanoseconds: Int
  private let node: UInt

  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
    node = status.st_ino
  }
}
