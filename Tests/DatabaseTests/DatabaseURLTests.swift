import Database
import Testing

@Suite struct DatabaseURLTests {
  @Test(arguments: [
    ("sqlite:///output/demo.db", "output/demo.db"), ("sqlite:////data/a.db", "/data/a.db"),
    ("sqlite:///a b?%40.db", "a b?%40.db"), ("sqlite:///ÄÖ.db", "ÄÖ.db"),
  ])
  func fileIsTheRestOfTheURL(_ text: String, _ path: String) throws {
    let url = try DatabaseURL(text)
    #expect(url.system == .sqlite)
    #expect(url.path == path)
    #expect(url.redacted == text)
  }

  @Test func serverIsTakenApart() throws {
    let url = try DatabaseURL("postgresql://ann:p%40ss:w@db.example:5433/sales?sslmode=require")
    #expect(url.system == .postgresql)
    #expect(url.user == "ann")
    #expect(url.password == "p@ss:w")
    #expect(url.host == "db.example")
    #expect(url.port == 5433)
    #expect(url.path == "sales")
    #expect(url.options == ["sslmode": "require"])
  }

  @Test(
    arguments: [
      ("duckdb:///a.duckdb", .duckdb), ("files:///data", .files), ("postgres://h/d", .postgresql),
      ("databricks://token:t@h?http_path=/sql/1", .databricks),
      ("spark://u:p@[::1]:10001/default", .spark),
    ] as [(String, DatabaseURL.System)])
  func everySystemIsKnown(_ text: String, _ system: DatabaseURL.System) throws {
    #expect(try DatabaseURL(text).system == system)
  }

  @Test(arguments: [
    ("postgresql://ann:hush@db/sales", "postgresql://ann:***@db/sales"),
    ("postgresql://ann:hu@sh@db/sales", "postgresql://ann:***@db/sales"),
    ("postgresql://ann:hu/s?h@db/sales", "postgresql://ann:***@db/sales"),
    ("postgresql://ann@db/sales", "postgresql://ann@db/sales"),
    (
      "databricks://token:hush@h?http_path=/sql/1&access_token=hush&catalog=main",
      "databricks://token:***@h?http_path=/sql/1&access_token=***&catalog=main"
    ),
    ("mysql://ann:hush@db/x", "mysql://ann:***@db/x"),
    ("databricks://dapi0123456789abcdef0123@h?http_path=x", "databricks://***@h?http_path=x"),
    ("databricks://hush@h?http_path=x", "databricks://***@h?http_path=x"),
    ("databricks://oauth@h?http_path=/x?token=hush", "databricks://oauth@h?http_path=***"),
    ("postgresql://u@h/d?sslmode=require#token=hush", "postgresql://u@h/d?sslmode=***"),
    ("postgres:/u:hush@h/d", "***"), ("u:hush@h:1/d", "***"),
    ("sqlite://u:hush@h/no.db", "sqlite://***@h/no.db"),
    ("duckdb:///md:foo?motherduck_token=hush", "duckdb:///md:foo?***"),
    ("postgresql://ann:hush", "postgresql://ann:***"),
    ("postgresql://ann:hush/sales?sslmode=x", "postgresql://ann:***/sales?sslmode=x"),
    ("postgresql://h:1,g:2/d", "postgresql://h:1,g:2/d"),
    ("spark://h?hush", "spark://h?***"),
    ("hush-hush-hush-hush-hush", "***"),
  ])
  func secretsAreHidden(_ text: String, _ redacted: String) {
    #expect(DatabaseURL.redact(text) == redacted)
  }

  @Test(arguments: [
    (
      "demo.db",
      "'demo.db' is no source: a source begins with its system, such as 'sqlite:///file.db'"
    ),
    (
      "mysql://ann:hush@db/x",
      """
      'mysql://ann:***@db/x' is no source: 'mysql' is no known system; known are sqlite, duckdb, \
      files, postgresql, databricks, spark
      """
    ),
    (
      "sqlite://a.db",
      "'sqlite://a.db' is no source: a file needs three slashes, or four for a path from the root"
    ),
    ("sqlite:///", "'sqlite:///' is no source: it names no file"),
    ("postgresql://u:hush@/d", "'postgresql://u:***@/d' is no source: it names no server"),
    (
      "postgresql://h:99999/d",
      """
      'postgresql://h:99999/d' is no source: a port is a number from 1 to 65535, found 99999; \
      'user:password' ends with '@'
      """
    ),
    (
      "postgresql://ann:hush",
      """
      'postgresql://ann:***' is no source: a port is a number from 1 to 65535; 'user:password' \
      ends with '@'
      """
    ),
    (
      "postgresql://u:%zz@h/d",
      """
      'postgresql://u:***@h/d' is no source: a '%' must be followed by two hexadecimal digits; \
      '%' itself is written '%25'
      """
    ),
    ("spark://h?hush", "'spark://h?***' is no source: an option has no value: 'name=value'"),
  ])
  func brokenURLTellsWhyAndKeepsItsSecrets(_ text: String, _ message: String) {
    let error = #expect(throws: DatabaseError.self) { try DatabaseURL(text) }
    #expect(error?.description == message)
  }
}
