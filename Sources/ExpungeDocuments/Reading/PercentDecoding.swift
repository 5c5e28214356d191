package import ExpungeText

/// Reads "jane%40example.org" in an address as a person would.
package enum PercentDecoding {
  /// Each sequence that stands for visible UTF-8 is decoded, as one changed run a character; what
  /// does not is left as it is. O(n + runs).
  package static func decode(
    _ text: [UInt8], _ runs: [SourceMap.Run]
  ) -> ([UInt8], [SourceMap.Run]) {
    guard text.contains(UInt8(ascii: "%")) else { return (text, runs) }
    let map = SourceMap(runs: runs)
    var decoded: [UInt8] = []
    var mapped: [SourceMap.Run] = []
    var index = 0
    var plainStart = 0
    /// The first run that does not end before what is still to be copied.
    var nextRun = 0

    func copy(upTo end: Int) {
      let shift = decoded.count - plainStart
      decoded += text[plainStart..<end]
      while nextRun < runs.count, runs[nextRun].text.end <= plainStart { nextRun += 1 }
      for run in runs[nextRun...].prefix(while: { $0.text.start < end }) where plainStart < end {
        let part = ByteRange(max(run.text.start, plainStart), min(run.text.end, end))
        guard run.verbatim || part == run.text, let source = map.span(of: part) else { continue }
        mapped.append(
          SourceMap.Run(
            text: ByteRange(part.start + shift, part.end + shift), source: source,
            verbatim: run.verbatim))
      }
    }

    while index < text.count {
      guard let (character, width) = character(in: text, at: index) else {
        index += 1
        continue
      }
      copy(upTo: index)
      let start = decoded.count
      decoded += character
      if let source = map.span(of: ByteRange(index, index + width)) {
        mapped.append(
          SourceMap.Run(text: ByteRange(start, decoded.count), source: source, verbatim: false))
      }
      index += width
      plainStart = index
    }
    copy(upTo: text.count)
    return (decoded, mapped)
  }

  /// The character that percent signs from `start` on stand for, and the bytes they take.
  private static func character(in text: [UInt8], at start: Int) -> ([UInt8], Int)? {
    guard let first = byte(in: text, at: start) else { return nil }
    let count =
      switch first {
      case 0x20..<0x7F: 1
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    var bytes: [UInt8] = []
    for number in 0..<count {
      guard let next = byte(in: text, at: start + number * 3) else { return nil }
      bytes.append(next)
    }
    guard !bytes.isEmpty, String(validating: bytes, as: UTF8.self) != nil else { return nil }
    return (bytes, count * 3)
  }

  private static func byte(in text: [UInt8], at index: Int) -> UInt8? {
    guard index + 2 < text.count, text[index] == UInt8(ascii: "%") else { return nil }
    return UInt8(String(decoding: text[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
  }
}
