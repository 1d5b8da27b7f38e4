import CGLib

/// Digests of bytes, for manifests and names that must not collide.
package enum Digest {
  /// SHA-256 in 64 lower-case hexadecimal digits.
  package static func sha256(_ bytes: [UInt8]) -> String {
    let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes, gsize(bytes.count))
    defer { g_free(text) }
    return text.map { String(cString: $0) } ?? ""
  }

  /// SHA-256 of a text's UTF-8.
  package static func sha256(_ text: String) -> String { sha256(Array(text.utf8)) }
}
