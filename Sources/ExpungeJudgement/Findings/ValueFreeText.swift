import ExpungeDetection
import ExpungeText

/// A part's text with every finding in it replaced by its label, white space made even.
struct ValueFreeText {
  private let text: [UInt8]
  private let findings: [(range: ByteRange, label: Label)]
  /// For each finding the furthest end of it and all before it.
  private let furthestEnds: [Int]

  /// O(n log n) in the findings.
  ///
  /// - Parameter findings: all of the part, in bytes of its text, in any order; they may overlap.
  init(_ text: [UInt8], hiding findings: [(range: ByteRange, label: Label)]) {
    self.text = text
    self.findings = findings.sorted { $0.range < $1.range }
    var furthest = 0
    furthestEnds = self.findings.map { finding in
      furthest = max(furthest, finding.range.end)
      return furthest
    }
  }

  /// A stretch of it. O(stretch + log n). A finding that begins before the stretch leaves nothing.
  func bytes(in stretch: ByteRange) -> [UInt8] {
    var masked: [UInt8] = []
    var index = findings.partitioningIndex { $0.range.start >= stretch.start }
    var position = stretch.start
    if index > 0 { position = min(max(position, furthestEnds[index - 1]), stretch.end) }
    while index < findings.count, findings[index].range.start < stretch.end {
      let (range, label) = findings[index]
      index += 1
      guard !range.isEmpty else { continue }
      if range.start >= position {
        append(text[position..<range.start], to: &masked)
        masked += Array("[\(label.placeholder)]".utf8)
      }
      position = min(max(position, range.end), stretch.end)
    }
    append(text[position..<stretch.end], to: &masked)
    return masked
  }

  private func append(_ slice: ArraySlice<UInt8>, to masked: inout [UInt8]) {
    for byte in slice {
      if Ascii.isSpace(byte) {
        if masked.last != Ascii.space { masked.append(Ascii.space) }
      } else {
        masked.append(byte)
      }
    }
  }
}
