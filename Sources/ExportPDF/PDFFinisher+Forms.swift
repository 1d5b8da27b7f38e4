import CQPDF
import Cairo
import Glibc

extension PDFFinisher {
  /// Turns the pictures that stand for forms into the forms.
  func fill(_ forms: [PDFForm]) throws(PDFError) {
    guard !forms.isEmpty else { return }
    let size = qpdf_oh_get_key(qpdf, qpdf_get_trailer(qpdf), "/Size")
    for number in 1..<max(1, qpdf_oh_get_int_value_as_int(qpdf, size)) {
      let stream = qpdf_get_object_by_id(qpdf, number, 0)
      if qpdf_oh_is_stream(qpdf, stream) != 0, let place = place(stream),
        forms.indices.contains(place)
      {
        turn(stream, into: forms[place])
      }
      qpdf_oh_release(qpdf, stream)
    }
    try check()
  }

  /// The number of the form that a picture stands for; nil for what is no such picture.
  private func place(_ stream: qpdf_oh) -> Int? {
    let filter = qpdf_oh_get_key(qpdf, qpdf_oh_get_dict(qpdf, stream), "/Filter")
    guard qpdf_oh_is_name_and_equals(qpdf, filter, "/CCITTFaxDecode") != 0 else { return nil }
    var data: UnsafeMutablePointer<UInt8>?
    var length = 0
    qpdf_oh_get_stream_data(qpdf, stream, qpdf_dl_none, nil, &data, &length)
    guard let data else { return nil }
    defer { free(data) }
    return Int(String(decoding: UnsafeBufferPointer(start: data, count: length), as: UTF8.self))
  }

  private func turn(_ stream: qpdf_oh, into form: PDFForm) {
    let dictionary = qpdf_oh_get_dict(qpdf, stream)
    for key in ["/Width", "/Height", "/ColorSpace", "/BitsPerComponent", "/Interpolate"] {
      qpdf_oh_remove_key(qpdf, dictionary, key)
    }
    let wanted = qpdf_oh_parse(qpdf, form.dictionary)
    for key in ["/Type", "/Subtype", "/BBox", "/Matrix", "/Resources"] {
      qpdf_oh_replace_key(qpdf, dictionary, key, qpdf_oh_get_key(qpdf, wanted, key))
    }
    form.content.withUnsafeBufferPointer { content in
      qpdf_oh_replace_stream_data(
        qpdf, stream, content.baseAddress, content.count,
        qpdf_oh_new_name(qpdf, "/FlateDecode"), qpdf_oh_new_null(qpdf))
    }
  }
}
