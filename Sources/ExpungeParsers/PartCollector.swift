import ExpungeDocuments
import ExpungeText

/// Gathers the parts of a page beside its body, numbers them and keeps the limits.
struct PartCollector {
  private let limits: ReaderLimits
  private var parts: [ReadPart] = []
  private var numbers: [PartRole: Int] = [:]
  private var textBytes = 0
  var stops: Set<ReadingStop> = []

  init(limits: ReaderLimits) { self.limits = limits }

  /// Adds a part unless it is empty, under the next number of its role or the one given.
  mutating func add(_ role: PartRole, _ shown: ShownText, number: Int? = nil) {
    add(role, text: shown.text, blocks: shown.blocks, runs: shown.runs, number: number)
  }

  mutating func add(
    _ role: PartRole, text: [UInt8], blocks: [Block], runs: [SourceMap.Run], number: Int? = nil
  ) {
    guard !text.isEmpty else { return }
    guard parts.count + 1 < limits.parts else {
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

  func reading(body: ShownText) -> ReadParts {
    var stops = stops
    if textBytes + body.text.count > limits.textBytes { stops.insert(.documentExpansion) }
    guard !stops.contains(.documentExpansion) else { return ReadParts(stops: stops) }
    let first = ReadPart(
      role: .body, number: 1, text: body.text, blocks: body.blocks,
      source: SourceMap(runs: body.runs))
    return ReadParts(parts: [first] + parts, stops: stops)
  }
}
