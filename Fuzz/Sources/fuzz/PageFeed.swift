import ExpungeDocuments
import ExpungeParsers
import ExpungeText

/// Any page: its parts keep their promises and pass through the worker's message unchanged.
enum PageFeed {
  private static let limits = ReaderLimits(parts: 10_000, nesting: 1_000, textBytes: 1 << 22)

  static func test(_ bytes: [UInt8]) {
    let page = repaired(bytes.filter { $0 != 0 })
    let reading = page.withUnsafeBufferPointer { HTMLReader.read($0, limits: limits) }
    for part in reading.parts { check(part, page) }
    do {
      let passed = try PartsMessage.decode(
        PartsMessage.encode(reading), file: page, limits: limits)
      require(passed.stops == reading.stops, "the message loses a stop")
      require(passed.parts.count == reading.parts.count, "the message loses a part")
      for (one, other) in zip(passed.parts, reading.parts) {
        require(
          one.role == other.role && one.number == other.number && one.text == other.text
            && one.blocks.map(\.range) == other.blocks.map(\.range)
            && one.source.runs == other.source.runs, "the message changes a part")
      }
    } catch {
      found("our own message is refused: \(error)")
    }
  }

  private static func check(_ part: ReadPart, _ page: [UInt8]) {
    let text = part.text
    require(String(validating: text, as: UTF8.self) != nil, "a part is not UTF-8")
    var end = 0
    for run in part.source.runs {
      require(
        run.text.start >= end && run.text.end <= text.count && !run.text.isEmpty,
        "runs of \(part.role) do not ascend in the text")
      require(run.source.end <= page.count, "a run of \(part.role) leaves the file")
      if run.verbatim {
        require(
          text[run.text.start..<run.text.end] == page[run.source.start..<run.source.end],
          "a verbatim run of \(part.role) is none")
      }
      end = run.text.end
    }
    end = 0
    for block in part.blocks {
      require(
        block.range.start >= end && block.range.end <= text.count,
        "blocks of \(part.role) do not ascend in the text")
      end = block.range.end
    }
  }
}
