import Foundation
import TestSupport
import Testing

@Suite("The audit page in a browser")
struct BrowserTests {
  private static let browser = ["chromium", "chromium-browser", "google-chrome"].first { name in
    ["/usr/bin", "/usr/local/bin", "/opt/google/chrome"].contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  /// Script and filters, keys, links, two widths, two schemes, contrast, names for screen readers, print,
  /// and that nothing is loaded or complained about.
  @Test(
    "it is used as a person would, and nothing fails",
    .enabled(if: browser != nil, "no browser is installed (apt-get install chromium)"),
    .timeLimit(.minutes(2)), arguments: ["Reports/Samples/draft.txt", "several"])
  func use(input: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    if input == "several" {
      for number in 0..<3 {
        try files.write(
          "Summary\n\n\(number + 1). Mrs Quonberry, aged 9, rang 07700 900461 on 3 May 2024.\n",
          to: "several/\(number).txt")
      }
      try files.write("%PDF-1.7", to: "several/x.pdf")
    }
    let outcome = try Command.expunge(
      [
        "scan", "--quiet", input == "several" ? files.url(input).path : input, "--report",
        "html=\(files.url("page.html").path)", "--report", "json=\(files.url("a.json").path)",
      ], in: Command.root)
    #expect([1, 3].contains(outcome.status), "\(outcome.errorText)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: files.url("a.json")))
        as? [String: Any])
    let documents = try #require(report["documents"] as? [[String: Any]])
    let findings = documents.flatMap { $0["findings"] as? [[String: Any]] ?? [] }
    let blocking = findings.count { $0["blocking"] as? Bool == true }
    try drive(files.url("page.html"), "\(findings.count)", "\(blocking)")
  }

  @Test(
    "the report for the one who signs: widths, schemes, contrast, names for screen readers, print",
    .enabled(if: browser != nil, "no browser is installed (apt-get install chromium)"),
    .timeLimit(.minutes(2)))
  func report() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let outcome = try Command.expunge(
      [
        "report", "Reports/Samples", "--report", "html=\(files.url("page.html").path)",
        "--against", "Reports/Samples/report.json",
      ], in: Command.root)
    #expect([0, 3].contains(outcome.status), "\(outcome.errorText)")
    try drive(files.url("page.html"))
  }

  private func drive(_ page: URL, _ counts: String...) throws {
    // A browser's socket takes a path of a hundred bytes at most.
    let short = FileManager.default.temporaryDirectory
      .appendingPathComponent("b\(UUID().uuidString.prefix(6))")
    try FileManager.default.createDirectory(at: short, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: short) }
    let used = try Command.run(
      URL(fileURLWithPath: "/usr/bin/env"),
      [
        "python3", Command.root.appendingPathComponent("Tests/Readers/drive_page.py").path,
        page.path,
      ] + counts, environment: ["TMPDIR": short.path])
    #expect(used.status == 0, "\(used.errorText)")
  }
}
