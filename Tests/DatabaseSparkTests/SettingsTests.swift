import Database
import Testing

@testable import DatabaseSpark

@Suite struct SettingsTests {
  private func settings(_ url: String, _ environment: [String: String] = [:]) throws -> Settings {
    try Settings(
      DatabaseURL(url), ConnectionOptions(environment: { environment[$0] }))
  }

  @Test func urlOfDatabricksSaysAll() throws {
    let settings = try settings(
      "databricks://token:T@host.cloud:443/?http_path=/sql/1.0/warehouses/a&catalog=c&schema=s")
    #expect(settings.endpoint == "https://host.cloud:443/sql/1.0/warehouses/a")
    #expect(settings.signIn == .token("T"))
    #expect(settings.catalog == "c" && settings.schema == "s")
  }

  @Test(arguments: [
    [
      "DATABRICKS_SERVER_HOSTNAME": "h", "DATABRICKS_HTTP_PATH": "/p", "DATABRICKS_TOKEN": "T",
      "SERVER_HOSTNAME": "old",
    ],
    ["DATABRICKS_HOST": "https://h/", "HTTP_PATH": "p", "ACCESS_TOKEN": "T"],
    ["SERVER_HOSTNAME": "h", "HTTP_PATH": "/p", "ACCESS_TOKEN": "T"],
  ])
  func environmentSaysWhatTheURLLacks(_ environment: [String: String]) throws {
    let settings = try settings("databricks://?catalog=c", environment)
    #expect(settings.endpoint == "https://h/p")
    #expect(settings.signIn == .token("T"))
  }

  @Test func clientOfOAuthComesFromTheURLOrTheEnvironment() throws {
    let known = Settings.SignIn.client(id: "me", secret: "S", at: "https://h/oidc/v1/token")
    let variables = ["DATABRICKS_CLIENT_ID": "me", "DATABRICKS_CLIENT_SECRET": "S"]
    let urls = [
      "databricks://h?http_path=p", "databricks://oauth@h?http_path=p",
      "databricks://oauth:S@h?http_path=p", "databricks://h?http_path=p&client_id=me",
    ]
    for url in urls { #expect(try settings(url, variables).signIn == known) }
    let both = variables.merging(["DATABRICKS_TOKEN": "T"]) { $1 }
    #expect(try settings(urls[0], both).signIn == .token("T"))
    #expect(try settings(urls[1], both).signIn == known)
  }

  @Test(arguments: [
    ("databricks://token:T@?http_path=p", "it has no server"),
    ("databricks://token:T@h", "it has no HTTP path"),
    ("databricks://h?http_path=p", "it has no token"),
    ("databricks://oauth@h?http_path=p", "it has no client's credentials"),
    ("databricks://t:T@h?http_path=p&timeout=soon", "'soon' is no time-out in seconds"),
    ("databricks://t:T@h?http_pth=p", "there is no option 'http_pth'"),
    ("databricks://t:a%0AX-Other:%20b@h?http_path=p", "its token has a line break"),
    ("spark://h?catalog=c", "Spark's URL takes no catalog; name tables with three parts"),
    ("spark://h?ssl=maybe", "'ssl' is 'true' or 'false', not 'maybe'"),
  ])
  func whatIsMissingIsTold(_ url: String, _ words: String) {
    let failure = #expect(throws: DatabaseError.self) { try settings(url) }
    #expect(failure?.description.contains(words) ?? false, "\(failure as Any)")
  }

  @Test func blanksAroundVariablesAreNoPartOfThem() throws {
    let settings = try settings(
      "databricks://", ["DATABRICKS_HOST": "h\n", "HTTP_PATH": " p ", "ACCESS_TOKEN": "\tT\r\n"])
    #expect(settings.endpoint == "https://h/p")
    #expect(settings.signIn == .token("T"))
  }

  @Test(arguments: [
    ("spark://h", "http://h:10001/cliservice"),
    ("spark://h:1/db?http_path=/x", "http://h:1/x"),
    ("spark://h?ssl=true", "https://h:10001/cliservice"),
  ])
  func sparkHasItsUsualPlace(_ url: String, _ endpoint: String) throws {
    #expect(try settings(url).endpoint == endpoint)
  }

  @Test(arguments: [
    ("https://h/sql/protocolv1/o/123/0-x", "123"), ("https://h/x?o=45", "45"),
    ("https://h/sql/1.0/warehouses/a", nil),
  ])
  func workspaceIsReadFromThePath(_ endpoint: String, _ workspace: Substring?) throws {
    var settings = try settings("databricks://t:T@h?http_path=p")
    settings.endpoint = endpoint
    #expect(settings.workspace == workspace)
  }
}
