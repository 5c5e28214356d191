import ExpungeDetection
import ExpungeText

extension [Finding] {
  /// Takes out what is found again in the reading that a tracked change was to replace.
  ///
  /// A part of deleted text holds a paragraph as it was, with the words that stayed: these are the same
  /// bytes of the file as in the body, and a finding there says nothing new. One falls when every byte
  /// of its source lies in findings of the same label in earlier parts. O(n log n) for findings that
  /// hardly overlap.
  ///
  /// - Returns: the places that reports must hide all the same, by part and place.
  mutating func removeRepeated(in document: Document) -> [Unlisted] {
    let isDeleted = document.parts.map { $0.visibility == .deleted }
    guard contains(where: { $0.location.map { isDeleted[$0.part] } ?? false }) else { return [] }
    let covered = CoveredSource(self, in: document)
    var repeated: [Unlisted] = []
    removeAll { finding in
      guard let place = finding.location, isDeleted[place.part] else { return false }
      let pieces = document.parts[place.part].source.pieces(of: place.range)
      guard !pieces.isEmpty,
        pieces.allSatisfy({ covered.holds($0, of: finding.label, before: place.part) })
      else { return false }
      repeated.append(Unlisted(location: place, label: finding.label))
      return true
    }
    for index in indices { self[index].ordinal = index + 1 }
    return repeated
  }
}

/// Bytes of a document's contents that findings stand on, by label.
private struct CoveredSource {
  private struct Piece {
    let range: ByteRange
    let part: Int
    /// The furthest end of it and all before it.
    var furthestEnd: Int
  }

  private let pieces: [Label: [Piece]]

  init(_ findings: [Finding], in document: Document) {
    var pieces: [Label: [Piece]] = [:]
    for finding in findings {
      guard let place = finding.location else { continue }
      for range in document.parts[place.part].source.pieces(of: place.range) {
        pieces[finding.label, default: []].append(
          Piece(range: range, part: place.part, furthestEnd: range.end))
      }
    }
    self.pieces = pieces.mapValues { unsorted in
      var sorted = unsorted.sorted { $0.range < $1.range }
      for index in sorted.indices.dropFirst() {
        sorted[index].furthestEnd = max(
          sorted[index].furthestEnd, sorted[index - 1].furthestEnd)
      }
      return sorted
    }
  }

  /// Whether findings of a label in parts before another hold all of a range.
  func holds(_ range: ByteRange, of label: Label, before part: Int) -> Bool {
    guard let pieces = pieces[label] else { return false }
    var position = range.start
    while position < range.end {
      var index = pieces.partitioningIndex { $0.range.start > position } - 1
      var end = position
      while index >= 0, pieces[index].furthestEnd > end {
        if pieces[index].part < part { end = max(end, pieces[index].range.end) }
        index -= 1
      }
      guard end > position else { return false }
      position = end
    }
    return true
  }
}
