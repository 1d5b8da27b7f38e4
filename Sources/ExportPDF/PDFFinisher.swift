import CQPDF

/// Completes what Cairo leaves out of a PDF, with qpdf: forms, language, title bar, alternative texts,
/// compressed objects, an id that depends on the content alone.
struct PDFFinisher: ~Copyable {
  let qpdf: qpdf_data?
  /// The file that Cairo wrote; qpdf reads from it while it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// Opens a file that Cairo wrote.
  static func open(_ pdf: [UInt8]) throws(PDFError) -> PDFFinisher {
    let finisher = PDFFinisher(pdf)
    try finisher.check()
    return finisher
  }

  private init(_ pdf: [UInt8]) {
    source = .allocate(capacity: pdf.count)
    _ = source.initialize(from: pdf.lazy.map { CChar(bitPattern: $0) })
    qpdf = qpdf_init()
    qpdf_silence_errors(qpdf)
    qpdf_set_suppress_warnings(qpdf, 1)
    qpdf_read_memory(qpdf, "report", source.baseAddress, UInt64(source.count), nil)
  }

  deinit {
    var qpdf = self.qpdf
    qpdf_cleanup(&qpdf)
    source.deallocate()
  }

  /// Adds what is missing.
  func finish(language: String, altTexts: [String]) throws(PDFError) {
    let root = qpdf_get_root(qpdf)
    qpdf_oh_replace_key(qpdf, root, "/Lang", qpdf_oh_new_unicode_string(qpdf, language))
    let preferences = qpdf_oh_new_dictionary(qpdf)
    qpdf_oh_replace_key(qpdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(qpdf, 1))
    qpdf_oh_replace_key(qpdf, root, "/ViewerPreferences", preferences)
    qpdf_set_info_key(qpdf, "/Producer", "broadsheet (cairo, Pango, qpdf)")
    describeFigures(altTexts)
    try check()
  }

  /// Gives each figure of the structure, in reading order, its alternative text.
  private func describeFigures(_ altTexts: [String]) {
    var rest = altTexts[...]
    // A stack instead of recursion; what is pushed last is read first.
    var waiting = [qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot")]
    while let node = waiting.popLast() {
      if qpdf_oh_is_array(qpdf, node) != 0 {
        let count = qpdf_oh_get_array_n_items(qpdf, node)
        waiting += (0..<count).reversed().map { qpdf_oh_get_array_item(qpdf, node, $0) }
      } else if qpdf_oh_is_dictionary(qpdf, node) != 0 {
        let kind = qpdf_oh_get_key(qpdf, node, "/S")
        if qpdf_oh_is_name_and_equals(qpdf, kind, "/Figure") != 0, let alt = rest.popFirst() {
          qpdf_oh_replace_key(qpdf, node, "/Alt", qpdf_oh_new_unicode_string(qpdf, alt))
        } else if qpdf_oh_has_key(qpdf, node, "/K") != 0 {
          waiting.append(qpdf_oh_get_key(qpdf, node, "/K"))
        }
      }
    }
  }

  /// The completed file.
  func bytes() throws(PDFError) -> [UInt8] {
    qpdf_init_write_memory(qpdf)
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate)
    qpdf_set_deterministic_ID(qpdf, 1)
    qpdf_write(qpdf)
    try check()
    let length = qpdf_get_buffer_length(qpdf)
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(qpdf), count: length))
  }

  /// Throws what qpdf says went wrong.
  func check() throws(PDFError) {
    guard qpdf_has_error(qpdf) != 0 else { return }
    let error = qpdf_get_error(qpdf)
    throw .finishing(
      qpdf_get_error_full_text(qpdf, error).map { String(cString: $0) } ?? "unknown error")
  }
}
