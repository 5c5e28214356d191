import ExpungeDocuments
import ExpungeText

/// What every part promises of the bytes that it maps to.
enum PartChecks {
  /// Checks each part of a reading, and that it passes through the message to the program unchanged.
  ///
  /// - Parameter file: what was read; parts of a packed file map to its contents instead.
  static func check(_ reading: ReadParts, of file: [UInt8], limits: ReaderLimits) {
    let mapped = reading.contents?.bytes ?? file
    for part in reading.parts { check(part, mapped) }
    do {
      let passed = try PartsMessage.decode(
        PartsMessage.encode(reading), file: file, limits: limits)
      require(
        passed.stops == reading.stops && passed.facts == reading.facts
          && passed.contents == reading.contents && passed.cuts == reading.cuts
          && passed.unread == reading.unread, "the message loses what is beside the parts")
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

  private static func check(_ part: ReadPart, _ file: [UInt8]) {
    let text = part.text
    require(String(validating: text, as: UTF8.self) != nil, "a part is not UTF-8")
    var end = 0
    for run in part.source.runs {
      require(
        run.text.start >= end && run.text.end <= text.count && !run.text.isEmpty,
        "runs of \(part.role) do not ascend in the text")
      require(
        run.source.start <= run.source.end && run.source.end <= file.count,
        "a run of \(part.role) leaves the file")
      if run.verbatim {
        require(
          text[run.text.start..<run.text.end] == file[run.source.start..<run.source.end],
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
