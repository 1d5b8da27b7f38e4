import Testing

@testable import DatabasePostgres

@Suite struct ConnectFailureTests {
  /// libpq 15's words.
  @Test(arguments: [
    (
      """
      connection to server at "127.0.0.1", port 1 failed: Connection refused
      \tIs the server running on that host and accepting TCP/IP connections?

      """, "Connection refused; is the server running, and is this its port?"
    ),
    (
      """
      connection to server at "localhost" (::1), port 1 failed: Connection refused
      \tIs the server running on that host and accepting TCP/IP connections?
      connection to server at "localhost" (127.0.0.1), port 1 failed: Connection refused
      \tIs the server running on that host and accepting TCP/IP connections?

      """, "Connection refused; is the server running, and is this its port?"
    ),
    (
      """
      connection to server at "db" (10.0.0.7), port 5432 failed: FATAL:  database "x" does not exist

      """, "database \"x\" does not exist"
    ),
    (
      "could not translate host name \"nowhere\" to address: Name or service not known\n",
      "could not translate host name \"nowhere\" to address: Name or service not known"
    ),
    (
      """
      connection to server at "db" (10.0.0.7), port 5432 failed: fe_sendauth: no password supplied

      """, "fe_sendauth: no password supplied; write it in the URL, or set PGPASSWORD"
    ),
    ("", ""),
  ])
  func wordsAreShortened(_ words: String, _ reason: String) {
    #expect(ConnectFailure.reason(words) == reason)
  }
}
