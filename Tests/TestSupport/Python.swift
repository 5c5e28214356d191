package import Foundation
package import Testing

/// An independent reader of what we write: python3 with its jsonschema, where there is one.
package enum Python {
  package static let hasJSONSchema: Bool = {
    do {
      return try run("import jsonschema").status == 0
    } catch {
      return false
    }
  }()

  /// Whether all of these modules are there.
  package static func has(_ modules: String...) -> Bool {
    do {
      return try run("import \(modules.joined(separator: ", "))").status == 0
    } catch {
      return false
    }
  }

  /// What `Tests/Readers/read_report.py` understood of a report.
  package struct Understood: Codable, Equatable {
    package var findings: Int
    package var blocking: Int
    package var unread: Int

    package init(findings: Int, blocking: Int, unread: Int) {
      self.findings = findings
      self.blocking = blocking
      self.unread = unread
    }
  }

  /// A report that its readers do not take; why, in one sentence.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  /// Reads a report with programs that share no code with ours.
  package static func read(_ report: URL, format: String) throws -> Understood {
    let script = Command.root.appendingPathComponent("Tests/Readers/read_report.py").path
    let schemas = Command.root.appendingPathComponent("Reports/Schemas").path
    let outcome = try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"), ["python3", script, format, report.path, schemas])
    guard outcome.status == 0 else {
      throw Refusal(description: "\(format): \(outcome.errorText)")
    }
    return try JSONDecoder().decode(Understood.self, from: outcome.output)
  }

  /// Whether everything is there that reads the reports.
  package static let hasReaders = has(
    "jsonschema", "xmlschema", "junitparser", "markdown_it", "html5lib")

  /// What to do where it is not.
  package static let installation: Comment =
    "readers of reports are missing: python3 -m pip install -r Tests/readers.txt"

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
