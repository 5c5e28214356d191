import Foundation
import Testing

/// The build's own tool, run as the build runs it.
@Suite struct CompilerToolTests {
  private func compile(_ root: String) throws -> (status: Int32, errors: String, made: Bool) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      .deletingLastPathComponent().appendingPathComponent("expunge-compile-patterns")
    process.arguments = [root, "\(root)/Made.swift"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process.terminationStatus, String(decoding: said, as: UTF8.self),
      FileManager.default.fileExists(atPath: "\(root)/Made.swift")
    )
  }

  private func withProject(_ pack: String, _ body: (String) throws -> Void) throws {
    try Project.withTemporaryFolder { root in
      let manager = FileManager.default
      for folder in [
        "Patterns/Lexicons", "Patterns/People", "Reports/Schemas", "Reports/Templates",
      ] {
        try manager.createDirectory(
          atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
      }
      try Data(pack.utf8).write(to: URL(fileURLWithPath: "\(root)/Patterns/statutes.yaml"))
      for list in ["words", "given-names", "surnames", "places", "roles", "letters", "usage"] {
        try Data().write(to: URL(fileURLWithPath: "\(root)/Patterns/Lexicons/\(list).txt"))
      }
      for list in ["weights", "cues"] {
        try Data().write(to: URL(fileURLWithPath: "\(root)/Patterns/People/\(list).txt"))
      }
      try body(root)
    }
  }

  @Test func aMissingLexiconStopsTheBuildWithOneSentence() throws {
    try withProject(Fixtures.guards) { root in
      try FileManager.default.removeItem(atPath: "\(root)/Patterns/Lexicons/words.txt")
      let (status, errors, made) = try compile(root)
      #expect(status == 1)
      #expect(!made)
      #expect(
        errors == "\(root)/Patterns/Lexicons/words.txt: error: the file is missing or no UTF-8; "
          + "restore it, or build it as Patterns/Lexicons/build.py says\n")
    }
  }

  @Test func aBrokenPackStopsTheBuildWhereItStands() throws {
    let broken = Fixtures.guards.replacing("section [0-9]{1,5}", with: "section [9-0]{1,5}")
    try withProject(broken) { root in
      let (status, errors, made) = try compile(root)
      #expect(status == 1)
      #expect(!made)
      #expect(
        errors == "\(root)/Patterns/statutes.yaml:10:28: error: the pattern is refused: "
          + "range out of order in character class\n")
    }
  }

  @Test(arguments: [
    ("report.css", "a { color: red }</STYLE><b>", "holds “</style”"),
    ("report.js", "const a = '</script>';", "holds “</script”"),
    ("report.js", "// <!-- <script>", "holds “<!--”"),
    ("report.css", "a { color: red", "a brace of the template has no partner"),
    ("report.css", "", "is empty or no UTF-8"),
  ])
  func aBrokenTemplateStopsTheBuild(name: String, text: String, words: String) throws {
    try withProject(Fixtures.guards) { root in
      let path = "Reports/Templates/\(name)"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(root)/\(path)"))
      let (status, errors, made) = try compile(root)
      #expect(status == 1)
      #expect(!made)
      #expect(errors.hasPrefix("\(root)/\(path): error: "), "\(errors)")
      #expect(errors.contains(words), "\(errors)")
    }
  }

  @Test func aSoundPackIsWritten() throws {
    try withProject(Fixtures.guards) { root in
      let (status, errors, made) = try compile(root)
      #expect(status == 0)
      #expect(errors == "")
      #expect(made)
    }
  }
}
