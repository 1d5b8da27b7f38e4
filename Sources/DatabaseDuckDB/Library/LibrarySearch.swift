import Glibc

/// Where DuckDB's library may be: where `BROADSHEET_DUCKDB` says, where the system finds
/// libraries, or inside the `duckdb` package of a Python.
struct LibrarySearch {
  /// A file that may be DuckDB's library.
  struct Candidate: Hashable {
    let path: String
    /// Whether a person named it, so that no other may stand in for it.
    let isNamed: Bool

    init(_ path: String, isNamed: Bool = false) {
      self.path = path
      self.isNamed = isNamed
    }

    /// Whether the file is known to be there; a bare name is for the system to find.
    var isFile: Bool { path.contains("/") }

    /// The names of the Python library that a module such as `_duckdb.cpython-311-….so` takes its
    /// symbols from, the one beside it first; nil for a library that is no module of Python's.
    var python: [String]? {
      guard let mark = path.firstRange(of: ".cpython-3") else { return nil }
      let minor = path[mark.upperBound...].prefix { $0.isNumber }
      let names = ["libpython3.\(minor).so.1.0", "libpython3.\(minor).so"]
      // /prefix/lib/python3.11/site-packages/_duckdb….so stands beside /prefix/lib/libpython3.11.so.
      guard let lib = path.firstRange(of: "/python3.\(minor)/") else { return names }
      return names.map { path[..<lib.lowerBound] + "/" + $0 } + names
    }
  }

  private let environment: (String) -> String?

  init(_ environment: @escaping (String) -> String?) { self.environment = environment }

  /// The files to try, in order.
  var candidates: [Candidate] {
    if let named = environment("BROADSHEET_DUCKDB"), !named.isEmpty {
      return [Candidate(named, isNamed: true)]
    }
    let system = ["libduckdb.so", "/usr/local/lib/libduckdb.so"].map { Candidate($0) }
    return system.filter { !$0.isFile || access($0.path, R_OK) == 0 } + modules
  }

  /// Python's DuckDB modules in the places where a `python3` of this environment would look.
  private var modules: [Candidate] {
    var prefixes = [environment("VIRTUAL_ENV"), environment("CONDA_PREFIX"), pythonOnPath]
    let home = environment("HOME")
    prefixes += [home.map { "\($0)/.local" }, "/usr/local", "/usr"]
    let pyenv = environment("PYENV_ROOT") ?? home.map { "\($0)/.pyenv" }
    prefixes.append(pyenv.map { "\($0)/versions/*" })
    var paths: [String] = []
    for case let prefix? in prefixes where prefix.hasPrefix("/") {
      for folder in ["lib/python3*/site-packages", "lib/python3*/dist-packages"] {
        paths += files(matching: "\(prefix)/\(folder)/_duckdb.cpython-3*.so")
      }
    }
    return paths.enumerated().filter { !paths[..<$0].contains($1) }.map { Candidate($1) }
  }

  /// Where the first `python3` of PATH is installed.
  private var pythonOnPath: String? {
    let folders = environment("PATH")?.split(separator: ":") ?? []
    let folder = folders.first { access("\($0)/python3", X_OK) == 0 && $0.hasSuffix("/bin") }
    return folder.map { String($0.dropLast("/bin".count)) }
  }

  private func files(matching pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { index in
      found.gl_pathv[index].map { String(cString: $0) }
    }
  }

  /// What to do where no library was found, or none that can be loaded.
  static func advice(_ failure: String?) -> String {
    let ways = """
      set BROADSHEET_DUCKDB to the path of 'libduckdb.so', or put that library where the system \
      finds it, or install the Python package 'duckdb'
      """
    return failure.map { "DuckDB's library cannot be loaded: \($0); \(ways)" }
      ?? "DuckDB's library was not found: \(ways)"
  }
}
