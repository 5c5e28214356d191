import ArgumentParser
import BenchmarkSupport
import ExpungeDetection
import ExpungeJudgement
import ExpungePeople
import ExpungeText
import ExpungeWorkflows
import FoundationEssentials
import Resources

/// Prints, for every word of gold documents that may be a name, whether it is one and what evidence
/// there is: what `fit-people.py` fits weights on.
///
/// One JSON object a document: `id`, `words`, and `candidates` as arrays of start and end (bytes), what
/// it is (1 a name, 0 none, 2 another identifier, -1 neutral), whether a guard or rule has it (1), the
/// cases of the first look, and those of the second.
@main
struct People: ParsableCommand {
  @Option(help: "Weights to use in place of the built-in ones.")
  var weights: String?

  @Option(help: "The folder of patterns whose guards and rules speak.")
  var patterns: String?

  @Flag(help: "Print the names of the cases, one a line, and stop.")
  var names = false

  @Argument(help: "Gold files.")
  var gold: [String] = []

  func run() throws {
    if names {
      for number in 0..<UInt16(EvidenceSpace.count) {
        let second = EvidenceSpace.kind(of: number).kind.isSecondLook ? 1 : 0
        print(EvidenceSpace.name(of: number), second)
      }
      return
    }
    var options = EngineOptions()
    options.patterns = patterns
    options.only = [.rules]
    let engine = try AuditEngine(options: options)
    let values =
      try weights.map { path in
        try Weights(reading: try String(contentsOfFile: path, encoding: .utf8), from: path)
      } ?? Weights(Resources.peopleWeights)
    let finder = PeopleFinder(
      PeopleKnowledge(
        lexicon: NameLexicon(Resources.peopleLexicon),
        usages: UsageLexicon(Resources.peopleUsage),
        letters: LetterModel(Resources.peopleLetters), cues: CueWords(Resources.peopleCues),
        weights: values))
    var auditor = DocumentAuditor(engine: engine)
    for path in gold {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      for document in try GoldDocument.read(bytes) {
        print(line(document, path, engine, finder, &auditor))
      }
    }
  }

  /// Whether a guard explains a word away, and does not only lower its confidence.
  private static func vetoes(_ identifier: String, _ engine: AuditEngine) -> Bool {
    guard
      case .guarding(let guarding)? = engine.library.rules.first(where: {
        $0.identifier == identifier
      })?.role
    else { return false }
    return guarding.lowersBy == 0
      && (PeopleScorer.yieldsTo.contains(guarding.kind)
        || guarding.kind == Rule.Guard.universalKind)
  }

  private func line(
    _ document: GoldDocument, _ path: String, _ engine: AuditEngine, _ finder: PeopleFinder,
    _ auditor: inout DocumentAuditor
  ) -> String {
    let bytes = Array(document.text.utf8)
    let examined = auditor.examine(bytes, path: "gold.txt", name: nil, allGuards: true)
    var claimed = [Bool](repeating: false, count: bytes.count + 1)
    for explained in examined.explained.first ?? []
    where Self.vetoes(explained.guardIdentifier, engine) {
      for byte in explained.range.start..<explained.range.end { claimed[byte] = true }
    }
    for finding in examined.audit.findings where finding.label != .person {
      guard let location = finding.location, location.part == 0 else { continue }
      for byte in location.range.start..<location.range.end { claimed[byte] = true }
    }
    var labels = [Int8](repeating: 0, count: bytes.count + 1)
    var offsets: [Int] = []
    var position = 0
    for scalar in document.text.unicodeScalars {
      offsets.append(position)
      position += UTF8.width(scalar)
    }
    offsets.append(position)
    for span in document.spans {
      let value: Int8 =
        switch (span.label, span.mask) {
        case (_, "NO_MASK"), ("PERSON_OFFICIAL", _), ("PERSON_CITED", _), ("PSEUDONYM", _),
          ("CARE_PROVIDER", _):
          -1
        case ("PERSON", _), ("PER", _): 1
        default: 2
        }
      for byte in offsets[span.start]..<offsets[span.end] { labels[byte] = value }
    }
    guard let read = examined.audit.document, let part = read.parts.first else { return "{}" }
    let reading = Reading(of: part.text, foldings: engine.library.foldings)
    let blocks = part.blocks.map { reading.folded($0.range) }
    let observations = finder.observations(in: reading.text, blocks: blocks, isFileName: false)
    let candidates = observations.map { observation -> String in
      let range = reading.original(of: observation.range)
      let label = labels[range.start]
      let isClaimed = (range.start..<range.end).allSatisfy { claimed[$0] }
      let first = observation.cases.map(String.init).joined(separator: ",")
      let second = observation.secondCases.map(String.init).joined(separator: ",")
      return "[\(range.start),\(range.end),\(label),\(isClaimed ? 1 : 0),[\(first)],[\(second)]]"
    }
    let words = document.text.split(whereSeparator: \.isWhitespace).count
    let persons = document.spans.filter { $0.label == "PERSON" || $0.label == "PER" }
      .filter { $0.mask != "NO_MASK" }
      .map { "[\(offsets[$0.start]),\(offsets[$0.end])]" }.joined(separator: ",")
    return
      "{\"file\":\"\(path.split(separator: "/").last ?? "")\",\"id\":\"\(document.identifier)\",\"words\":\(words),\"persons\":[\(persons)],\"candidates\":[\(candidates.joined(separator: ","))]}"
  }
}
