import Foundation
import TestSupport
import Testing

/// What a secret parameter's value gets into: nothing.
@Suite struct SecretTests {
  private let spec = """
    title: Secret
    source: ${DATABASE_URL}
    parameters:
      code: { type: text, secret: true, help: A code that nobody may read }
    queries:
      q: { from: t, select: [n: "cast(:code as integer)"] }
    report:
      - figures: [{ label: N, value: max(q.n) }]
    """

  @Test func aFailedQueryDoesNotTellIt() throws {
    try withTemporaryFolder { folder in
      let database = folder.appending(path: "t.db")
      try Product.makeDatabase("CREATE TABLE t (a); INSERT INTO t VALUES (1)", at: database)
      let file = folder.appending(path: "secret.yaml")
      try Data(spec.utf8).write(to: file)
      let out = folder.appending(path: "out")
      let result = try Product.run(
        ["run", file.path, "-p", "code=s3cr3t-w0rd", "--out", out.path],
        environment: ["DATABASE_URL": "sqlite:///\(database.path)"])
      #expect(result.status == 4)
      #expect(result.errorText.contains("query 'q'"), "\(result.errorText)")
      #expect(!result.errorText.contains("s3cr3t"), "\(result.errorText)")
      for (name, bytes) in try files(in: out) {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("s3cr3t"), "\(name)")
      }
    }
  }
}
