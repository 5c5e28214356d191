import Foundation

/// An independent reader of what we write: python3 with its jsonschema, where there is one.
package enum Python {
  package static let hasJSONSchema: Bool = {
    do {
      return try run("import jsonschema").status == 0
    } catch {
      return false
    }
  }()

  /// Runs a script; the folder of the package is not on its path.
  package static func run(
    _ script: String, _ arguments: [String] = [], input: String = ""
  ) throws -> Command.Outcome {
    try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", "-W", "error", "-c", script] + arguments,
      input: Data(input.utf8))
  }

  /// "valid", or what a JSON text does against a schema of `Reports/Schemas`.
  package static func validate(_ json: String, against schema: String) throws -> String {
    try run(
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(schema)
      errors = list(jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
      print(errors[0].json_path + ": " + errors[0].message if errors else "valid", end="")
      """, [Command.root.appendingPathComponent("Reports/Schemas/\(schema)").path], input: json
    ).text
  }
}
