import ExpungeDocuments
import ExpungeText

/// Gathers the parts of a page beside its body, numbers them and keeps the limits.
struct PartCollector {
  private let limits: ReaderLimits
  private var parts: [ReadPart] = []
  private var numbers: [PartRole: Int] = [:]
  private var textBytes = 0
  /// Bytes of the page that hold no text, such as an embedded picture's.
  private var leftOut: [ByteRange] = []
  var stops: Set<ReadingStop> = []

  init(limits: ReaderLimits) { self.limits = limits }

  /// Adds a part unless it is empty, under the next number of its role or the one given.
  mutating func add(_ role: PartRole, _ shown: ShownText, number: Int? = nil) {
    add(role, text: shown.text, blocks: shown.blocks, runs: shown.runs, number: number)
  }

  /// Adds a text of lines, each a block; what is embedded in it as data is taken out first.
  mutating func add(
    _ role: PartRole, lines text: [UInt8], runs: [SourceMap.Run], number: Int? = nil
  ) {
    let embedded = EmbeddedData(text, runs)
    leftOut += embedded.taken
    if embedded.hasUnread { stops.insert(.embeddedData) }
    if embedded.isNothingElse {
      leftOut += embedded.runs.map(\.source)
    } else {
      add(
        role, text: embedded.text, blocks: PartCollector.lines(of: embedded.text),
        runs: embedded.runs, number: number)
    }
    for text in embedded.texts {
      add(.hiddenText, text: text, blocks: PartCollector.lines(of: text), runs: [])
    }
  }

  /// Bytes of the page that no part shall hold.
  mutating func leaveOut(_ range: ByteRange) { leftOut.append(range) }

  private static func lines(of text: [UInt8]) -> [Block] {
    text.split(separator: Ascii.lineFeed).compactMap { line in
      let start = line.firstIndex { !Ascii.isSpace($0) }
      let end = line.lastIndex { !Ascii.isSpace($0) }
      guard let start, let end else { return nil }
      return Block(kind: .paragraph, range: ByteRange(start, end + 1))
    }
  }

  mutating func add(
    _ role: PartRole, text: [UInt8], blocks: [Block], runs: [SourceMap.Run], number: Int? = nil
  ) {
    guard !blocks.isEmpty else { return }
    // The body comes before them all, and the markup after.
    guard parts.count + (role == .markup ? 1 : 2) < limits.parts else {
      stops.insert(.documentParts)
      return
    }
    textBytes += text.count
    guard textBytes <= limits.textBytes else {
      stops.insert(.documentExpansion)
      return
    }
    let next = (numbers[role] ?? 0) + 1
    numbers[role] = next
    parts.append(
      ReadPart(
        role: role, number: number ?? next, text: text, blocks: blocks,
        source: SourceMap(runs: runs)))
  }

  /// The number of the next picture, whether or not it has words.
  mutating func nextPicture() -> Int {
    pictures += 1
    return pictures
  }

  private var pictures = 0

  /// All parts, the body first and last the markup that is in none of them.
  mutating func reading(body: ShownText, _ aligner: inout SourceAligner) -> ReadParts {
    let known = (parts.flatMap(\.source.runs) + body.runs).map(\.source) + leftOut
    let markup = MarkupText(around: known, &aligner)
    add(.markup, text: markup.text, blocks: markup.blocks, runs: markup.runs)
    if textBytes + body.text.count > limits.textBytes { stops.insert(.documentExpansion) }
    guard !stops.contains(.documentExpansion) else { return ReadParts(stops: stops) }
    let first = ReadPart(
      role: .body, number: 1, text: body.text, blocks: body.blocks,
      source: SourceMap(runs: body.runs))
    return ReadParts(parts: [first] + parts, stops: stops)
  }
}
