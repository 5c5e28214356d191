import ExpungeDocuments
import ExpungeText
import TestSupport

/// A message put together at random, of which each piece is known: how it is written and what it says.
struct GeneratedMessage {
  struct Piece {
    var raw: [UInt8]
    /// What the entry holds that stands for it; nil for boundaries and empty lines.
    var entry: String?
  }

  private(set) var pieces: [Piece] = []
  private var generator: SeededGenerator
  private let lineEnd: String
  private var boundaries = 0

  static let names = ["Thornaby", "Ulverquist", "Ashdale", "Tarn"]
  private static let words = [
    "Mr Thornaby called.", "Ms Ulverquist, Leeds", "Wren Ashdale", "the flat", "a – b", "Jörg Tarn",
    "=?x", "100 %", "-- ", "a=b", "", "x",
  ]

  var bytes: [UInt8] { pieces.flatMap(\.raw) }
  var entries: [String] { pieces.compactMap(\.entry) }

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    lineEnd = seed.isMultiple(of: 3) ? "\n" : "\r\n"
    addEntity(depth: 0)
  }

  private mutating func chance(_ count: Int) -> Int { Int(generator.next() % UInt64(count)) }

  private mutating func words(_ count: Int, ascii: Bool = false) -> String {
    (0..<count).map { _ in
      let word = Self.words[chance(Self.words.count)]
      return ascii && !word.utf8.allSatisfy { $0 < 0x80 } ? "plain" : word
    }.joined(separator: " ")
  }

  private mutating func add(_ raw: String, _ entry: String? = nil) {
    pieces.append(Piece(raw: Array(raw.utf8), entry: entry))
  }

  private mutating func addEntity(depth: Int) {
    var raw = ""
    var shown = ""
    func field(_ line: String, _ text: String) {
      raw += line + lineEnd
      shown += text + "\n"
    }
    for _ in 0...chance(3) {
      switch chance(4) {
      case 0:
        field("From: Wren Ashdale <wren@example.org>", "From: Wren Ashdale <wren@example.org>")
      case 1:
        field("Subject: =?utf-8?Q?J=C3=B6rg?=\(lineEnd) =?utf-8?Q?_Tarn?=", "Subject: Jörg Tarn")
      case 2: field("X-Note: a Thornaby\(lineEnd)\tb", "X-Note: a Thornaby b")
      default: field("to:Liam Ulverquist", "to: Liam Ulverquist")
      }
    }
    switch depth < 4 ? chance(4) : 3 {
    case 0, 1: addMultipart(depth, &raw, &shown)
    case 2:
      field("Content-Type: message/rfc822", "Content-Type: message/rfc822")
      add(raw, shown)
      add(lineEnd)
      addEntity(depth: depth + 1)
    default: addLeaf(&raw, &shown)
    }
  }

  private mutating func addMultipart(_ depth: Int, _ raw: inout String, _ shown: inout String) {
    boundaries += 1
    let boundary = "b\(boundaries)"
    let line = "Content-Type: multipart/mixed; boundary=\"\(boundary)\""
    add(raw + line + lineEnd, shown + line + "\n")
    add(lineEnd)
    if chance(3) == 0 {
      add("Thornaby before", "Thornaby before")
      add(lineEnd)
    }
    for _ in 0...chance(3) {
      add("--\(boundary)\(lineEnd)")
      addEntity(depth: depth + 1)
      add(lineEnd)
    }
    add("--\(boundary)--\(lineEnd)")
    if chance(4) == 0 { add("Thornaby after", "Thornaby after") }
  }

  private mutating func addLeaf(_ raw: inout String, _ shown: inout String) {
    let encoding = ["7bit", "8bit", "quoted-printable", "base64"][chance(4)]
    let isPage = chance(3) == 0
    var lines = (0...chance(4)).map { _ in words(6, ascii: encoding == "7bit") }
    if isPage { lines = lines.map { "<p>\($0)</p>" } }
    let text = lines.joined(separator: lineEnd)
    for line in [
      "Content-Type: text/\(isPage ? "html" : "plain"); charset=utf-8",
      "Content-Transfer-Encoding: \(encoding)",
    ] {
      raw += line + lineEnd
      shown += line + "\n"
    }
    if chance(4) == 0 {
      let folded =
        "Content-Disposition: attachment;\(lineEnd) filename*=utf-8''J%C3%B6rg%20Tarn.html"
      raw += folded + lineEnd
      shown += "Content-Disposition: attachment; filename=\"Jörg Tarn.html\"\n"
    }
    add(raw, shown)
    add(lineEnd)
    switch encoding {
    case "quoted-printable": add(quotedPrintable(text), text)
    case "base64":
      pieces.append(Piece(raw: base64(Array(text.utf8)), entry: text))
    default: add(text, text)
    }
  }

  /// Written otherwise than the program does: every letter may be coded, lines end anywhere.
  private mutating func quotedPrintable(_ text: String) -> String {
    var written = ""
    var bytes = Array(text.utf8)[...]
    let end = Array(lineEnd.utf8)
    while let byte = bytes.first {
      if bytes.starts(with: end) {
        written += lineEnd
        bytes = bytes.dropFirst(end.count)
        continue
      }
      bytes = bytes.dropFirst()
      if byte < 0x80, byte != UInt8(ascii: "="), byte > 0x20, chance(6) > 0 {
        written.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = Array("0123456789ABCDEF")
        written += "=\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
      if chance(20) == 0 { written += "=\(lineEnd)" }
    }
    return written
  }
}
