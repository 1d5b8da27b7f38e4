import CDuckDB
import Database
import Expressions
import Glibc

/// An open database and the one connection to it.
final class OpenDatabase {
  let library: DuckDBLibrary
  let connection: OpaquePointer
  /// What is open, by a name that two connections have in common only where it is the same.
  let place: String
  private var handle: OpaquePointer?
  private let temporary: TemporaryFolder?

  /// Opens a file for reading.
  init(_ url: DatabaseURL, _ options: ConnectionOptions) throws(DatabaseError) {
    func failure(_ reason: String) -> DatabaseError {
      .cannotConnect(url.redacted, reason: reason)
    }
    guard url.system == .duckdb else {
      throw failure("it is a source of \(url.system.title), not of DuckDB")
    }
    if let reason = FileObstacle.toReading(file: url.path) { throw failure(reason) }
    place = url.path
    do throws(LoadingFailure) {
      let library = try DuckDBLibrary.load(options.environment)
      self.library = library
      temporary = try OpenDatabase.temporaryFolder(beside: url.path, options)
      // Connections to one file must share one open database: the system drops all of a process's
      // locks on a file when any of its handles on that file is closed.
      let path = url.path.hasPrefix("/") ? url.path : "./" + url.path
      handle = try OpenDatabase.open(library, [("access_mode", "READ_ONLY")]) {
        config, handle, message in
        library.functions.pointee.get_or_create_from_cache(
          library.databases, path, &handle, config, &message)
      }
      connection = try OpenDatabase.connect(&handle, library)
    } catch {
      throw failure(error.reason)
    }
    // Where another connection has set another folder and uses it, that one stays.
    if let temporary { run("SET temp_directory = \(temporary.spilled.quoted(with: "'"))") }
  }

  private func run(_ sql: String) { _ = library.functions.pointee.query(connection, sql, nil) }

  /// A folder for what does not fit the memory, where DuckDB cannot make its own beside the file.
  private static func temporaryFolder(
    beside path: String, _ options: ConnectionOptions
  ) throws(LoadingFailure) -> TemporaryFolder? {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "./"
    return access(String(folder), W_OK) == 0 ? nil : try TemporaryFolder(options.environment)
  }

  /// Makes an empty database in memory.
  init(inMemory options: ConnectionOptions) throws(DatabaseError) {
    do throws(LoadingFailure) {
      let library = try DuckDBLibrary.load(options.environment)
      let folder = try TemporaryFolder(options.environment)
      (self.library, temporary) = (library, folder)
      handle = try OpenDatabase.open(library, [("temp_directory", folder.spilled)]) {
        library.functions.pointee.open_ext(nil, &$1, $0, &$2)
      }
      let connection = try OpenDatabase.connect(&handle, library)
      (self.connection, place) = (connection, "memory at \(connection)")
    } catch {
      throw .cannotConnect("a DuckDB database in memory", reason: error.reason)
    }
  }

  deinit {
    var connection: OpaquePointer? = connection
    library.functions.pointee.disconnect(&connection)
    library.functions.pointee.close(&handle)
  }

  typealias Opening = (
    _ config: OpaquePointer?, _ handle: inout OpaquePointer?,
    _ message: inout UnsafeMutablePointer<CChar>?
  ) -> bs_duck_state

  private static func open(
    _ library: DuckDBLibrary, _ settings: [(name: String, value: String)], _ opening: Opening
  ) throws(LoadingFailure) -> OpaquePointer? {
    let duck = library.functions.pointee
    var config: OpaquePointer?
    guard duck.create_config(&config) == 0 else {
      throw LoadingFailure(reason: "DuckDB found no memory to start in")
    }
    defer { duck.destroy_config(&config) }
    for (name, value) in settings + OpenDatabase.settings {
      guard duck.set_config(config, name, value) == 0 else {
        throw LoadingFailure(reason: "DuckDB \(library.version) has no setting '\(name)'")
      }
    }
    var handle: OpaquePointer?
    var message: UnsafeMutablePointer<CChar>?
    let state = opening(config, &handle, &message)
    defer { duck.free(message) }
    guard state == 0 else {
      duck.close(&handle)
      let told = message.map { String(cString: $0) } ?? "DuckDB gives no reason"
      throw LoadingFailure(
        reason: DuckDBFailure.reason(opening: told, version: library.version))
    }
    return handle
  }

  private static func connect(
    _ handle: inout OpaquePointer?, _ library: DuckDBLibrary
  ) throws(LoadingFailure) -> OpaquePointer {
    let duck = library.functions.pointee
    var connection: OpaquePointer?
    guard let database = handle, duck.connect(database, &connection) == 0, let connection else {
      duck.close(&handle)
      throw LoadingFailure(reason: "DuckDB has no room for a connection")
    }
    // Without the extension for time zones DuckDB knows no such setting, and no zone but UTC.
    _ = duck.query(connection, "SET TimeZone = 'UTC'", nil)
    return connection
  }

  /// A report must not fetch code from the network, nor depend on what is installed.
  private static let settings = [
    (name: "autoload_known_extensions", value: "false"),
    (name: "autoinstall_known_extensions", value: "false"),
  ]
}

/// A folder of our own for what does not fit the memory; it goes with its owner.
private final class TemporaryFolder {
  private let path: String

  /// The folder inside that DuckDB makes when it needs it.
  var spilled: String { path + "/spilled" }

  init(_ environment: (String) -> String?) throws(LoadingFailure) {
    let parent = environment("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    let pattern = String(repeating: "X", count: 6)
    var template = Array("\(parent)/broadsheet-\(pattern)".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw LoadingFailure(
        reason: "no folder can be made in '\(parent)': \(String(cString: strerror(errno)))")
    }
    path = template.withUnsafeBufferPointer { letters in
      letters.baseAddress.map { String(cString: $0) } ?? parent
    }
  }

  // DuckDB has removed its own folder inside.
  deinit { rmdir(path) }
}
