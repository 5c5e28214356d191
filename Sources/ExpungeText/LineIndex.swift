/// Lines, columns and offsets of a text in every unit that a consumer may want.
///
/// Lines and columns are 1-based; columns count Unicode scalars; lines end at LF, CRLF or CR.
package struct LineIndex: Sendable {
  /// Byte offset at which each line starts; the first is 0.
  package let starts: [Int]

  /// O(n).
  package init(_ text: [UInt8]) {
    var starts = [0]
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        if byte == 0x0A {
          starts.append(index)
        } else if byte == 0x0D {
          if index < bytes.count, bytes[index] == 0x0A { index += 1 }
          starts.append(index)
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

  /// Line and column of a byte offset, which must stand on a scalar's first byte or the end.
  ///
  /// O(log n + length of the line).
  package func position(of offset: Int, in text: [UInt8]) -> Position {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(line: low + 1, column: UnitCount(text[starts[low]..<offset]).scalars + 1)
  }

  /// The byte offset of a line and column; nil when the text has no such place.
  package func offset(of position: Position, in text: [UInt8]) -> Int? {
    guard position.line >= 1, position.line <= starts.count, position.column >= 1 else {
      return nil
    }
    var offset = starts[position.line - 1]
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

/// How long a stretch of valid UTF-8 is in the other units.
package struct UnitCount: Hashable, Sendable {
  package var scalars = 0
  package var utf16 = 0

  package init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { buffer in
      for byte in buffer where byte & 0xC0 != 0x80 {
        scalars += 1
        utf16 += byte >= 0xF0 ? 2 : 1
      }
    }
  }
}
