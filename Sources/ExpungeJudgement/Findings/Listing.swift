import ExpungeDetection
import ExpungeText

/// Chooses what is listed of a document: all of it, or the most severe where there is more than the
/// limit allows. Holds no more than twice the limit.
struct Listing {
  struct Entry {
    var candidate: Candidate
    /// Nil till the candidate's window is at hand.
    var place: PlaceMaterial?
    fileprivate let order: Int
  }

  private let limit: Int
  private let facts: DocumentFacts
  private(set) var entries: [Entry] = []
  /// How many candidates there were.
  private var count = 0
  /// Where candidates are that are not listed, by part: reports hide them all the same.
  private var leftOut: [Int: [(range: PackedRange, label: Label)]] = [:]

  init(limit: Int, facts: DocumentFacts) {
    self.limit = limit
    self.facts = facts
  }

  /// How many candidates are not listed.
  var capped: Int { count - entries.count }

  /// Gives away what is listed.
  mutating func take() -> [Entry] {
    defer { entries = [] }
    return entries
  }

  /// Takes the candidates that stand in a window. O(n log n).
  mutating func add(_ standing: [Candidate], of part: Int) {
    guard !standing.isEmpty else { return }
    let before = count
    for candidate in standing.sorted(by: { $0.range < $1.range }) {
      entries.append(Entry(candidate: candidate, place: nil, order: count))
      count += 1
    }
    if entries.count > limit { trim() }
    let text = ValueFreeText(
      facts.document.parts[part].text,
      hiding: standing.map { (facts.location(of: $0).range, $0.leak.label) })
    for index in entries.indices.reversed() {
      guard entries[index].order >= before else { break }
      let candidate = entries[index].candidate
      entries[index].place = PlaceMaterial(
        classCode: candidate.leak.classCode, label: candidate.leak.label,
        part: facts.document.parts[part], range: facts.location(of: candidate).range, in: text)
    }
  }

  /// Candidates that are not listed and stand near what is, by part and place.
  func unlisted() -> [Unlisted] {
    guard !leftOut.isEmpty else { return [] }
    let reach = 4_096
    let shown = Dictionary(grouping: entries, by: \.candidate.part).mapValues { entries in
      RangeIndex(
        entries.map {
          ByteRange(max(0, $0.candidate.range.start - reach), $0.candidate.range.end + reach)
        })
    }
    var near: [Unlisted] = []
    for (part, places) in leftOut.sorted(by: { $0.key < $1.key }) {
      guard let index = shown[part] else { continue }
      near += places.lazy.filter { index.touches($0.range.range) }.map {
        Unlisted(location: facts.location(of: $0.range.range, in: part), label: $0.label)
      }.sorted { $0.location.range < $1.location.range }
    }
    return near
  }

  /// Keeps the most severe, the surest among them, then the first.
  private mutating func trim() {
    entries.sort {
      ($0.candidate.severity, $0.candidate.confidence, -$0.order)
        > ($1.candidate.severity, $1.candidate.confidence, -$1.order)
    }
    for entry in entries[limit...] {
      leftOut[entry.candidate.part, default: []].append(
        (PackedRange(entry.candidate.range), entry.candidate.leak.label))
    }
    entries.removeSubrange(limit...)
    entries.sort { $0.order < $1.order }
  }
}
