import ExpungeDetection
import ExpungeFiles
import ExpungeJudgement
import ExpungeText

/// Measures how much of texts' capitalised words the guards explain: what is left may be a name, or
/// a guard that is missing.
package struct CoverageRun {
  private let engine: AuditEngine
  private let common: CommonWords
  /// Names that are words too: seen small, they are still hunted.
  private let ordinaryNames: Set<String>

  package init(engine: AuditEngine) {
    self.engine = engine
    common = CommonWords(engine.library)
    ordinaryNames = engine.library.words(ofLexicon: "names-that-are-words")
  }

  /// - Throws: `ConfigurationError` when a text cannot be read or examined.
  package func measure(_ paths: [String]) throws(ConfigurationError) -> CoverageFigures {
    var auditor = DocumentAuditor(engine: engine)
    var figures = CoverageFigures()
    var small: Set<String> = []
    var unresolved: [CapitalisedWord] = []
    for entry in FileWalk.entries(of: paths.map { FilePath(argument: $0) }) {
      switch entry.outcome {
      case .excluded: continue
      case .unread(let reason):
        throw ConfigurationError("\(entry.path.text) cannot be measured: \(reason)")
      case .document, .failed: break
      }
      let bytes: [UInt8]
      do {
        bytes = try FileBytes.read(
          argument: entry.path, name: entry.path.text, limit: engine.options.limits.documentBytes)
      } catch {
        throw ConfigurationError(error.description)
      }
      let name =
        entry.path.isStandardInput
        ? nil : String(decoding: entry.path.lastComponent, as: UTF8.self)
      let examined = auditor.examine(bytes, path: entry.path.text, name: name, explains: true)
      guard examined.audit.complete else {
        let reason = examined.audit.unread.first?.reason ?? "it is not read"
        throw ConfigurationError("\(entry.path.text) cannot be measured: \(reason)")
      }
      add(examined, to: &figures, small: &small, unresolved: &unresolved)
    }
    // What one text writes small is a common word in the others, too.
    for word in unresolved {
      let isCommon =
        word.shape != .letter && small.contains(word.key) && !ordinaryNames.contains(word.key)
      figures.add(word, isCommon ? .seenSmall : .none)
    }
    return figures
  }

  /// - Parameters:
  ///   - small: gets the words that the text writes small.
  ///   - unresolved: gets the words that nothing in the text explains.
  private func add(
    _ examined: DocumentAuditor.Examined, to figures: inout CoverageFigures,
    small: inout Set<String>, unresolved: inout [CapitalisedWord]
  ) {
    guard let document = examined.audit.document else { return }
    figures.texts += 1
    var words = TextWords()
    var bodies: [(part: Int, words: Range<Int>)] = []
    for (index, part) in document.parts.enumerated()
    where part.visibility == .shown && part.kind != .link {
      let start = words.capitalised.count
      for block in part.blocks { words.add(part.text, in: block.range) }
      bodies.append((index, start..<words.capitalised.count))
    }
    for (index, range) in bodies {
      let part = document.parts[index]
      let guards = SpanIndex(
        examined.heard.filter { $0.location.part == index && $0.guarding.lowersTo == nil }
          .map { ($0.location.range, $0.guarding.kind) })
      let found = SpanIndex(
        examined.audit.findings.compactMap { finding in
          guard let place = finding.location, place.part == index, finding.label.isDirect
          else { return nil }
          return (place.range, "")
        })
      for word in words.capitalised[range] {
        let explanation = self.explanation(
          of: word, in: part, words: words, guards: guards, found: found)
        if explanation == .none {
          unresolved.append(word)
        } else {
          figures.add(word, explanation)
        }
      }
    }
    small.formUnion(words.small)
  }

  private func explanation(
    of word: CapitalisedWord, in part: Part, words: TextWords, guards: SpanIndex, found: SpanIndex
  ) -> WordExplanation {
    if found.value(holding: word.range) != nil { return .found }
    if let kind = guards.value(holding: word.range) { return .guarded(kind: kind) }
    if WordPosition.opens(word.range, in: part) { return .position }
    if common.holds(word.key) { return .common }
    if words.introduced.contains(word.key) { return .introduced }
    return .none
  }
}
