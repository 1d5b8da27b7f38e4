import Foundation

/// A folder for an engine's files, which goes when nobody needs it any more.
final class EngineFolder: Sendable {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "engine-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// Why an engine could not be made ready for a test.
struct EngineFailure: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
