package import ExpungeText

/// Hunts removed values through the raw bytes of a copy, sharing nothing with the format's reader:
/// what a reader overlooks, or its writer forgets, is found here.
package struct RawSurvivorSearch: Sendable {
  /// Words of a name shorter than this turn up in binary data by chance.
  private static let shortest = 4
  private static let shortestInBinary = 6

  private let values: [RemovedValue]
  private let patterns: [HuntedPattern]
  private let words: OrdinaryWords
  private let knownSource: [ByteRange]

  /// - Parameters:
  ///   - search: what was hunted in the copy's parts.
  ///   - report: what it found there. Places explained in the parts are explained here too, and
  ///     their survivors are not listed again.
  ///   - place: where the raw bytes hold what the parts map to; nil for nowhere.
  package init(
    _ search: SurvivorSearch, explainedBy report: SurvivorReport,
    place: (ByteRange) -> ByteRange? = { $0 }
  ) {
    values = search.values
    words = search.hunt.words
    knownSource = (report.explainedSource + report.survivingSource).compactMap(place)
    var patterns = search.hunt.patterns.filter {
      $0.kind != .shortToken && $0.symbols.count >= Self.shortest
    }
    for text in report.explainingTexts.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let units = SkeletonUnit.units(of: text)
      // A single word explains only where it stands, not wherever it turns up.
      if units.dropFirst().contains(where: { !$0.gap.isEmpty }), units.count <= 256 {
        patterns.append(HuntedPattern(.explanation, units[...], value: 0))
      }
    }
    self.patterns = patterns
  }

  /// The views a file asks for. O(n).
  package static func views(of bytes: [UInt8]) -> [RawView] {
    var views: [RawView] = [.utf8]
    if bytes.contains(0) { views += [.utf16LittleEndian, .utf16BigEndian] }
    if bytes.contains(where: { $0 == 0x26 || $0 == 0x25 || $0 == 0x5C }) { views.append(.escapes) }
    if bytes.contains(UInt8(ascii: "<")) { views.append(.withoutTags) }
    if QuotedPrintableView.isAskedFor(by: bytes) { views.append(.quotedPrintable) }
    return views + [.base64]
  }

  /// Searches a file in every view it asks for. Linear in its length.
  package func search(_ bytes: [UInt8]) -> SurvivorReport {
    var report = SurvivorReport()
    guard !patterns.isEmpty else { return report }
    let book = SkeletonMatcher.Book(patterns, words: words)
    let binary = SkeletonMatcher.Book(
      patterns.filter { $0.symbols.count >= Self.shortestInBinary }, words: words)
    let source = ExplainedIndex(
      knownSource.map { ExplainedPlace(range: $0, reason: "known from a part") })
    let placeholders = ExplainedIndex(
      Placeholder.places(in: bytes).map { ExplainedPlace(range: $0.range, reason: "placeholder") })
    var known: Set<ByteRange> = []
    for view in Self.views(of: bytes) {
      let book = view == .base64 ? binary : book
      let decoded = decode(bytes, as: view, with: book)
      report.survivorCount += decoded.uncounted
      let phrases = ExplainedIndex(
        decoded.survivors.filter { book.patterns[$0.pattern].kind == .explanation }.map {
          ExplainedPlace(range: ByteRange($0.start, $0.end), reason: "known from a part")
        })
      let hunted = decoded.survivors.filter { book.patterns[$0.pattern].kind != .explanation }
      for occurrence in OccurrenceList.widest(hunted) {
        guard case .survivor(let form) = occurrence.verdict else { continue }
        let range = ByteRange(occurrence.start, occurrence.end)
        if placeholders.place(holding: range) != nil || source.place(holding: range) != nil
          || phrases.place(holding: range) != nil || !known.insert(range).inserted
        {
          continue
        }
        let pattern = book.patterns[occurrence.pattern]
        if pattern.symbols.count < Self.shortestInBinary, isInData(range, of: bytes) { continue }
        let value = values[pattern.value]
        report.add(
          Survivor(
            place: .raw(view, range), form: form, label: value.label,
            placeholder: value.placeholder, edit: value.edit))
      }
    }
    return report
  }

  private func isInData(_ range: ByteRange, of bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { RawDecoder(bytes: $0).isInData(range) }
  }

  private func decode(
    _ bytes: [UInt8], as view: RawView, with book: SkeletonMatcher.Book
  ) -> SkeletonMatcher {
    var matcher = SkeletonMatcher(book)
    bytes.withUnsafeBufferPointer { buffer in
      let decoder = RawDecoder(bytes: buffer)
      switch view {
      case .utf8: decoder.utf8(into: &matcher)
      case .utf16LittleEndian: decoder.utf16(isBigEndian: false, into: &matcher)
      case .utf16BigEndian: decoder.utf16(isBigEndian: true, into: &matcher)
      case .escapes: decoder.escapes(leavingOutTags: false, into: &matcher)
      case .withoutTags: decoder.escapes(leavingOutTags: true, into: &matcher)
      case .base64: Base64View(buffer).feed(&matcher)
      case .quotedPrintable: QuotedPrintableView(buffer).feed(&matcher)
      }
    }
    matcher.finish()
    return matcher
  }
}
