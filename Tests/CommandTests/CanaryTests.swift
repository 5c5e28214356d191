import Foundation
import TestSupport
import Testing

@Suite("Nothing that was planted comes out")
struct CanaryTests {
  @Test("of any command's output, errors, copies, names or temporaries")
  func everywhere() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let canaries = Canaries()
    for (path, text) in canaries.documents.merging(canaries.unreadable, uniquingKeysWith: { $1 }) {
      try files.write(text, to: "in/\(path)")
    }
    try FileManager.default.createSymbolicLink(
      at: files.url("in/Mrs \(canaries.names[4])"), withDestinationURL: files.url("in/texts"))
    try files.write(canaries.gold(), to: "gold.jsonl")
    let temporary = files.url("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)

    var said = Haystack()
    var pipelines = Haystack()
    var errors = Haystack()
    @discardableResult
    func run(_ arguments: [String], status: Int32, input: Data? = nil) throws -> String {
      let outcome = try Command.expunge(
        arguments, input: input,
        environment: [
          "TMPDIR": temporary.path, "GITHUB_STEP_SUMMARY": files.url("summary").path,
        ])
      #expect(outcome.status == status, "\(arguments.first ?? "") ended with \(outcome.status)")
      let name = arguments.prefix(3).joined(separator: " ")
      said.add(name, outcome.output)
      errors.add("errors of \(name)", outcome.errors)
      return outcome.text
    }
    let input = files.url("in").path
    try run(["scan", input], status: 3)
    try run(["scan", "--quiet", input], status: 3)
    try run(["scan", "--not-looked-for", "--profile", "strict", input], status: 3)
    let report = try run(["scan", "--format", "json", input], status: 3)
    try run(["scan", "--format", "markdown", input], status: 3)
    try run(["scan", "--format", "html", input], status: 3)
    for format in ["jsonl", "sarif", "junit", "csv", "github", "gitlab"] {
      let text = try run(["scan", "--format", format, input], status: 3)
      pipelines.add(format, Data(text.utf8))
    }
    for (name, bytes) in try inFiles(input, files, run: { try run($0, status: 3) }) {
      said.add(name, bytes)
      if !["text", "json", "markdown", "html"].contains(name) {
        pipelines.add("\(name) in a file", bytes)
      }
    }
    try forSignature(
      on: input, files, run: { try run($0, status: $1) }, keep: { pipelines.add($0, $1) })
    let sentence = Data("Mrs \(canaries.names[5]) rang.".utf8)
    try run(["scan", "-", "--stdin-name", "Mrs \(canaries.names[6])"], status: 1, input: sentence)
    try explain(report, in: input, run: { try run($0, status: 0) })
    try run(["redact", input, "--output", files.url("out").path], status: 3)
    try run(
      ["redact", "--redact", "all", input, "--output", files.url("all").path], status: 3)
    for style in RedactStyleTests.styles.dropFirst() {
      try run(
        ["redact", "--style", style, input, "--output", files.url("style-\(style)").path],
        status: 3)
    }
    try run(["evaluate", files.url("gold.jsonl").path], status: 0)
    try run(["evaluate", "--json", "--any", files.url("gold.jsonl").path], status: 0)
    for command in ["list", "test"] { try run(["patterns", command], status: 0) }

    // Mistakes that name files and values.
    let absent = "\(input)/Mrs \(canaries.names[7])/\(canaries.others[1]).txt"
    try run(["scan", absent], status: 2)
    try run(["explain", absent, "--at", "1:1"], status: 2)
    try run(["redact", absent, "--output", files.url("none").path], status: 2)
    try run(["evaluate", absent], status: 2)
    try run(["scan", input, "--profile", "Mrs \(canaries.names[8])"], status: 2)
    try run(["scan", input, "--at", canaries.others[2]], status: 2)
    try run(["scan", input, "--nothing", "Mrs \(canaries.names[9])"], status: 2)
    try run(["explain", "a", "b", "Mrs \(canaries.names[10])"], status: 2)
    try run(
      ["explain", "\(input)/other/Mrs \(canaries.names[0]).pdf", "--at", "1:1"], status: 2)
    try run(
      ["explain", "\(input)/texts/0.txt", "--finding", canaries.others[3]], status: 2)

    var created = Haystack()
    for folder in ["out", "all"] + RedactStyleTests.styles.dropFirst().map({ "style-\($0)" }) {
      for name in files.contents(of: folder) {
        created.add("a name in \(folder)", Data(name.utf8))
        let place = files.url("\(folder)/\(name)")
        guard !place.hasDirectoryPath else { continue }
        let bytes = try Data(contentsOf: place)
        said.add("a file in \(folder)", bytes)
        if name.hasSuffix("redaction.json") { created.add("the manifest of \(folder)", bytes) }
      }
    }
    #expect(files.contents(of: "temporary").isEmpty)

    #expect(said.holding(canaries.known) == [])
    #expect(errors.holding(canaries.known + canaries.unknown) == [])
    #expect(pipelines.holding(canaries.known + canaries.unknown) == [])
    #expect(created.holding(canaries.known + canaries.unknown) == [])
    let originals = try canaries.documents.keys.map { try Data(contentsOf: files.url("in/\($0)")) }
    let hashes = canaries.hashes(of: originals)
    #expect(said.holdingHashes(hashes) == [])
    #expect(errors.holdingHashes(hashes) == [])
  }

  /// One run that writes every format into a file, and the step's summary.
  private func inFiles(
    _ input: String, _ files: Command.Scratch, run: ([String]) throws -> Void
  ) throws -> [(String, Data)] {
    let formats = [
      "text", "json", "jsonl", "sarif", "junit", "csv", "markdown", "github", "gitlab",
      "html",
    ]
    try run(
      ["scan", "--quiet", input]
        + formats.flatMap { ["--report", "\($0)=\(files.url("reports-\($0)").path)"] })
    return try (formats.map { ($0, "reports-\($0)") } + [("summary", "summary")]).map {
      ($0, try Data(contentsOf: files.url($1)))
    }
  }

  /// The report for the one who signs, in every format, with what it leans on.
  private func forSignature(
    on input: String, _ files: Command.Scratch, run: ([String], Int32) throws -> String,
    keep: (String, Data) -> Void
  ) throws {
    let measured = try run(["evaluate", "--json", files.url("gold.jsonl").path], 0)
    try files.write(measured, to: "measured.json")
    let before = try run(["report", "--format", "json", input], 3)
    try files.write(before, to: "before.json")
    for format in ["markdown", "html", "json", "csv"] {
      let file = files.url("report-\(format)")
      let text = try run(
        [
          "report", "--format", format, input, "--against", files.url("before.json").path,
          "--measured", files.url("measured.json").path, "--at", "2026-11-22", "--report",
          "\(format)=\(file.path)",
        ], 3)
      keep("report \(format)", Data(text.utf8))
      keep("report \(format) in a file", try Data(contentsOf: file))
    }
  }

  /// Explains findings and places of one document of each format.
  private func explain(
    _ report: String, in folder: String, run: ([String]) throws -> Void
  ) throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
    let documents = try #require(parsed?["documents"] as? [[String: Any]])
    for name in ["texts/0.txt", "texts/1.md", "pages/2.html"] {
      let document = documents.first { ($0["path"] as? String)?.hasSuffix(name) == true }
      let findings = try #require(document?["findings"] as? [[String: Any]])
      #expect(findings.count > 1)
      for finding in findings.prefix(3) {
        let identifier = try #require(finding["id"] as? String)
        try run(["explain", "\(folder)/\(name)", "--finding", identifier])
      }
      for column in [1, 4, 8, 30] {
        try run(["explain", "\(folder)/\(name)", "--at", "1:\(min(column, 7))"])
      }
    }
  }

  @Test("the values are there to be found")
  func found() throws {
    let canaries = Canaries()
    #expect(Set(canaries.known + canaries.unknown).count == 200)
    let all = canaries.known.map { $0.first?.isUppercase == true ? "Mrs \($0)" : "Use \($0)" }
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      [
        "-c", "\"$0\" scan --reveal - | cat",
        Command.program("expunge").path,
      ],
      input: Data(all.map { "\($0) today.\n\n" }.joined().utf8))
    for value in canaries.known { #expect(outcome.text.contains(value), "\(value)") }
  }
}
