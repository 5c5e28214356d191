import ArgumentParser
import ExpungeJudgement
import ExpungeRedaction
import ExpungeWorkflows

/// Writes redacted copies and proves them.
struct RedactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redact",
    abstract: "Write redacted copies, each only when it is proved.",
    discussion: """
      Every copy is read and scanned again and searched for each removed value in every form; what \
      cannot be proved is not written. A manifest, expunge-redaction.json, says what was done.
      """)

  enum Scope: String, ExpressibleByArgument, CaseIterable {
    case blocking, direct, all

    var redactionScope: RedactionScope {
      switch self {
      case .blocking: .blocking
      case .direct: .direct
      case .all: .all
      }
    }
  }

  enum Style: String, ExpressibleByArgument, CaseIterable {
    case label, mask, pseudonym, generalise, remove

    var redactionStyle: RedactionStyle {
      switch self {
      case .label: .label
      case .mask: .mask
      case .pseudonym: .pseudonym
      case .generalise: .generalise
      case .remove: .remove
      }
    }
  }

  @OptionGroup var engine: EngineArguments
  @OptionGroup var caseList: CaseListArguments
  @OptionGroup var settings: SettingsArguments
  @OptionGroup var date: DateArgument
  @OptionGroup var files: PathArguments

  @Argument(help: "Files, folders, or - for standard input.", completion: .file())
  var paths: [String]

  @Option(
    help: "The folder for the copies: new or empty, never inside an input.", completion: .directory)
  var output: String?

  @Flag(help: "Replace each file by its copy, once that is proved, instead of writing to a folder.")
  var inPlace = false

  @Option(help: "A new file for the manifest of a run in place.", completion: .file())
  var manifest: String?

  @Option(help: "What to remove: blocking, direct or all.")
  var redact = Scope.blocking

  @Option(
    help: """
      What to write instead: label, as in [NAME 1]; mask, a bar of constant width; pseudonym, as in \
      Mrs X; generalise, as in May 2024; or remove, nothing.
      """)
  var style = Style.label

  enum Changes: String, ExpressibleByArgument, CaseIterable {
    case accept, reject, refuse

    var trackedChanges: TrackedChanges {
      switch self {
      case .accept: .accept
      case .reject: .reject
      case .refuse: .refuse
      }
    }
  }

  @Option(
    help: """
      What becomes of a Word file's tracked changes: accept, reject, or refuse to copy it. Comments \
      and who made the file always go.
      """)
  var changes = Changes.accept

  @Flag(help: "Documents share one cast: the same person has the same letter in each.")
  var together = false

  @Flag(help: "Print the verdict and nothing else.")
  var quiet = false

  func validate() throws {
    guard (output != nil) != inPlace else {
      throw ValidationError("Give either --output or --in-place.")
    }
    guard manifest == nil || inPlace else {
      throw ValidationError("--manifest goes with --in-place: a folder has its manifest inside.")
    }
    guard !together || style == .pseudonym else {
      throw ValidationError("--together goes with --style pseudonym.")
    }
  }

  mutating func run() throws {
    let configuration = try engine.configuration(at: date.checked(), settings: settings.file())
    var engineOptions = configuration.options
    engineOptions.caseList = try caseList.read()
    let engine = try AuditEngine(options: engineOptions)
    Diagnostics.warn(ofSlowRulesIn: engine)
    let run = AuditRun(
      engine: engine, jobs: try self.engine.workers(), key: try IdentifierKey.fromEnvironment())
    var options = RedactOptions(output.map { .folder($0) } ?? .inPlace(manifest: manifest))
    options.together = together
    options.changes = changes.trackedChanges
    options.paths = files.style
    options.scope = redact.redactionScope
    options.style = style.redactionStyle
    let output = CommandOutput()
    var tally = RedactionTally()
    let isQuiet = quiet
    let code = try RedactRun(run: run, options: options).redact(paths) { outcome in
      tally.add(outcome)
      guard !isQuiet else { return }
      for line in RedactionTally.lines(about: outcome) { try output.write(line + "\n") }
    }
    try output.write(tally.verdict(code) + "\n")
    try output.finish()
    throw CommandOutcome(code: code.rawValue)
  }
}
