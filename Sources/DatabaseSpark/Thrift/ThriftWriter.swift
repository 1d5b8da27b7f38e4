/// Writes Thrift's binary protocol.
struct ThriftWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes the head of a field.
  private mutating func field(_ id: Int16, _ type: ThriftType) {
    bytes.append(type.rawValue)
    number(id)
  }

  /// Writes a whole number, its highest byte first.
  mutating func number(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes text with its length before it.
  mutating func text(_ value: String) {
    number(Int32(clamping: value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  mutating func bool(_ id: Int16, _ value: Bool) {
    field(id, .bool)
    bytes.append(value ? 1 : 0)
  }

  mutating func i32(_ id: Int16, _ value: Int32) {
    field(id, .i32)
    number(value)
  }

  mutating func i64(_ id: Int16, _ value: Int64) {
    field(id, .i64)
    number(value)
  }

  mutating func text(_ id: Int16, _ value: String) {
    field(id, .binary)
    text(value)
  }

  /// Writes texts by name, in the order of the names.
  mutating func map(_ id: Int16, _ values: [String: String]) {
    field(id, .map)
    bytes += [ThriftType.binary.rawValue, ThriftType.binary.rawValue]
    number(Int32(clamping: values.count))
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      text(name)
      text(value)
    }
  }

  /// Writes a struct, its fields by `body`.
  mutating func structure(_ id: Int16, _ body: (inout ThriftWriter) -> Void) {
    field(id, .structure)
    body(&self)
    bytes.append(0)
  }

  /// Writes a struct that was read before, unchanged.
  mutating func structure(_ id: Int16, copy: [UInt8]) {
    field(id, .structure)
    bytes += copy
  }

  /// Writes a list of structs, the fields of each by `body`.
  mutating func list<Element>(
    _ id: Int16, _ elements: [Element], _ body: (inout ThriftWriter, Element) -> Void
  ) {
    field(id, .list)
    bytes.append(ThriftType.structure.rawValue)
    number(Int32(clamping: elements.count))
    for element in elements {
      body(&self, element)
      bytes.append(0)
    }
  }
}
