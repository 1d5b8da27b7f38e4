/// A leaf of a table that is being filled: cells from the end, their places from the begin.
struct LeafDraft {
  private let bytes = PageBytes()
  private var cells = 0
  private var content = PageStore.pageSize

  private static let headerSize = 8
  /// The most of a row that a leaf takes; of a longer one it takes less.
  private static let mostLocal = PageStore.pageSize - 35

  /// How many bytes of a row are in its leaf, and how many its cell takes with what is around.
  static func sizes(payload: Int, row: Int) -> (local: Int, cell: Int) {
    let front = Varint.length(payload) + Varint.length(row)
    if payload <= mostLocal { return (payload, max(4, front + payload)) }
    let least = (PageStore.pageSize - 12) * 32 / 255 - 23
    let fitting = least + (payload - least) % (PageStore.pageSize - 4)
    let local = fitting <= mostLocal ? fitting : least
    return (local, front + local + 4)
  }

  /// Whether there is room for a cell and its place.
  func hasRoom(_ size: Int) -> Bool {
    LeafDraft.headerSize + 2 * (cells + 1) + size <= content
  }

  /// Makes room for a cell and gives its place.
  mutating func add(_ size: Int) -> UnsafeMutableRawPointer {
    content -= size
    let place = LeafDraft.headerSize + 2 * cells
    bytes.start.store(UInt16(content), at: place)
    cells += 1
    return bytes.start + content
  }

  mutating func clear() { (cells, content) = (0, PageStore.pageSize) }

  /// Writes the page with its header.
  func write(to page: UnsafeMutableRawPointer) {
    page.copyMemory(from: bytes.start, byteCount: PageStore.pageSize)
    page.storeBytes(of: 13, as: UInt8.self)
    page.store(0, at: 1)
    page.store(UInt16(cells), at: 3)
    page.store(UInt16(content), at: 5)
    (page + 7).storeBytes(of: 0, as: UInt8.self)
    let end = LeafDraft.headerSize + 2 * cells
    (page + end).initializeMemory(as: UInt8.self, repeating: 0, count: content - end)
  }
}

/// A page that points to others, in the order of their rows.
struct InteriorPage {
  /// So many always fit, whatever their rows' numbers.
  static let mostChildren = (PageStore.pageSize - headerSize) / (4 + 9 + 2)

  private static let headerSize = 12
  private let page: UnsafeMutableRawPointer
  private let children: Int
  private var cells = 0
  private var content = PageStore.pageSize

  /// Begins a page of so many children.
  init(_ page: UnsafeMutableRawPointer, children: Int) {
    (self.page, self.children) = (page, children)
    page.initializeMemory(as: UInt8.self, repeating: 0, count: PageStore.pageSize)
    page.storeBytes(of: 5, as: UInt8.self)
    page.store(UInt16(children - 1), at: 3)
  }

  /// Adds the next child; the last one stands in the header.
  mutating func add(child: Int, lastRow: Int) {
    guard cells < children - 1 else {
      page.store(UInt16(content), at: 5)
      (page + 8).storeBytes(of: UInt32(child).bigEndian, as: UInt32.self)
      return
    }
    content -= 4 + Varint.length(lastRow)
    (page + content).storeBytes(of: UInt32(child).bigEndian, as: UInt32.self)
    Varint.write(lastRow, to: page + content + 4)
    page.store(UInt16(content), at: InteriorPage.headerSize + 2 * cells)
    cells += 1
  }
}

/// The memory of one page, with one owner.
private final class PageBytes {
  let start = UnsafeMutableRawPointer.allocate(byteCount: PageStore.pageSize, alignment: 16)

  init() { start.initializeMemory(as: UInt8.self, repeating: 0, count: PageStore.pageSize) }

  deinit { start.deallocate() }
}

extension UnsafeMutableRawPointer {
  /// Stores a number of 16 bits, its high byte first.
  fileprivate func store(_ number: UInt16, at place: Int) {
    storeBytes(of: number.bigEndian, toByteOffset: place, as: UInt16.self)
  }
}
