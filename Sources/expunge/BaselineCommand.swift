import ArgumentParser
import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows

/// Keeps the file of known findings, so that a gate asks about new ones alone.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Keep a file of known findings, without their values.",
    discussion: """
      What stands in the baseline blocks nothing until its last day. With a reason and an approver it \
      counts as reviewed; otherwise only as known.
      """,
    subcommands: [Create.self, Update.self, Prune.self, Check.self])

  /// What every one of them needs: a run over documents, and the file.
  struct Arguments: ParsableArguments {
    @OptionGroup var engine: EngineArguments
    @OptionGroup var settings: SettingsArguments
    @OptionGroup var date: DateArgument

    @Argument(help: "Files and folders.", completion: .file())
    var paths: [String]

    @Option(
      help: "The file; otherwise the settings' own, or .expunge-baseline.json here.",
      completion: .file())
    var baseline: String?

    /// Audits everything against the baseline that is there.
    func run(
      review: BaselineEdit.Review = BaselineEdit.Review()
    ) throws -> (edit: BaselineEdit, path: String, summary: AuditSummary) {
      try run { path, day in
        BaselineEdit(try Baseline.read(path), path: path, review: review, at: day)
      }
    }

    /// Audits everything and hands each document on; the baseline's path and the summary come back.
    func run(
      _ edit: (String, CalendarDay?) throws -> BaselineEdit
    ) throws -> (edit: BaselineEdit, path: String, summary: AuditSummary) {
      let day = try date.checked()
      let configuration = try engine.configuration(
        at: day, settings: settings.file(), baseline: baseline)
      let path = configuration.baseline ?? Baseline.standardName
      var work = try edit(path, day)
      let run = AuditRun(
        engine: try AuditEngine(options: configuration.options), jobs: try engine.workers(),
        key: try IdentifierKey.fromEnvironment())
      var summary = AuditSummary()
      try run.run(try run.plan(paths)) { item in
        summary.add(item.examined.audit)
        work.add(item.examined.audit)
      }
      return (work, path, summary)
    }
  }

  struct ReviewArguments: ParsableArguments {
    @Option(help: "What an entry speaks about: occurrence, or subject for a person or address.")
    var scope = Scope.occurrence

    @Option(help: "Why these findings may stay.")
    var reason: String?

    @Option(help: "Who agreed to it.")
    var approver: String?

    @Option(help: "The last day on which the new entries hold, such as 2027-05-01.")
    var until: String?

    enum Scope: String, ExpressibleByArgument, CaseIterable {
      case occurrence, subject
    }

    func validate() throws {
      guard (reason == nil) == (approver == nil) else {
        throw ValidationError("Give both --reason and --approver, or neither.")
      }
    }

    func review() throws -> BaselineEdit.Review {
      var review = BaselineEdit.Review()
      review.scope = scope == .subject ? .subject : .occurrence
      review.reason = reason
      review.approver = approver
      if let until {
        guard let day = CalendarDay(until) else {
          throw ConfigurationError("\u{201C}\(until)\u{201D} is no date: write it as 2027-05-01")
        }
        review.until = day
      }
      return review
    }
  }

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a new file with everything that blocks now.")

    @OptionGroup var arguments: Arguments
    @OptionGroup var review: ReviewArguments

    mutating func run() throws {
      let review = try review.review()
      let result = try arguments.run { path, day in
        try BaselineFile.mustNotExist(path)
        return BaselineEdit(Baseline(), path: path, review: review, at: day)
      }
      let (baseline, outcome) = result.edit.updated()
      try BaselineFile.write(baseline, to: result.path, replacing: false)
      try BaselineCommand.tell("\(outcome.added) findings are known now", result.summary)
    }
  }

  struct Update: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add what blocks and is not known yet; what is there stays as it is.")

    @OptionGroup var arguments: Arguments
    @OptionGroup var review: ReviewArguments

    mutating func run() throws {
      let result = try arguments.run(review: try review.review())
      let (baseline, outcome) = result.edit.updated()
      try BaselineFile.write(baseline, to: result.path, replacing: true)
      try BaselineCommand.tell(
        "\(outcome.added) findings were added to the \(outcome.kept) known before", result.summary)
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take out what is found no more, and what has expired.")

    @OptionGroup var arguments: Arguments

    mutating func run() throws {
      let result = try arguments.run()
      let (baseline, outcome) = result.edit.pruned()
      try BaselineFile.write(baseline, to: result.path, replacing: true)
      try BaselineCommand.tell(
        "\(outcome.removed) entries were taken out, \(outcome.kept) stay", result.summary)
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say which entries are found no more, or have expired; end with 1 if any.")

    @OptionGroup var arguments: Arguments

    mutating func run() throws {
      let result = try arguments.run()
      let (stale, expired) = result.edit.outdated
      let unreviewed = result.edit.unreviewed
      try BaselineCommand.tell(
        "\(stale) entries are found no more, \(expired) have expired, \(unreviewed) were never reviewed",
        result.summary, failing: stale + expired > 0)
    }
  }

  /// One line, and the exit code: what was not read may hold what is not known.
  private static func tell(
    _ sentence: String, _ summary: AuditSummary, failing: Bool = false
  ) throws {
    let output = CommandOutput()
    try output.write("\(sentence) (\(summary.documents) documents examined).\n")
    let unread = summary.documents - summary.complete
    if unread > 0 { try output.write("\(unread) documents were not read, or not wholly.\n") }
    try output.finish()
    throw CommandOutcome(
      code: (unread > 0 ? ExitCode.incomplete : failing ? .blocked : .clean).rawValue)
  }
}
