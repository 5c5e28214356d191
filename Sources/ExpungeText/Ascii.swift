/// The few bytes that the structure of a text turns on.
///
/// What is asked of every byte is inlined in other modules: a call costs as much as a word.
package enum Ascii {
  package static let tab: UInt8 = 0x09
  package static let lineFeed: UInt8 = 0x0A
  package static let formFeed: UInt8 = 0x0C
  package static let carriageReturn: UInt8 = 0x0D
  package static let space: UInt8 = 0x20
  package static let apostrophe: UInt8 = 0x27
  package static let hyphen: UInt8 = 0x2D
  package static let fullStop: UInt8 = 0x2E

  @inlinable package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inlinable package static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inlinable package static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  @inlinable package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inlinable package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }

  /// What may stand between a line's start and its text: white space and the marks of quoted mail.
  package static func isIndent(_ byte: UInt8) -> Bool {
    byte == space || byte == tab || byte == 0x3E
  }
}
