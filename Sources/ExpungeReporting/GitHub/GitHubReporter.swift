import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// Annotations for GitHub's pull requests, the most severe first.
///
/// The platform shows ten of each level for a step, so no more are written; the others are counted, and
/// the last line is the verdict. What blocks or was not read is an error, what deserves a look a warning,
/// the rest, what the baseline knows and what a review accepts unread a notice; findings that a review
/// exempts are left out. It holds no value and no word of a document, whoever asks.
package struct GitHubReporter: Reporter {
  /// What the platform shows of one level in one step.
  static let mostOfALevel = 10

  private enum Level: String, CaseIterable {
    case error, warning, notice
  }

  private var paths: ShownPaths
  private var verdict = VerdictLine()
  private var worst: [Level: WorstFirst<WorkflowCommand>] = [:]
  private var output: OutputBuffer

  package init(paths: PathStyle = .masked, sink: @escaping ByteSink) {
    self.paths = ShownPaths(paths)
    output = OutputBuffer(sink: sink)
  }

  package mutating func begin(_ header: AuditHeader) throws {}

  package mutating func document(_ audit: DocumentAudit) throws {
    verdict.add(audit)
    let path = paths.next(audit)
    let document = MaskedDocument(audit)
    for unread in audit.unread {
      add(.error, rank: .max) {
        WorkflowCommand(
          name: Level.error.rawValue,
          properties: [("file", Self.file(path)), ("title", "Expunge: not read")],
          message: FindingSentence.unread(unread))
      }
    }
    for item in audit.acknowledged {
      add(.notice, rank: 0) {
        WorkflowCommand(
          name: Level.notice.rawValue,
          properties: [("file", Self.file(path)), ("title", "Expunge: accepted unread")],
          message: FindingSentence.acknowledged(item))
      }
    }
    for finding in audit.findings where finding.status != .suppressed {
      let level = Self.level(finding)
      add(level, rank: Int(finding.severity.rawValue) * 101 + finding.confidence) {
        Self.command(finding, level, in: document, path: path)
      }
    }
  }

  package mutating func end(_ summary: AuditSummary) throws {
    for level in Level.allCases {
      for command in worst[level]?.items ?? [] { output.append(command.line) }
    }
    let left = Level.allCases.compactMap { level -> String? in
      guard let rest = worst[level]?.rest, rest > 0 else { return nil }
      return Wording.count(rest, level.rawValue)
    }
    if !left.isEmpty {
      output.append("Not annotated, as GitHub shows ten of each level: \(Wording.list(left)).\n")
    }
    output.append(verdict.sentence(summary).text + "\n")
    try output.flush()
  }

  private mutating func add(_ level: Level, rank: Int, _ command: () -> WorkflowCommand) {
    worst[level, default: WorstFirst(most: Self.mostOfALevel)].add(rank: rank, command)
  }

  private static func level(_ finding: Finding) -> Level {
    if finding.blocking { return .error }
    return finding.severity >= .medium && finding.status != .existing ? .warning : .notice
  }

  private static func command(
    _ finding: Finding, _ level: Level, in document: MaskedDocument, path: String
  ) -> WorkflowCommand {
    var properties = [(key: "file", value: file(path))]
    if let position = document.filePosition(of: finding.location) {
      properties.append(("line", String(position.line)))
      properties.append(("endLine", String(position.endLine)))
      if position.line == position.endLine, let column = position.column,
        let endColumn = position.endColumn
      {
        properties.append(("col", String(column)))
        properties.append(("endColumn", String(endColumn)))
      }
    }
    properties.append(("title", "Expunge: \(finding.label.words) (\(finding.rule))"))
    return WorkflowCommand(
      name: level.rawValue, properties: properties,
      message: FindingSentence.full(finding, in: document))
  }

  /// Relative as the platform wants it.
  private static func file(_ path: String) -> String {
    var path = Substring(path)
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}
