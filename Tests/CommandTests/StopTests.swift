import Foundation
import TestSupport
import Testing

@Suite("A run that is stopped", .serialized)
struct StopTests {
  private static let leak = "Mrs Pemberton rang on 01632 960 417. PEMBERTON's son waited.\n"
  private static let copy = "Mrs [NAME 1] rang on [PHONE 1]. [NAME 1]'s son waited.\n"

  /// Starts a redaction of 120 files, stops it when some copies are there, and gives its status.
  ///
  /// - Parameter options: of `env`, which decides what the process inherits about signals.
  private func stop(_ signal: Int32, _ files: Command.Scratch, options: [String]) throws
    -> (status: Int32, isSignalled: Bool)
  {
    for number in 0..<120 { try files.write(Self.leak, to: "in/\(number).txt") }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      options + [
        Command.program("expunge").path, "redact", files.url("in").path, "--output",
        files.url("out").path, "--jobs", "1",
      ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let early = files.url("out/10.txt").path
    while !FileManager.default.fileExists(atPath: early), process.isRunning {
      usleep(500)
    }
    #expect(kill(process.processIdentifier, signal) == 0, "it ended before it was stopped")
    process.waitUntilExit()
    return (process.terminationStatus, process.terminationReason == .uncaughtSignal)
  }

  /// How many copies are not whole; the manifest comes last, so it must not be there.
  private func brokenCopies(in files: Command.Scratch, ignoring isIgnored: (String) -> Bool) throws
    -> Int
  {
    try files.contents(of: "out").filter { !isIgnored($0) }.count { name in
      try String(contentsOf: files.url("out/\(name)"), encoding: .utf8) != Self.copy
    }
  }

  @Test(
    "cleans up, and says by its code what stopped it",
    arguments: [
      (SIGTERM, Int32(143), "--default-signal=TERM"), (SIGTERM, 143, "--ignore-signal=TERM"),
      (SIGTERM, 143, "--block-signal=TERM"), (SIGINT, 130, "--default-signal=INT"),
      (SIGINT, 130, "--block-signal=INT"), (SIGHUP, 129, "--default-signal=HUP"),
    ])
  func cleansUp(signal: Int32, status: Int32, inheriting option: String) throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let end = try stop(
      signal, files, options: ["--default-signal=INT,TERM,HUP", option])
    #expect(end.status == status && !end.isSignalled)
    // Copies without a manifest that speaks for them do not stay, nor the folder made for them.
    #expect(!FileManager.default.fileExists(atPath: files.url("out").path))
  }

  @Test("a folder that was there stays, with what is not the run's")
  func keepsForeign() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write("kept", to: "out/.keep")
    let end = try stop(SIGTERM, files, options: ["--default-signal=TERM"])
    #expect(end.status == 143 && !end.isSignalled)
    #expect(files.contents(of: "out") == [".keep"])
  }

  @Test("killed outright, it leaves nothing but whole copies and what is known as unfinished")
  func killed() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let end = try stop(SIGKILL, files, options: ["--default-signal=TERM"])
    #expect(end.status == SIGKILL && end.isSignalled)
    let left = files.contents(of: "out")
    let hasManifest = left.contains("expunge-redaction.json")
    #expect(!hasManifest)
    let isUnfinished = { (name: String) in
      name.hasPrefix(".expunge-") && name.hasSuffix(".part")
    }
    let unfinished = left.count(where: isUnfinished)
    #expect((1...2).contains(unfinished))
    let broken = try brokenCopies(in: files, ignoring: isUnfinished)
    #expect(broken == 0)

    // What is left of one run is not mixed with another's, and no run is hindered by it.
    let same = try Command.expunge(
      ["redact", files.url("in/1.txt").path, "--output", files.url("out").path])
    #expect(same.status == 2)
    #expect(same.errorText.contains("holds something already"))
    let next = try Command.expunge(
      ["redact", files.url("in/1.txt").path, "--output", files.url("next").path])
    #expect(next.status == 0)
    let scanned = try Command.expunge(["scan", files.url("out").path])
    #expect(scanned.status == 0, "\(scanned.text)")
    // The report's lines break where the path's length has it.
    #expect(
      scanned.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("left over by an interrupted run"))
  }

  @Test("a background job that ignores the interrupt key goes on ignoring it")
  func keepsIgnoring() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let end = try stop(SIGINT, files, options: ["--ignore-signal=INT"])
    #expect(end.status == 0 && !end.isSignalled)
    let count = files.contents(of: "out").count
    #expect(count == 121)
  }
}
