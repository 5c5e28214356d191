package import ExpungeText
import TestSupport

/// Text glued from the fragments of the tests, as bytes choose them.
package enum GluedText {
  private static let fragments = (FragmentText.identifiers + FragmentText.prose).map {
    Array($0.utf8)
  }

  /// Valid UTF-8: a fragment for each small byte, an ASCII character for each large one.
  package static func text(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    for byte in bytes {
      if byte < 0x80 || fragments.count > Int(byte) {
        text += fragments[Int(byte) % fragments.count]
      } else {
        text.append(byte & 0x7F)
      }
    }
    return text
  }

  /// The lines of a text.
  package static func lines(_ text: [UInt8]) -> [ByteRange] {
    var lines: [ByteRange] = []
    var start = 0
    for (offset, byte) in text.enumerated() where byte == 0x0A {
      if offset > start { lines.append(ByteRange(start, offset)) }
      start = offset + 1
    }
    if text.count > start { lines.append(ByteRange(start, text.count)) }
    return lines
  }
}
