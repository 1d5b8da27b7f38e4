import ArgumentParser
import JSON
import SpecReference

/// `broadsheet schema`: the JSON Schema of a spec.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the JSON Schema of a spec, for editors.")

  func run() { Terminal.write(SpecSchema.json.text()) }
}
