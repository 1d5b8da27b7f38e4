/// Writes the rows of one table in order: `append…` for each column, then ``endRow()``; at last
/// ``finish()``.
package struct SQLiteTableWriter {
  private let pages: PageStore
  private let root: Int
  private var rows = 0
  /// The serial types of the row's values, and the values.
  private var head = ByteRun()
  private var body = ByteRun()
  private var leaf = LeafDraft()
  /// The full leaves with the last row of each.
  private var leaves: [Node] = []

  private struct Node {
    let page: Int
    let lastRow: Int
  }

  init(_ pages: PageStore, root: Int) { (self.pages, self.root) = (pages, root) }

  /// Adds a missing value.
  package mutating func appendMissing() { head.append(0) }

  /// Adds a whole number, or a boolean as 0 or 1, in as few bytes as hold it.
  package mutating func append(_ number: Int64) {
    switch number {
    case 0: head.append(8)
    case 1: head.append(9)
    case -0x80...0x7F: append(number, serial: 1, bytes: 1)
    case -0x8000...0x7FFF: append(number, serial: 2, bytes: 2)
    case -0x80_0000...0x7F_FFFF: append(number, serial: 3, bytes: 3)
    case -0x8000_0000...0x7FFF_FFFF: append(number, serial: 4, bytes: 4)
    case -0x8000_0000_0000...0x7FFF_FFFF_FFFF: append(number, serial: 5, bytes: 6)
    default: append(number, serial: 6, bytes: 8)
    }
  }

  private mutating func append(_ number: Int64, serial: UInt8, bytes: Int) {
    head.append(serial)
    body.append(bigEndian: UInt64(bitPattern: number), bytes: bytes)
  }

  /// Adds a double.
  package mutating func append(_ number: Double) {
    head.append(7)
    body.append(bigEndian: number.bitPattern, bytes: 8)
  }

  /// Adds a text in UTF-8.
  package mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    head.append(varint: text.count * 2 + 13)
    body.append(text)
  }

  /// Ends the row.
  package mutating func endRow() {
    rows += 1
    // The head begins with its own length, which counts itself.
    var headLength = head.count + 1
    headLength += Varint.length(headLength) - 1
    let payload = headLength + body.count
    let (local, size) = LeafDraft.sizes(payload: payload, row: rows)
    if !leaf.hasRoom(size) { flushLeaf(lastRow: rows - 1) }
    let cell = leaf.add(size)
    var at = Varint.write(payload, to: cell)
    at += Varint.write(rows, to: cell + at)
    if local == payload {
      at += Varint.write(headLength, to: cell + at)
      head.copy(to: cell + at)
      body.copy(to: cell + at + head.count)
    } else {
      writeLong(headLength, local, to: cell + at)
    }
    head.clear()
    body.clear()
  }

  /// A row that does not fit its page goes on in pages of its own, each with the number of the next.
  private mutating func writeLong(_ headLength: Int, _ local: Int, to cell: UnsafeMutableRawPointer)
  {
    let all = ByteRun()
    all.append(varint: headLength)
    all.append(head.bytes)
    all.append(body.bytes)
    let bytes = UnsafeRawBufferPointer(all.bytes)
    cell.copyMemory(from: bytes.baseAddress.unsafelyUnwrapped, byteCount: local)
    var (rest, previous) = (bytes.dropFirst(local), 0)
    while !rest.isEmpty {
      let number = pages.add()
      let link = previous == 0 ? cell + local : pages.page(previous)
      link.storeBytes(of: UInt32(number).bigEndian, as: UInt32.self)
      let part = UnsafeRawBufferPointer(rebasing: rest.prefix(PageStore.pageSize - 4))
      UnsafeMutableRawBufferPointer(start: pages.page(number) + 4, count: part.count)
        .copyMemory(from: part)
      (rest, previous) = (rest.dropFirst(part.count), number)
    }
  }

  // MARK: Pages

  /// Ends the table.
  package mutating func finish() {
    guard !leaves.isEmpty else { return leaf.write(to: pages.page(root)) }
    flushLeaf(lastRow: rows)
    var nodes = leaves
    while nodes.count > InteriorPage.mostChildren { nodes = level(over: nodes) }
    write(nodes[...], to: pages.page(root))
  }

  private mutating func flushLeaf(lastRow: Int) {
    let page = pages.add()
    leaf.write(to: pages.page(page))
    leaf.clear()
    leaves.append(Node(page: page, lastRow: lastRow))
  }

  /// The pages over pages that are too many for one.
  private func level(over nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var rest = nodes[...]
    while !rest.isEmpty {
      // A page of one child alone is none: the last two share what is left.
      let isOneOver = rest.count == InteriorPage.mostChildren + 1
      let group = rest.prefix(InteriorPage.mostChildren - (isOneOver ? 1 : 0))
      rest = rest.dropFirst(group.count)
      let page = pages.add()
      write(group, to: pages.page(page))
      result.append(Node(page: page, lastRow: group.last?.lastRow ?? 0))
    }
    return result
  }

  private func write(_ nodes: ArraySlice<Node>, to page: UnsafeMutableRawPointer) {
    var interior = InteriorPage(page, children: nodes.count)
    for node in nodes { interior.add(child: node.page, lastRow: node.lastRow) }
  }
}
