import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  /// Every command of the README that runs `expunge`, without its remark.
  static let commands: [String] = {
    let text =
      (try? String(contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8))
      ?? ""
    var commands: [String] = []
    var isShell = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell, line.hasPrefix("expunge ") {
        let remark = line.range(of: "  #")?.lowerBound ?? line.endIndex
        commands.append(line[..<remark].trimmingCharacters(in: .whitespaces))
      }
    }
    return commands
  }()

  @Test("it has commands to run")
  func hasCommands() { #expect(Self.commands.count >= 15) }

  @Test("every command does what it says, in a folder with a draft")
  func commands() throws {
    let repository = try Repository()
    defer { repository.remove() }
    let files = repository.files
    let draft = try Data(
      contentsOf: Command.root.appendingPathComponent("Reports/Samples/draft.txt"))
    try files.write(draft, to: "draft.txt")
    try files.write(draft, to: "decisions/one.txt")
    try files.write(
      Data(WordFile(String(decoding: draft, as: UTF8.self)).file), to: "draft.docx")
    try files.write(try Data(contentsOf: EvaluateTests.gold), to: "gold.jsonl")
    try repository.commit()
    let programs = Command.program("expunge").deletingLastPathComponent().path
    for command in Self.commands {
      // A pipe stands for the person's terminal: values never go into a file that others can read.
      let outcome = try Command.run(
        URL(fileURLWithPath: "/bin/bash"),
        ["-c", "set -o pipefail; PATH=\"\(programs):$PATH\"; \(command) | cat"], in: files.folder)
      #expect([0, 1].contains(outcome.status), "\(command): \(outcome.errorText)")
      #expect(outcome.errorText.isEmpty, "\(command): \(outcome.errorText)")
    }
  }

  @Test("its picture of the output is what the program prints")
  func picture() throws {
    let readme = try String(
      contentsOf: Command.root.appendingPathComponent("README.md"), encoding: .utf8)
    let outcome = try Command.expunge(["scan", "Reports/Samples/draft.txt"], in: Command.root)
    let start = try #require(readme.range(of: "── Reports"))
    let end = try #require(readme.range(of: "\n  …\n"))
    // The picture leaves findings out, never lines inside one.
    for paragraph in readme[start.lowerBound..<end.lowerBound].split(separator: "\n\n") {
      #expect(outcome.text.contains(paragraph), "\(paragraph)")
    }
  }
}
