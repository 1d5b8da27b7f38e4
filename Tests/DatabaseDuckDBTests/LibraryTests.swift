import Database
import Foundation
import TestSupport
import Testing

@testable import DatabaseDuckDB

@Suite struct LibraryTests {
  /// What is told where the environment is such.
  private func told(_ environment: [String: String]) -> String? {
    do throws(DatabaseError) {
      _ = try DuckDBConnection(inMemory: ConnectionOptions(environment: { environment[$0] }))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func aNamedLibraryThatCannotBeLoadedIsTold() {
    let told = told(["BROADSHEET_DUCKDB": "/nowhere/libduckdb.so"])
    #expect(
      told == """
        cannot connect to 'a DuckDB database in memory': '/nowhere/libduckdb.so' does not serve as \
        DuckDB: /nowhere/libduckdb.so: cannot open shared object file: No such file or directory
        """)
  }

  @Test func aLibraryThatIsNotDuckDBIsTold() {
    let told = told(["BROADSHEET_DUCKDB": "libm.so.6"])
    #expect(
      told == """
        cannot connect to 'a DuckDB database in memory': 'libm.so.6' does not serve as DuckDB: it \
        has no 'duckdb_library_version'
        """)
  }

  @Test func adviceNamesThreeWays() {
    #expect(
      LibrarySearch.advice(nil) == """
        DuckDB's library was not found: set BROADSHEET_DUCKDB to the path of 'libduckdb.so', or \
        put that library where the system finds it, or install the Python package 'duckdb'
        """)
    #expect(LibrarySearch.advice("it is broken").contains("cannot be loaded: it is broken; set"))
  }

  @Test func aNamedLibraryIsTheOnlyOneTried() {
    let candidates = LibrarySearch { $0 == "BROADSHEET_DUCKDB" ? "/a/libduckdb.so" : nil }
      .candidates
    #expect(candidates == [.init("/a/libduckdb.so", isNamed: true)])
  }

  @Test func modulesAreFoundWherePythonLooks() throws {
    try withTemporaryFolder { folder in
      let module = "_duckdb.cpython-312-x86_64-linux-gnu.so"
      let places = [
        "venv/lib/python3.12/site-packages", "home/.local/lib/python3.12/site-packages",
        "home/.pyenv/versions/3.12.1/lib/python3.12/site-packages",
        "path/lib/python3.12/site-packages",
      ].map { folder.appending(path: $0) }
      for place in places {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data().write(to: place.appending(path: module))
      }
      let bin = folder.appending(path: "path/bin")
      try FileManager.default.createDirectory(at: bin, withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        at: bin.appending(path: "python3"), withDestinationURL: URL(filePath: "/bin/sh"))
      let environment = [
        "VIRTUAL_ENV": folder.path + "/venv", "HOME": folder.path + "/home",
        "PATH": "/nowhere:" + bin.path,
      ]
      let found = LibrarySearch { environment[$0] }.candidates.map(\.path)
        .filter { $0.hasPrefix(folder.path) }
      #expect(found == [0, 3, 1, 2].map { places[$0].appending(path: module).path })
    }
  }

  @Test(
    arguments: [
      ("/usr/lib/libduckdb.so", nil),
      (
        "/p/lib/python3.12/site-packages/_duckdb.cpython-312-x86_64-linux-gnu.so",
        [
          "/p/lib/libpython3.12.so.1.0", "/p/lib/libpython3.12.so", "libpython3.12.so.1.0",
          "libpython3.12.so",
        ]
      ),
      ("_duckdb.cpython-39-x.so", ["libpython3.9.so.1.0", "libpython3.9.so"]),
    ] as [(String, [String]?)])
  func aModuleNeedsThePythonOfItsName(_ path: String, _ python: [String]?) {
    #expect(LibrarySearch.Candidate(path).python == python)
  }
}
