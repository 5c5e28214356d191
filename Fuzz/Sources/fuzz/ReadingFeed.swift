import BenchmarkSupport
import ExpungeDetection
import ExpungeText

/// Any text: its reading is valid and every offset finds the way there and back.
enum ReadingFeed {
  private static let foldings: Foldings = {
    do {
      return try Rules.shipped().foldings
    } catch {
      found("the shipped foldings cannot be read: \(error)")
    }
  }()

  static func test(_ bytes: [UInt8]) {
    let original = repaired(bytes.prefix(2_000))
    let reading = Reading(of: original, foldings: foldings)
    let text = reading.text
    require(String(validating: text, as: UTF8.self) != nil, "the reading is not UTF-8")
    var end = (original: 0, folded: 0)
    for fold in reading.map.folds {
      require(
        fold.original.start >= end.original && fold.folded.start >= end.folded
          && fold.original.end <= original.count && fold.folded.end <= text.count,
        "folds do not ascend")
      require(
        original[end.original..<fold.original.start] == text[end.folded..<fold.folded.start],
        "what lies between two folds differs")
      end = (fold.original.end, fold.folded.end)
    }
    require(original[end.original...] == text[end.folded...], "what follows the last fold differs")
    for start in 0...text.count {
      for end in start...min(text.count, start + 6) where end > start {
        let range = ByteRange(start, end)
        let back = reading.original(of: range)
        require(back.end <= original.count, "\(range) leaves the text")
        require(reading.folded(back).contains(range), "\(range) does not come back")
        require(reading.original(of: reading.folded(back)) == back, "\(range) grows")
      }
    }
  }
}
