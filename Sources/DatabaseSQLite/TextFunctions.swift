import CSQLite
import Frame

/// `bs_lower` and `bs_upper`: SQLite's own know only the letters A to Z; `bs_text`: a double in its
/// shortest digits, a whole one without a point.
enum TextFunctions {
  /// Adds them to a connection; returns an SQLite code.
  static func register(on handle: OpaquePointer) -> Int32 {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    let lower = sqlite3_create_function_v2(
      handle, "bs_lower", 1, flags, nil, { apply($0, $2) { $0.lowercased() } }, nil, nil, nil)
    guard lower == SQLITE_OK else { return lower }
    let upper = sqlite3_create_function_v2(
      handle, "bs_upper", 1, flags, nil, { apply($0, $2) { $0.uppercased() } }, nil, nil, nil)
    guard upper == SQLITE_OK else { return upper }
    return sqlite3_create_function_v2(
      handle, "bs_text", 1, flags, nil, { giveDigits($0, $2) }, nil, nil, nil)
  }
}

/// Gives the digits of a number, null for null.
private func giveDigits(
  _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?
) {
  guard let value = values?[0], sqlite3_value_type(value) != SQLITE_NULL else {
    sqlite3_result_null(context)
    return
  }
  give(Value.double(sqlite3_value_double(value)).description, context)
}

/// Gives the changed text of the first argument, null for null.
private func apply(
  _ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?,
  _ change: (String) -> String
) {
  guard let value = values?[0], let bytes = sqlite3_value_text(value) else {
    sqlite3_result_null(context)
    return
  }
  let length = Int(sqlite3_value_bytes(value))
  give(
    change(String(decoding: UnsafeBufferPointer(start: bytes, count: length), as: UTF8.self)),
    context)
}

/// Gives a text.
private func give(_ result: String, _ context: OpaquePointer?) {
  var text = result
  text.withUTF8 { bytes in
    bytes.withMemoryRebound(to: CChar.self) { letters in
      _ =
        letters.baseAddress.map { bs_result_text(context, $0, Int32(letters.count)) }
        ?? bs_result_text(context, "", 0)
    }
  }
}
