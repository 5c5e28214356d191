import ExpungeText

/// The zip files that stand in an e-mail as base64, found by how each begins and without taking the
/// message apart: for the second reading.
enum EnclosedPackages {
  /// "PK\u{3}\u{4}" in base64, as far as all of its letters are known.
  private static let start = Array("UEsDB".utf8)

  /// Each from its first line to the first that is not all base64. O(n).
  static func find(in file: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var index = 0
    while index < file.count {
      let isLineStart = index == 0 || isLineEnd(file[index - 1])
      guard isLineStart, file[index] == start[0], file[index...].starts(with: start) else {
        index += 1
        continue
      }
      var letters: [UInt8] = []
      while index < file.count {
        let end = file[index...].firstIndex(where: isLineEnd) ?? file.count
        // A hyphen begins the boundary behind it.
        guard end > index, file[index] != Ascii.hyphen,
          file[index..<end].allSatisfy({ Base64.isLetter($0) })
        else { break }
        letters += file[index..<end]
        index = end
        if index < file.count, file[index] == Ascii.carriageReturn { index += 1 }
        if index < file.count, file[index] == Ascii.lineFeed { index += 1 }
      }
      if let decoded = Base64.decode(letters[...]) { found.append(decoded) }
      index += 1
    }
    return found
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == Ascii.lineFeed || byte == Ascii.carriageReturn
  }
}
