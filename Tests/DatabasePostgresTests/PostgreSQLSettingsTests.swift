import Database
import Testing

@testable import DatabasePostgres

@Suite struct PostgreSQLSettingsTests {
  private func settings(
    _ url: String, environment: [String: String] = [:]
  ) throws -> PostgreSQLSettings {
    try PostgreSQLSettings(
      DatabaseURL(url), ConnectionOptions(limit: .seconds(60), environment: { environment[$0] }))
  }

  private func value(_ keyword: String, of url: String) throws -> String? {
    try settings(url).parameters.first { $0.keyword == keyword }?.value
  }

  @Test(arguments: [
    ("postgresql://ann:p%40ss@db.example:5433/sales", "host", "db.example"),
    ("postgresql://ann:p%40ss@db.example:5433/sales", "port", "5433"),
    ("postgresql://ann:p%40ss@db.example:5433/sales", "user", "ann"),
    ("postgresql://ann:p%40ss@db.example:5433/sales", "password", "p@ss"),
    ("postgresql://ann@db/my%20sales", "dbname", "my sales"),
    ("postgres://db", "dbname", nil), ("postgres://db", "user", nil),
    ("postgres://db", "port", nil),
    ("postgresql://[::1]:5433/x", "host", "::1"), ("postgresql://[::1]/x", "port", nil),
    ("postgresql://%2Fvar%2Frun%2Fpostgresql/x", "host", "/var/run/postgresql"),
    ("postgresql://a:5432,[::1]:5433,c/x", "host", "a,::1,c"),
    ("postgresql://a:5432,[::1]:5433,c/x", "port", "5432,5433,"),
    ("postgresql://a,b:6000/x", "port", ",6000"),
    ("postgresql://a/x?sslmode=verify-full", "sslmode", "verify-full"),
    ("postgresql://a/x?application_name=night", "application_name", "night"),
    ("postgresql://a/x?options=-c%20search_path%3Dsales", "options", "-c search_path=sales"),
    ("postgresql://a/x", "fallback_application_name", "broadsheet"),
  ])
  func partIsRead(_ url: String, _ keyword: String, _ expected: String?) throws {
    #expect(try value(keyword, of: url) == expected)
  }

  @Test func passwordComesFromTheEnvironmentWhereTheURLHasNone() throws {
    let given = try settings("postgresql://ann@db/x", environment: ["PGPASSWORD": "pw"])
    #expect(given.parameters.contains { $0.keyword == "password" && $0.value == "pw" })
    let own = try settings("postgresql://ann:own@db/x", environment: ["PGPASSWORD": "pw"])
    #expect(own.parameters.contains { $0.keyword == "password" && $0.value == "own" })
  }

  @Test func limitsAreRead() throws {
    let plain = try settings("postgresql://db/x")
    #expect(plain.connectLimit == .seconds(10) && plain.queryLimit == .seconds(60))
    let own = try settings("postgresql://db/x?connect_timeout=2&timeout=0.5")
    #expect(own.connectLimit == .seconds(2) && own.queryLimit == .milliseconds(500))
  }

  @Test(arguments: [
    ("sslmod=require", "there is no option 'sslmod'; did you mean 'sslmode'?"),
    ("timeout=soon", "'timeout' is 'soon', not a number of seconds"),
    ("connect_timeout=0", "'connect_timeout' is '0', not a number of seconds"),
    ("timeout=nan", "'timeout' is 'nan', not a number of seconds"),
    ("application_name=a%00b", "it holds a zero byte"),
  ])
  func badOptionIsTold(_ option: String, _ reason: String) {
    let error = #expect(throws: DatabaseError.self) {
      try settings("postgresql://a:pw@db/x?\(option)")
    }
    guard case .badURL(let url, let told) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(told == reason)
    #expect(!url.contains("pw"))
  }

  @Test func badPortOfOneOfSeveralServersIsTold() throws {
    #expect(
      throws: DatabaseError.badURL("postgresql://a:0,b/x", reason: "'0' is no port")
    ) { try settings("postgresql://a:0,b/x") }
  }
}
