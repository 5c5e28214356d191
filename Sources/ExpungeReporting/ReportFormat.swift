package import ExpungeJudgement

/// The forms of report that a scan can write; the names are those of `--format` and `--report`.
package enum ReportFormat: String, Sendable, CaseIterable, NamedFormat {
  case text, json, jsonl, sarif, junit, csv, markdown, github, gitlab, html

  /// Whether it is meant for machines whose logs are kept and shared: it then never holds a value or a
  /// word of a document, whoever asks.
  package var isForPipelines: Bool {
    switch self {
    case .text, .json, .markdown, .html: false
    case .jsonl, .sarif, .junit, .csv, .github, .gitlab: true
    }
  }

  /// Whether it gives the hash of documents in which nothing blocks.
  package var showsHashes: Bool { self == .json || self == .jsonl }

  /// Whether it points at lines of files rather than of their texts.
  package var pointsIntoFiles: Bool {
    switch self {
    case .sarif, .junit, .csv, .github, .gitlab: true
    case .text, .json, .jsonl, .markdown, .html: false
    }
  }

  /// A reporter that writes to a sink.
  package func reporter(_ options: ReportOptions, sink: @escaping ByteSink) -> any Reporter {
    let reveal = isForPipelines ? nil : options.reveal
    switch self {
    case .text:
      return TextReporter(options: options.text, sink: sink)
    case .json: return JSONReporter(reveal: reveal, paths: options.paths, sink: sink)
    case .jsonl: return JSONLinesReporter(paths: options.paths, sink: sink)
    case .sarif:
      return SARIFReporter(paths: options.paths, describe: options.describe, sink: sink)
    case .junit: return JUnitReporter(paths: options.paths, sink: sink)
    case .csv: return CSVReporter(paths: options.paths, sink: sink)
    case .markdown: return MarkdownReporter(reveal: reveal, paths: options.paths, sink: sink)
    case .github: return GitHubReporter(paths: options.paths, sink: sink)
    case .html: return HTMLReporter(reveal: reveal, paths: options.paths, sink: sink)
    case .gitlab: return CodeQualityReporter(paths: options.paths, sink: sink)
    }
  }
}

/// What reporters of any format need to know.
package struct ReportOptions: Sendable {
  /// Leave to show what findings hold; formats for pipelines do not heed it.
  package var reveal: Reveal?
  package var paths = PathStyle.masked
  /// Says what a rule looks for.
  package var describe: RuleDescription.Lookup = { _ in nil }
  /// What is the text report's alone; `reveal` and `paths` here hold for it too.
  package var text: TextReporter.Options {
    get {
      var text = ownText
      text.reveal = reveal
      text.paths = paths
      return text
    }
    set { ownText = newValue }
  }

  private var ownText = TextReporter.Options()

  package init() {}
}
