import ExpungeDocuments
import ExpungeText

/// Gathers the parts of a packed file, numbers them and keeps the limits.
struct PackageParts {
  private let limits: ReaderLimits
  private(set) var parts: [ReadPart] = []
  private var used: [PartRole: Set<Int>] = [:]
  private var highest: [PartRole: Int] = [:]
  private var textBytes = 0
  var stops: Set<ReadingStop> = []
  /// Bytes of the contents that hold no words of anybody, and need no part.
  private(set) var leftOut: [ByteRange] = []

  init(limits: ReaderLimits) { self.limits = limits }

  /// The number that a part of this role will get.
  func next(_ role: PartRole) -> Int { (highest[role] ?? 0) + 1 }

  /// Adds a text with its blocks unless it is empty.
  mutating func add(_ role: PartRole, _ shown: ShownText, number: Int? = nil) {
    add(role, text: shown.text, blocks: shown.blocks, runs: shown.runs, number: number)
  }

  /// Adds values as one part, a line each, unless all are blank.
  mutating func add(_ role: PartRole, _ values: [MappedText], number: Int? = nil) {
    var text = MappedText()
    for value in values where value.bytes.contains(where: { !Ascii.isSpace($0) }) {
      if !text.isEmpty { text.append([Ascii.lineFeed], from: nil, verbatim: false) }
      text.append(value)
    }
    add(
      role, text: text.bytes, blocks: PackageParts.lines(of: text.bytes), runs: text.runs,
      number: number)
  }

  /// - Parameter number: the next free one takes its place where a damaged file gives it twice.
  mutating func add(
    _ role: PartRole, text: [UInt8], blocks: [Block], runs: [SourceMap.Run], number: Int? = nil
  ) {
    guard !blocks.isEmpty else { return }
    // The body comes before them all.
    guard parts.count + 1 < limits.parts else {
      stops.insert(.documentParts)
      return
    }
    textBytes += text.count
    guard textBytes <= limits.textBytes else {
      stops.insert(.documentExpansion)
      return
    }
    var number = number ?? next(role)
    if !used[role, default: []].insert(number).inserted {
      number = next(role)
      used[role, default: []].insert(number)
    }
    highest[role] = max(highest[role] ?? 0, number)
    parts.append(
      ReadPart(
        role: role, number: number, text: text, blocks: blocks, source: SourceMap(runs: runs)))
  }

  mutating func leaveOut(_ runs: [SourceMap.Run]) { leftOut += runs.map(\.source) }

  /// All parts, the body first; nothing but the reason where they would be too much.
  func reading(body: ShownText) -> ReadParts {
    var stops = stops
    if textBytes + body.text.count > limits.textBytes { stops.insert(.documentExpansion) }
    guard !stops.contains(.documentExpansion) else { return ReadParts(stops: stops) }
    let first = ReadPart(
      role: .body, number: 1, text: body.text, blocks: body.blocks,
      source: SourceMap(runs: body.runs))
    return ReadParts(parts: [first] + parts, stops: stops)
  }

  private static func lines(of text: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: Ascii.lineFeed) ?? text.count
      let line = ByteRange(start, end).trimmed(in: text)
      if !line.isEmpty { blocks.append(Block(kind: .paragraph, range: line)) }
      start = end + 1
    }
    return blocks
  }
}
