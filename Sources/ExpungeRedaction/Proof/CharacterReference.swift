/// Decodes HTML character references as far as a name or number may be written in them.
enum CharacterReference {
  private static let named: [String: Unicode.Scalar] = [
    "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "shy": "\u{AD}",
    "zwj": "\u{200D}", "zwnj": "\u{200C}", "lsquo": "\u{2018}", "rsquo": "\u{2019}",
    "ndash": "\u{2013}", "mdash": "\u{2014}", "hyphen": "\u{2010}", "dash": "\u{2010}",
    "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "period": ".", "comma": ",",
    "commat": "@", "lowbar": "_", "sol": "/", "colon": ":", "plus": "+", "num": "#", "middot": "·",
    "szlig": "ß", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "OElig": "Œ", "eth": "ð", "ETH": "Ð",
    "thorn": "þ", "THORN": "Þ", "inodot": "ı", "imath": "ı", "Tab": "\t", "NewLine": "\n",
  ]

  /// Endings that follow a plain letter: the skeleton drops the diacritic anyway.
  private static let diacritics: Set<String> = [
    "acute", "grave", "circ", "uml", "tilde", "cedil", "ring", "slash", "caron", "strok", "breve",
    "macr", "ogon", "dot", "dblac",
  ]

  /// What stands at "&", and where it ends; "&" itself when no reference begins there.
  ///
  /// "&amp;eacute;", encoded twice, is decoded twice.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (scalars: [Unicode.Scalar], end: Int) {
    var start = offset + 1
    while start + 4 <= bytes.count, bytes[start] == 0x61, bytes[start + 1] == 0x6D,
      bytes[start + 2] == 0x70, bytes[start + 3] == 0x3B
    {
      start += 4
    }
    let (scalar, end) =
      start < bytes.count && bytes[start] == UInt8(ascii: "#")
      ? number(bytes, at: start + 1) : name(bytes, at: start)
    guard let scalar else { return (["&"], start) }
    return ([scalar], end)
  }

  private static func number(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (Unicode.Scalar?, Int) {
    var index = offset
    let isHex = index < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "x")
    if isHex { index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < bytes.count, let digit = HexDigit.value(of: bytes[index]), isHex || digit < 10 {
      // Leading zeros may be many; a value beyond Unicode stays beyond it.
      value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
      index += 1
    }
    guard index > first else { return (nil, offset) }
    if index < bytes.count, bytes[index] == UInt8(ascii: ";") { index += 1 }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", index)
  }

  private static func name(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int
  ) -> (Unicode.Scalar?, Int) {
    var end = offset
    while end < bytes.count, end - offset < 12, case let letter = bytes[end] | 0x20,
      0x61...0x7A ~= letter
    {
      end += 1
    }
    guard end > offset, end < bytes.count, bytes[end] == UInt8(ascii: ";") else {
      return (nil, offset)
    }
    let name = String(decoding: bytes[offset..<end], as: UTF8.self)
    if let scalar = named[name] { return (scalar, end + 1) }
    if diacritics.contains(String(name.dropFirst())) {
      return (Unicode.Scalar(bytes[offset]), end + 1)
    }
    return (nil, offset)
  }
}
