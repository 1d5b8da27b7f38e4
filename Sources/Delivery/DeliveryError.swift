import Glibc

/// Why a report did not reach its place.
package enum DeliveryError: Error, Hashable, Sendable {
  /// A file or folder cannot be made, written or moved.
  case cannotWrite(path: String, reason: String)
  /// A file cannot be read.
  case cannotRead(path: String, reason: String)

  /// The error of the last system call on a path.
  static func writing(_ path: String) -> DeliveryError {
    .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }

  /// What is wrong, in a sentence without its end.
  package var message: String {
    switch self {
    case .cannotWrite(let path, let reason): "cannot write '\(path)': \(reason)"
    case .cannotRead(let path, let reason): "cannot read '\(path)': \(reason)"
    }
  }
}
