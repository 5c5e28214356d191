import ArgumentParser
import ExpungeDetection
import ExpungeText
import ExpungeWorkflows

/// Options of every command that examines documents.
struct EngineArguments: ParsableArguments {
  @Option(
    help: "The publisher's policy: lgsco, housing-ombudsman, tribunal, family-court or strict.")
  var profile: String?

  @Option(help: "A folder of packs that replace or join the built-in ones.", completion: .directory)
  var patterns: String?

  @Option(help: "The severity from which a finding blocks: critical, high, medium, low or info.")
  var failOn: String?

  @Option(help: "Run one part of the engine alone: rules or people. Can be given again.")
  var only: [String] = []

  @Option(help: "How many workers; one for each processor by default.")
  var jobs: Int?

  /// What the command line says by itself, for commands that measure and obey no settings.
  func options(at date: CalendarDay? = nil) throws -> EngineOptions {
    try configuration(at: date, settings: nil).options
  }

  /// What the command line says, and below it the settings.
  func configuration(
    at date: CalendarDay?, settings: SettingsFile?, baseline: String? = nil
  ) throws -> Configuration {
    var options = EngineOptions()
    options.at = date
    for name in only.flatMap({ $0.split(separator: ",") }) {
      guard let stage = EngineOptions.Stage(rawValue: String(name)) else {
        throw ConfigurationError(
          "there is no part \u{201C}\(name)\u{201D} to run alone: use rules or people")
      }
      options.only.insert(stage)
    }
    var given = Configuration.Given()
    given.profile = profile
    given.patterns = patterns
    given.baseline = baseline
    if let failOn {
      guard let severity = Severity(name: failOn) else {
        throw ConfigurationError(
          "\u{201C}\(failOn)\u{201D} is no severity: use critical, high, medium, low or info")
      }
      given.failOn = severity
    }
    return Configuration(options: options, given: given, settings: settings)
  }

  func workers() throws -> Int {
    guard let jobs else { return Workers.standard }
    guard (1...256).contains(jobs) else {
      throw ConfigurationError("--jobs takes a number from 1 to 256")
    }
    return jobs
  }
}
