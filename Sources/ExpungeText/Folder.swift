/// Folds a text once, keeping the way back.
struct Folder {
  let foldings: Foldings

  /// The reading of a text and its map. O(n); shares the text's storage when nothing folds.
  func fold(_ original: [UInt8]) -> ([UInt8], FoldMap) {
    var folds: [FoldMap.Fold] = []
    var folded: [UInt8] = []
    /// Start of the bytes that were not copied yet.
    var pending = 0
    original.withUnsafeBufferPointer { bytes in
      var index = Folder.firstNotable(in: bytes, from: 0)
      while index < bytes.count {
        guard let (length, replacement) = change(at: index, in: bytes) else {
          index = Folder.firstNotable(in: bytes, from: index + Folder.scalarLength(bytes[index]))
          continue
        }
        if folds.isEmpty { folded.reserveCapacity(bytes.count) }
        folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[pending..<index]))
        let start = folded.count
        folded.append(contentsOf: replacement)
        folds.append(
          FoldMap.Fold(
            original: ByteRange(index, index + length), folded: ByteRange(start, folded.count)))
        pending = index + length
        index = Folder.firstNotable(in: bytes, from: pending)
      }
      if !folds.isEmpty {
        folded.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[pending...]))
      }
    }
    return folds.isEmpty ? (original, FoldMap(folds: [])) : (folded, FoldMap(folds: folds))
  }

  /// How many bytes fold at a notable byte, and into what.
  private func change(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, replacement: [UInt8])? {
    switch bytes[index] {
    case Ascii.carriageReturn:
      let isPair = index + 1 < bytes.count && bytes[index + 1] == Ascii.lineFeed
      return (isPair ? 2 : 1, [Ascii.lineFeed])
    case Ascii.hyphen:
      return lineEndHyphen(at: index, in: bytes)
    default:
      let (scalar, length) = Folder.decode(at: index, in: bytes)
      guard let replacement = foldings.replacement(for: scalar) else { return nil }
      return (length, replacement)
    }
  }

  /// "Thomp-\n  son" reads as "Thompson", "OGUN-\n  BANJO" as "OGUN-BANJO".
  private func lineEndHyphen(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (length: Int, replacement: [UInt8])? {
    guard index > 0, Ascii.isLetter(bytes[index - 1]) || bytes[index - 1] >= 0x80 else {
      return nil
    }
    var next = index + 1
    if next < bytes.count, bytes[next] == Ascii.carriageReturn { next += 1 }
    guard next < bytes.count, bytes[next] == Ascii.lineFeed else { return nil }
    next += 1
    let indentLimit = min(next + 14, bytes.count)
    while next < indentLimit, Ascii.isIndent(bytes[next]) { next += 1 }
    guard next < bytes.count, Ascii.isLetter(bytes[next]) || bytes[next] >= 0xC3 else { return nil }
    return (next - index, Ascii.isUpper(bytes[next]) ? [Ascii.hyphen] : [])
  }

  /// The next byte that may fold: above ASCII, a carriage return, or a hyphen before a line's end.
  private static func firstNotable(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    let count = bytes.count
    var index = start
    while index < count {
      // Eight bytes at a time while none is above ASCII, a carriage return or a line feed.
      while index + 8 <= count {
        let word = base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let high = word & 0x8080_8080_8080_8080
        if high | zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
          != 0
        {
          break
        }
        index += 8
      }
      guard index < count else { return count }
      let stop = min(index + 8, count)
      while index < stop {
        let byte = bytes[index]
        if byte >= 0x80 { return index }
        if byte == Ascii.carriageReturn {
          return index > start && bytes[index - 1] == Ascii.hyphen ? index - 1 : index
        }
        if byte == Ascii.lineFeed, index > start, bytes[index - 1] == Ascii.hyphen {
          // A hyphen that does not fold is notable once: the search resumes behind it.
          return index - 1
        }
        index += 1
      }
    }
    return count
  }

  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
  }

  private static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private static func decode(
    at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> (scalar: UInt32, length: Int) {
    let lead = bytes[index]
    let length = min(scalarLength(lead), bytes.count - index)
    var scalar = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<max(length, 1) {
      scalar = scalar << 6 | UInt32(bytes[index + offset] & 0x3F)
    }
    return (scalar, length)
  }
}
