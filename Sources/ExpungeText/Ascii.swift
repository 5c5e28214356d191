/// The few bytes that the structure of a text turns on.
///
/// What is asked of every byte is inlined in other modules: a call costs as much as a word. It is
/// public for that and nothing else, since the compiler keeps the bodies of package functions to their
/// module.
public enum Ascii {
  @inlinable public static var tab: UInt8 { 0x09 }
  @inlinable public static var lineFeed: UInt8 { 0x0A }
  @inlinable public static var formFeed: UInt8 { 0x0C }
  @inlinable public static var carriageReturn: UInt8 { 0x0D }
  @inlinable public static var space: UInt8 { 0x20 }
  @inlinable public static var apostrophe: UInt8 { 0x27 }
  @inlinable public static var hyphen: UInt8 { 0x2D }
  @inlinable public static var fullStop: UInt8 { 0x2E }

  @inlinable public static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inlinable public static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inlinable public static func isLower(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  @inlinable public static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inlinable public static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte &- 0x09 < 5
  }

  /// What may stand between a line's start and its text: white space and the marks of quoted mail.
  package static func isIndent(_ byte: UInt8) -> Bool {
    byte == space || byte == tab || byte == 0x3E
  }
}
