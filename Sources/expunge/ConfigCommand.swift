import ArgumentParser
import ExpungeDetection
import ExpungeJudgement
import ExpungeReporting
import ExpungeWorkflows

/// Says what a run would obey, and where each value came from.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Look at the settings that a run obeys.",
    subcommands: [Explain.self])

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Print every value that a run obeys here, and where it came from.")

    @OptionGroup var engine: EngineArguments
    @OptionGroup var settings: SettingsArguments

    mutating func run() throws {
      let configuration = try engine.configuration(at: nil, settings: settings.file())
      let header = try AuditEngine(options: configuration.options).header
      let output = CommandOutput()
      for entry in configuration.entries {
        let isProfiles = entry.key == "fail-on" && entry.origin == .profile
        let value = isProfiles ? header.failOn.name : entry.value
        let key = entry.key.padding(to: 26)
        try output.write(lines: "\(key)\(value.padding(to: 24))\(origin(entry, configuration))\n")
      }
      try output.finish()
    }

    private func origin(_ entry: Configuration.Entry, _ configuration: Configuration) -> String {
      switch entry.origin {
      case .builtIn: "built in"
      case .profile: "the profile \(configuration.options.profile)"
      case .commandLine: "the command line"
      case .settings(let line, let column):
        "\(configuration.settings?.path ?? SettingsFile.standardName):\(line):\(column)"
      }
    }
  }
}

extension String {
  /// With spaces up to a width, and two at least.
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(2, width - count))
  }
}
