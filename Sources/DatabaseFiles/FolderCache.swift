import Synchronization

/// What a run has read of its folders, so that each file is read once, however many connections
/// there are.
///
/// Keep one for as long as the files are to be seen in one state.
package final class FolderCache: Sendable {
  private let stores = Mutex<[String: FolderStore]>([:])

  package init() {}

  /// What is read of a folder.
  func store(_ folder: Folder) -> FolderStore {
    stores.withLock { stores in
      if let store = stores[folder.path] { return store }
      let store = FolderStore(folder)
      stores[folder.path] = store
      return store
    }
  }
}
