import ArgumentParser
import ExpungeWorkflows

/// Which settings a command obeys.
struct SettingsArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The settings; otherwise the nearest .expunge.yaml from here up to the repository's root."),
    completion: .file())
  var config: String?

  @Flag(help: "Obey no settings.")
  var noConfig = false

  func validate() throws {
    guard config == nil || !noConfig else {
      throw ValidationError("Give either --config or --no-config.")
    }
  }

  func file() throws -> SettingsFile? {
    if let config { return try SettingsFile.read(config) }
    return noConfig ? nil : try SettingsFile.nearest(from: ".")
  }
}
