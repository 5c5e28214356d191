import ArgumentParser
import CProcess
import ExpungeFiles
import ExpungeJudgement
import ExpungeWorkflows
import Glibc

/// The command: parses its arguments, runs one subcommand and turns its outcome into an exit code.
@main
struct Expunge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expunge",
    abstract: "Finds what is left of people in decisions about to be published.",
    discussion: """
      Reads text, Markdown and web pages, reports what leaks without repeating it, writes redacted \
      copies and proves them. Everything happens on this machine.

      Exit codes: 0 nothing blocks, 1 something does, 2 usage or configuration, 3 something was not \
      read.
      """,
    version: "expunge \(Version.current)",
    subcommands: [
      ScanCommand.self, GateCommand.self, RedactCommand.self, ExplainCommand.self,
      InspectCommand.self,
      BaselineCommand.self, ConfigCommand.self, PatternsCommand.self, EvaluateCommand.self,
      CastCommand.self, MarkCommand.self, ReportCommand.self,
    ])

  static func main() {
    guard expunge_process_harden() == 0 else {
      Diagnostics.print("this process cannot be closed to others, so it does not read anything")
      Glibc.exit(ExitCode.usage.rawValue)
    }
    do {
      try ProcessSignals.install()
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Glibc.exit(code(for: error))
    }
  }

  private static func code(for error: any Error) -> Int32 {
    switch error {
    case let outcome as CommandOutcome:
      return outcome.code
    case let error as ConfigurationError:
      for sentence in error.sentences { Diagnostics.print(sentence) }
      return ExitCode.usage.rawValue
    case let error as FileError:
      Diagnostics.print(error.description)
      return ExitCode.usage.rawValue
    default:
      return answer(to: error)
    }
  }

  /// Help that was asked for, or what is wrong with the arguments and how they are used.
  private static func answer(to error: any Error) -> Int32 {
    let whole = fullMessage(for: error)
    if exitCode(for: error) == .success {
      let output = CommandOutput()
      do {
        try output.write(whole + "\n")
        try output.finish()
        return ExitCode.clean.rawValue
      } catch {
        Diagnostics.print("\(error)")
        return ExitCode.usage.rawValue
      }
    }
    // It quotes arguments, and file names stand among those.
    let quoting = message(for: error)
    Diagnostics.print(quoting)
    if let quoted = whole.firstRange(of: quoting) {
      Diagnostics.write(whole[quoted.upperBound...].drop { $0 == "\n" } + "\n")
    }
    return ExitCode.usage.rawValue
  }
}

/// How a subcommand ends when it has said all there is to say.
struct CommandOutcome: Error {
  let code: Int32
}
