import CSQLite
import Database

/// The pages of a database that is being written, numbered from 1.
final class PageStore {
  /// Bytes a page.
  static let pageSize = 4096
  /// The page that SQLite never uses, as a file's locks are taken there.
  private static let lockPage = 0x4000_0000 / pageSize + 1

  private var bytes: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count: Int
  private var isFinished = false

  /// The pages of a database that SQLite has open.
  init(_ handle: OpaquePointer) throws(DatabaseError) {
    var size: Int64 = 0
    guard let whole = sqlite3_serialize(handle, "main", &size, 0) else {
      throw .queryFailed(sql: "", reason: "there is no memory for \(size) bytes")
    }
    capacity = max(Int(size), 1 << 16)
    bytes = .allocate(byteCount: capacity, alignment: 16)
    bytes.copyMemory(from: whole, byteCount: Int(size))
    sqlite3_free(whole)
    count = Int(size) / PageStore.pageSize
  }

  deinit { if !isFinished { bytes.deallocate() } }

  /// Adds a page of zeros; gives its number.
  func add() -> Int {
    if count + 1 == PageStore.lockPage { addZeros() }
    addZeros()
    return count
  }

  /// The bytes of a page; they move when a page is added.
  func page(_ number: Int) -> UnsafeMutableRawPointer {
    bytes + (number - 1) * PageStore.pageSize
  }

  /// Hands over all pages, with their count in the header.
  func finish() -> UnsafeMutableBufferPointer<UInt8> {
    (bytes + 28).storeBytes(of: UInt32(count).bigEndian, as: UInt32.self)
    isFinished = true
    let size = count * PageStore.pageSize
    return UnsafeMutableBufferPointer(
      start: bytes.bindMemory(to: UInt8.self, capacity: size), count: size)
  }

  private func addZeros() {
    let size = count * PageStore.pageSize
    if size + PageStore.pageSize > capacity { grow(size) }
    (bytes + size).initializeMemory(as: UInt8.self, repeating: 0, count: PageStore.pageSize)
    count += 1
  }

  private func grow(_ size: Int) {
    capacity *= 2
    let wider = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    wider.copyMemory(from: bytes, byteCount: size)
    bytes.deallocate()
    bytes = wider
  }
}
