import CDuckDB
import Glibc
import Synchronization

/// DuckDB's functions, loaded from a shared library when the program runs.
///
/// A library once loaded stays: it has threads of its own, which no unloading would survive.
///
/// Unchecked: the functions are written before anyone sees the pointer and never after; DuckDB lets
/// any thread call them, and its cache of open databases has a lock of its own.
struct DuckDBLibrary: @unchecked Sendable {
  let functions: UnsafePointer<bs_duckdb>
  /// The databases that this program has open, so that two connections to one file share it.
  let databases: OpaquePointer
  /// The version, such as `v2.0.0`.
  let version: String

  /// Finds and loads the library, the first time; gives the same one after that.
  static func load(
    _ environment: @escaping (String) -> String?
  ) throws(LoadingFailure) -> DuckDBLibrary {
    var failures: [String] = []
    for candidate in LibrarySearch(environment).candidates {
      do throws(LoadingFailure) {
        return try library(at: candidate)
      } catch {
        if candidate.isNamed { throw error }
        if candidate.isFile { failures.append(error.reason) }
      }
    }
    throw LoadingFailure(reason: LibrarySearch.advice(failures.first))
  }

  private static func library(at candidate: LibrarySearch.Candidate) throws(LoadingFailure)
    -> DuckDBLibrary
  {
    let outcome = loaded.withLock { libraries -> Result<DuckDBLibrary, LoadingFailure> in
      if let known = libraries[candidate.path] { return .success(known) }
      do throws(LoadingFailure) {
        let library = try DuckDBLibrary(candidate)
        libraries[candidate.path] = library
        return .success(library)
      } catch {
        return .failure(error)
      }
    }
    return try outcome.get()
  }

  private init(_ candidate: LibrarySearch.Candidate) throws(LoadingFailure) {
    if let python = candidate.python, !python.contains(where: { bs_load_globally($0) }) {
      throw LoadingFailure(
        reason: """
          '\(candidate.path)' is made for Python and needs '\(python.last ?? "libpython")', which \
          is not installed
          """)
    }
    var message: UnsafeMutablePointer<CChar>?
    guard let functions = bs_duckdb_load(candidate.path, &message) else {
      let reason = message.map { String(cString: $0) } ?? "no reason is given"
      free(message)
      throw LoadingFailure(reason: "'\(candidate.path)' does not serve as DuckDB: \(reason)")
    }
    guard let databases = functions.pointee.create_instance_cache() else {
      throw LoadingFailure(reason: "'\(candidate.path)' found no memory to start in")
    }
    self.functions = functions
    self.databases = databases
    version = functions.pointee.library_version().map { String(cString: $0) } ?? "unknown"
  }
}

/// Why DuckDB cannot be loaded.
struct LoadingFailure: Error {
  let reason: String
}

/// What was loaded, by path.
///
/// A process has its libraries once, whoever asks for them, so that this is no state that a caller
/// could want two of; the lock makes the first use safe from any thread.
private let loaded = Mutex<[String: DuckDBLibrary]>([:])
