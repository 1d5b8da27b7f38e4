import Diagnostics

extension Exporting {
  func makeMail(_ composed: ComposedReport, pictures: [Picture], pdf: [UInt8]?) throws(RunFailure)
    -> [UInt8]
  {
    []
  }
}
