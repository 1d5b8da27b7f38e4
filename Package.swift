// swift-tools-version: 6.2
import Foundation
import PackageDescription

let package = Package(
  name: "broadsheet",
  products: [.executable(name: "broadsheet", targets: ["BroadsheetCommand"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // Leaves: words that every stage shares.
    .target(name: "Dates", dependencies: ["CGLib"]),
    .target(name: "Diagnostics"),
    .target(name: "JSON"),
    .target(name: "Drawing"),
    .target(name: "Markup"),
    .target(name: "Fitness", dependencies: ["Drawing"]),
    .target(name: "Frame", dependencies: ["Dates"]),
    .target(name: "Formatting", dependencies: ["Dates", "Frame"]),

    // Stages 1 to 3: a spec becomes a checked plan and SQL.
    .target(name: "Spec", dependencies: ["Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(name: "Expressions", dependencies: ["Dates", "Diagnostics"]),
    .target(name: "SQL", dependencies: ["Dates", "Diagnostics", "Expressions"]),
    .target(name: "Queries", dependencies: ["Diagnostics", "Expressions", "SQL", "Spec"]),

    // Stage 4: databases.
    .target(name: "Database", dependencies: ["Dates", "Expressions", "Frame", "SQL"]),
    .target(
      name: "DatabaseSQLite",
      dependencies: ["CSQLite", "Database", "Dates", "Expressions", "Frame", "SQL"]),

    .target(
      name: "DatabaseDuckDB",
      dependencies: ["CDuckDB", "Database", "Dates", "Expressions", "Frame", "SQL"]),
    .target(
      name: "DatabasePostgres",
      dependencies: [
        "CPostgres", "Database", "Dates", "Diagnostics", "Expressions", "Frame", "SQL",
      ]),
    .target(
      name: "DatabaseSpark",
      dependencies: ["CCurl", "Database", "Dates", "Expressions", "Frame", "JSON", "SQL"]),
    .target(
      name: "DatabaseFiles",
      dependencies: [
        "CSQLite", "Database", "DatabaseDuckDB", "DatabaseSQLite", "Dates", "Expressions", "Frame",
        "SQL",
      ]),

    // Stages 5 and 6: numbers and pictures.
    .target(name: "Statistics", dependencies: ["CBoostMath", "CKernels", "Dates", "Frame"]),
    .target(
      name: "Evaluation",
      dependencies: ["Dates", "Diagnostics", "Expressions", "Formatting", "Frame", "Statistics"]),
    .target(
      name: "Charts",
      dependencies: [
        "CKernels", "Dates", "Diagnostics", "Drawing", "Evaluation", "Expressions", "Formatting",
        "Frame",
        "JSON",
        "Spec", "Statistics",
      ]),

    // Stages 7 and 8: pages and bytes.
    .target(
      name: "Pages",
      dependencies: [
        "CMark", "Charts", "Dates", "Diagnostics", "Drawing", "Evaluation", "Expressions",
        "Formatting", "Frame", "JSON", "Spec", "Statistics",
      ]),
    .target(name: "PNG", dependencies: ["CDeflate"]),
    .target(name: "Cairo", dependencies: ["CKernels", "CPangoCairo", "Drawing", "PNG"]),
    .target(name: "ExportPDF", dependencies: ["CQPDF", "Cairo", "Dates", "Drawing", "Pages"]),
    .target(
      name: "ExportHTML",
      dependencies: [
        "Charts", "Dates", "Drawing", "Formatting", "Frame", "Markup", "PNG", "Pages", "Templates",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "ExportMail",
      dependencies: [
        "Charts", "Dates", "Drawing", "Formatting", "Frame", "Markup", "Pages", "Templates",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Templates", path: "templates",
      resources: [
        .embedInCode("report.mustache"), .embedInCode("report.css"),
        .embedInCode("mail.mustache"), .embedInCode("mail-text.mustache"),
      ]),

    // Stage 9, and the whole.
    .target(name: "Delivery", dependencies: ["CFiles", "CGLib"]),
    .target(name: "Demo", dependencies: ["CSQLite", "Dates"]),
    .target(name: "SpecReference", dependencies: ["JSON"]),
    .target(
      name: "Pipeline",
      dependencies: [
        "Charts", "Database", "Dates", "Delivery", "Diagnostics", "Drawing", "Evaluation",
        "ExportHTML", "ExportMail", "ExportPDF", "Expressions", "Fitness", "Formatting", "Frame",
        "JSON", "Pages", "Queries", "SQL", "Spec", "Statistics",
      ]),
    .executableTarget(
      name: "BroadsheetCommand",
      dependencies: [
        "Cairo", "Database", "DatabaseDuckDB", "DatabaseFiles", "DatabasePostgres",
        "DatabaseSQLite", "DatabaseSpark", "Dates", "Delivery", "Demo", "Diagnostics", "Drawing",
        "Expressions", "Formatting", "Frame", "JSON", "Pipeline", "Queries", "SQL",
        "Spec", "SpecReference",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // C libraries: module maps and thin shims.
    .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(name: "CDuckDB", linkerSettings: [.linkedLibrary("dl")]),
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
    .target(name: "CBoostMath"),
    .target(name: "CKernels"),
    .target(name: "CFiles"),
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(name: "CQPDF", pkgConfig: "libqpdf", providers: [.apt(["libqpdf-dev"])]),
    .systemLibrary(name: "CMark", providers: [.apt(["libcmark-gfm-dev"])]),

    // The project's side of the side-by-side measurements.
    .executableTarget(
      name: "FetchRows",
      dependencies: [
        "Database", "DatabaseDuckDB", "DatabasePostgres", "DatabaseSQLite", "DatabaseSpark",
        "Frame", "SQL",
      ], path: "bench/FetchRows"),
    .executableTarget(
      name: "Kernels", dependencies: ["Frame", "Statistics"], path: "bench/Kernels"),
    .executableTarget(
      name: "DrawCharts",
      dependencies: [
        "Cairo", "Charts", "Dates", "Diagnostics", "Drawing", "Evaluation", "ExportPDF",
        "Formatting", "Frame", "Pages", "Spec",
      ], path: "bench/DrawCharts"),

    // The table of certified digits.
    .executableTarget(
      name: "Certify", dependencies: ["Frame", "JSON", "Statistics"], path: "bench/Certify"),

    // Tests: one target a module, and the whole command end to end.
    .target(name: "TestSupport", dependencies: ["Drawing"], path: "Tests/TestSupport"),
    .target(
      name: "DialectSuite",
      dependencies: [
        "Database", "Dates", "Diagnostics", "Expressions", "Frame", "Queries", "SQL", "Spec",
        "TestSupport",
      ],
      path: "Tests/DialectSuite"),
    .target(
      name: "TestEngines",
      dependencies: [
        "CPostgres", "CSQLite", "Database", "DatabaseDuckDB", "DatabasePostgres", "DatabaseSQLite",
        "DatabaseSpark",
        "DialectSuite", "Expressions", "Frame", "SQL",
      ],
      path: "Tests/TestEngines"),
    .target(
      name: "ReportFixture",
      dependencies: ["Charts", "Drawing", "Frame", "Pages", "TestSupport"],
      path: "Tests/ReportFixture"),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

/// Modules with tests, and what their tests import besides the module and TestSupport.
let tested: [(module: String, with: [String])] = [
  ("Dates", []),
  ("Diagnostics", []),
  ("JSON", []),
  ("Drawing", []),
  ("Markup", []),
  ("Fitness", ["Cairo", "Drawing"]),
  ("Frame", ["Dates"]),
  ("Formatting", ["Dates", "Frame"]),
  ("Spec", ["Diagnostics"]),
  (
    "SpecReference",
    ["Diagnostics", "Expressions", "Formatting", "JSON", "Pages", "Pipeline", "Queries", "Spec"]
  ),
  ("Expressions", ["Dates", "Diagnostics"]),
  ("SQL", ["Dates", "Diagnostics", "DialectSuite", "Expressions"]),
  ("Queries", ["Diagnostics", "Expressions", "SQL", "Spec"]),
  ("Database", ["Dates", "Expressions", "Frame", "SQL"]),
  (
    "DatabaseSQLite",
    [
      "CSQLite", "Database", "Dates", "Diagnostics", "DialectSuite", "Expressions", "Frame", "SQL",
      "TestEngines",
    ]
  ),
  (
    "DatabaseDuckDB",
    [
      "Database", "Dates", "Diagnostics", "DialectSuite", "Expressions", "Frame", "SQL",
      "TestEngines",
    ]
  ),
  (
    "DatabasePostgres",
    [
      "CPostgres", "Database", "Dates", "Diagnostics", "DialectSuite", "Expressions", "Frame",
      "SQL", "TestEngines",
    ]
  ),
  (
    "DatabaseSpark",
    [
      "Database", "Dates", "Diagnostics", "DialectSuite", "Expressions", "Frame", "JSON", "SQL",
      "TestEngines",
    ]
  ),
  (
    "DatabaseFiles",
    [
      "Database", "DatabaseDuckDB", "Dates", "Diagnostics", "DialectSuite", "Expressions", "Frame",
      "SQL",
    ]
  ),
  ("Statistics", ["CKernels", "Dates", "Frame"]),
  ("Certify", []),
  ("Evaluation", ["Dates", "Diagnostics", "Expressions", "Formatting", "Frame", "Statistics"]),
  (
    "Charts",
    [
      "Cairo", "Dates", "Diagnostics", "Drawing", "Evaluation", "Expressions", "Fitness",
      "Formatting", "Frame",
      "JSON", "Spec", "Statistics",
    ]
  ),
  (
    "Pages",
    [
      "Cairo", "Charts", "Dates", "Diagnostics", "Drawing", "Evaluation", "Expressions",
      "Formatting",
      "Frame", "JSON", "Spec", "Statistics",
    ]
  ),
  ("Cairo", ["CKernels", "CPangoCairo", "Drawing", "PNG"]),
  ("ExportPDF", ["Cairo", "Dates", "Drawing", "Pages"]),
  (
    "ExportHTML",
    [
      "Cairo", "Charts", "Dates", "Drawing", "Formatting", "Frame", "Markup", "Pages",
      "ReportFixture",
    ]
  ),
  (
    "ExportMail",
    [
      "Cairo", "Charts", "Dates", "Drawing", "Formatting", "Frame", "Markup", "Pages",
      "ReportFixture",
    ]
  ),
  ("Delivery", []),
  ("Demo", ["CSQLite", "Dates"]),
  (
    "Pipeline",
    [
      "Cairo", "Database", "DatabaseSQLite", "Dates", "Delivery", "Diagnostics", "Drawing", "Frame",
      "JSON", "Spec",
    ]
  ),
]

for (module, with) in tested {
  package.targets.append(
    .testTarget(
      name: "\(module)Tests",
      dependencies: ([module, "TestSupport"] + with).map { .init(stringLiteral: $0) }))
}
package.targets.append(
  .testTarget(
    name: "EndToEndTests",
    dependencies: ["BroadsheetCommand", "DialectSuite", "JSON", "SQL", "TestSupport"],
    exclude: ["Engines", "Peer", "Positions"]))
package.targets.append(
  .testTarget(
    name: "AgreementTests",
    dependencies: [
      "Database", "Dates", "Diagnostics", "DialectSuite", "Evaluation", "Expressions", "Frame",
      "SQL", "TestEngines", "TestSupport",
    ]))
package.targets.append(
  .testTarget(name: "TestSupportTests", dependencies: ["Drawing", "TestSupport"]))

// Tests read what they expect from these folders by path, so that it is not built into bundles.
for target in package.targets where target.isTest {
  let folder = "\(Context.packageDirectory)/Tests/\(target.name)"
  let parts = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  let candidates =
    ["Data", "Expected", "Golden"] + parts.sorted().map { "\($0)/Golden" }
  target.exclude += candidates.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}
