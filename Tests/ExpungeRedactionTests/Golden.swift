import Foundation
import Testing

/// Compares a text with a file kept beside the tests; RECORD=1 rewrites the file and fails once.
enum Golden {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent()

  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent("Goldens").appendingPathComponent(name)
    if let kept = try? Data(contentsOf: file), kept == Data(text.utf8) { return }
    guard ProcessInfo.processInfo.environment["RECORD"] == "1" else {
      Issue.record("\(name) differs; RECORD=1 rewrites it", sourceLocation: sourceLocation)
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    Issue.record("\(name) was recorded: read it, then run again", sourceLocation: sourceLocation)
  }
}

/// An independent reader of JSON and its schemas.
enum Python {
  static let hasJSONSchema = (try? run("import jsonschema", [], "")) == ""

  static func validate(_ json: String, against schema: String) throws -> String {
    try run(
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
      print(errors[0].json_path + ": " + errors[0].message if errors else "valid", end="")
      """, [schema], json)
  }

  private static func run(_ script: String, _ arguments: [String], _ input: String) throws -> String
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let (stdin, output) = (Pipe(), Pipe())
    process.standardInput = stdin
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let answer = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: answer, as: UTF8.self)
  }
}
