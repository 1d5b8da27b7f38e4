import Foundation
import Testing

/// The tables of `docs/architecture.md` and `README.md` against `Package.swift` and the folders.
@Suite
struct ArchitecturePageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  /// Every module with what it imports, as `Package.swift` says it.
  private func declared() throws -> [String: Set<String>] {
    let package = try text("Package.swift")
    let targets = package.split(separator: "/// Modules with tests")[0]
      .split(separator: /\n    \.(?=(?:target|executableTarget|systemLibrary)\()/).dropFirst()
    var modules: [String: Set<String>] = [:]
    for target in targets {
      guard let name = target.firstMatch(of: /name: "(\w+)"/) else { continue }
      if target.contains("path: \"Tests/") { continue }
      let products = target.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
      let plain = target.replacing(/\.product\([^)]*\)/, with: "")
      let list = plain.firstMatch(of: /dependencies: \[([^\]]*)\]/).map { String($0.1) } ?? ""
      let names = list.matches(of: /"(\w+)"/).map { String($0.1) }
      modules[String(name.1)] = Set(names + products)
    }
    return modules
  }

  @Test func theModuleTableIsThePackage() throws {
    let declared = try declared()
    let rows = try text("docs/architecture.md").matches(of: /\n\| `(\w+)` \| [^|]+ \| ([^|]+) \|/)
    #expect(declared.count > 30)
    #expect(Set(rows.map { String($0.1) }) == Set(declared.keys))
    for row in rows {
      let named = row.2 == "–" ? [] : row.2.split(separator: ", ").map(String.init)
      #expect(Set(named) == declared[String(row.1)], "\(row.1)")
    }
  }

  @Test func theFilesToOpenFirstAreThere() throws {
    let rows = try text("README.md").matches(of: /\n\| \d \| [^|]+ \| ([^|]+) \| ([^|]+) \|/)
    #expect(rows.count == 9)
    for row in rows {
      let modules = row.1.matches(of: /`(\w+)`/).map { String($0.1) }
      for file in row.2.matches(of: /`([\w\/+.]+)`/).map({ String($0.1) }) {
        let isThere = modules.contains { module in
          FileManager.default.fileExists(
            atPath: Self.root.appending(path: "Sources/\(module)/\(file)").path())
        }
        #expect(isThere, "\(file)")
      }
    }
  }

  @Test func linksBetweenThePagesLeadSomewhere() throws {
    for page in [
      "README.md", "docs/architecture.md", "docs/databases.md", "docs/operations.md",
      "docs/report-spec.md",
    ] {
      let folder = Self.root.appending(path: page).deletingLastPathComponent()
      for link in try text(page).matches(of: /\]\((?!https?:|#)([^)#]+)/) {
        let target = folder.appending(path: String(link.1)).standardizedFileURL
        #expect(FileManager.default.fileExists(atPath: target.path()), "\(page): \(link.1)")
      }
    }
  }
}
