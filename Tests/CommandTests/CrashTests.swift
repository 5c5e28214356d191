import Foundation
import TestSupport
import Testing

@Suite("What a crash gives away")
struct CrashTests {
  @Test("a trap with a value in memory prints no memory and leaves no core")
  func trap() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let canary = "Quonberry-canary"
    let document = try files.write("Mrs \(canary) rang on 07700 900461.", to: "draft.txt")
    for environment in [[:], ["SWIFT_BACKTRACE": "enable=yes,color=no,registers=all,images=all"]] {
      let outcome = try Command.run(
        Command.program("expunge-fault"), ["trap", document.path], environment: environment,
        in: files.folder)
      #expect(outcome.isSignalled)
      #expect([SIGTRAP, SIGILL].contains(outcome.status))
      let said = outcome.text + outcome.errorText
      #expect(!said.contains("canary"))
      #expect(!said.contains("900461"))
      // Swift's own report of a crash, which shows what registers point at.
      #expect(!said.contains("Registers") && !said.contains("Backtrace"))
      #expect(said.utf8.count < 500)
    }
    #expect(files.contents() == ["draft.txt"])
  }

  @Test("no core file, no tracing by others, no new privileges")
  func hardened() throws {
    let outcome = try Command.run(Command.program("expunge-fault"), ["hardened"])
    #expect(outcome.text == "core 0 0\ndumpable 0\nmay gain privileges 0\n")
  }

  @Test("a confined reader can open nothing, start nothing and reach nobody")
  func confined() throws {
    // Through a pipe: it may not write to files either.
    let outcome = try Command.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", "\"$0\" confined | cat", Command.program("expunge-fault").path])
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 7)
    #expect(lines.allSatisfy { $0.hasSuffix(": refused") }, "\(outcome.text)")
  }
}
