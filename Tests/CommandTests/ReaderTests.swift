import Foundation
import TestSupport
import Testing

@Suite("The reader of web pages")
struct ReaderTests {
  @Test("where it is not installed, pages are unread and texts are examined")
  func missing() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("<!doctype html><p>Mrs Quonberry rang.", to: "in/a.html")
    try files.write("Mrs Quonberry rang.", to: "in/b.txt")
    let alone = files.url("expunge")
    try FileManager.default.copyItem(at: Command.program("expunge"), to: alone)
    let outcome = try Command.run(alone, ["scan", "--format", "json", files.url("in").path])
    #expect(outcome.status == 3)
    #expect(outcome.errorText.isEmpty)
    #expect(outcome.text.contains("install expunge-reader beside expunge"))
    #expect(outcome.text.contains("\"documents\":2,\"complete\":1"))
    #expect(outcome.text.contains("\"blocking\":1"))
  }

  @Test("killed while it serves, it costs the file in hand and no other")
  func killed() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let slow = "<!doctype html>" + String(repeating: "<p>Words <b>and</b> more.", count: 200_000)
    try files.write(slow, to: "in/a.html")
    try files.write("<!doctype html><p>Mrs Quonberry rang.", to: "in/b.html")
    let process = Process()
    process.executableURL = Command.program("expunge")
    process.arguments = ["scan", "--format", "json", "--jobs", "1", files.url("in").path]
    let report = files.url("report.json")
    try Data().write(to: report)
    process.standardOutput = try FileHandle(forWritingTo: report)
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    var worker: pid_t?
    while worker == nil, process.isRunning {
      worker = Self.worker(of: process.processIdentifier)
      usleep(1000)
    }
    #expect(kill(try #require(worker), SIGKILL) == 0)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 3)
    let text = try String(contentsOf: report, encoding: .utf8)
    #expect(text.contains("the reader stopped; convert the file to text"))
    #expect(text.contains("\"blocking\":1"))
  }

  /// The reader, once it is at work.
  private static func worker(of parent: pid_t) -> pid_t? {
    let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
    for task in tasks {
      let children = try? String(
        contentsOfFile: "/proc/\(parent)/task/\(task)/children", encoding: .utf8)
      for child in (children ?? "").split(separator: " ").compactMap({ pid_t($0) }) {
        let name = try? String(contentsOfFile: "/proc/\(child)/comm", encoding: .utf8)
        guard name?.hasPrefix("expunge-reader") == true else { continue }
        // Field 14 is its time as a user, in hundredths of a second: it takes none until it parses.
        let status = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)
        let fields = (status ?? "").split(separator: " ")
        if fields.count > 13, let time = Int(fields[13]), time >= 10 { return child }
      }
    }
    return nil
  }
}
