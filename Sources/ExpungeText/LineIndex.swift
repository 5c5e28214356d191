import Glibc

/// Lines, columns and offsets of a text in every unit that a consumer may want.
///
/// Lines and columns are 1-based; columns count Unicode scalars; lines end at LF, CRLF or CR.
package struct LineIndex: Sendable {
  /// Half the size of whole words: a long list has millions of lines.
  private let starts: [UInt32]

  /// O(n).
  ///
  /// - Precondition: a text of less than 4 GiB, far beyond any limit of a run.
  package init(_ text: [UInt8]) {
    precondition(text.count <= Int(UInt32.max), "no text that was read is as long")
    var starts: [UInt32] = [0]
    text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      // Most texts have line feeds alone, which memchr finds.
      let holdsReturns = memchr(base, 0x0D, bytes.count) != nil
      var index = 0
      while index < bytes.count {
        if !holdsReturns {
          guard let end = memchr(base + index, 0x0A, bytes.count - index) else { return }
          index = UnsafeRawPointer(end) - UnsafeRawPointer(base) + 1
          starts.append(UInt32(index))
          continue
        }
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(UInt32(index))
        } else if byte == 0x0D {
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
          starts.append(UInt32(index))
        }
      }
    }
    self.starts = starts
  }

  package struct Position: Hashable, Sendable {
    package var line: Int
    package var column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  package var count: Int { starts.count }

  /// The byte at which a line starts, counted from 1; the first starts at 0.
  package func start(ofLine line: Int) -> Int { Int(starts[line - 1]) }

  /// The line, from 1, that holds a byte offset. O(log n).
  package func line(at offset: Int) -> Int {
    max(1, starts.partitioningIndex { $0 > offset })
  }

  /// Line and column of a byte offset, which must stand on a scalar's first byte or the end.
  ///
  /// O(log n + length of the line).
  package func position(of offset: Int, in text: [UInt8]) -> Position {
    let line = line(at: offset)
    return Position(
      line: line, column: UnitCount(text[start(ofLine: line)..<offset]).scalars + 1)
  }

  /// The byte offset of a line and column; nil when the text has no such place.
  package func offset(of position: Position, in text: [UInt8]) -> Int? {
    guard position.line >= 1, position.line <= starts.count, position.column >= 1 else {
      return nil
    }
    var offset = start(ofLine: position.line)
    var column = 1
    while column < position.column {
      guard offset < text.count, text[offset] != 0x0A, text[offset] != 0x0D else { return nil }
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }
}
