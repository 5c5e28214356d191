import ExpungeText

/// A file in a little markup language, and its text with the way back: what a reader of web pages
/// gives, made without one. "<…>" is markup, "&x;" an entity, white space collapses.
struct SimulatedPage {
  static let entities: [(name: String, text: String)] = [
    ("&e;", "é"), ("&amp;", "&"), ("&o;", "ø"), ("&n;", "\u{A0}"),
  ]

  private static let tagsToInsert = ["<b>", "</b>", "<i x='1'>", "<!---->"]

  let file: [UInt8]
  let part: Part

  init(file: [UInt8]) {
    self.file = file
    var text: [UInt8] = []
    var runs: [SourceMap.Run] = []
    func add(_ bytes: [UInt8], from source: ByteRange, verbatim: Bool) {
      let place = ByteRange(text.count, text.count + bytes.count)
      text += bytes
      if verbatim, let last = runs.last, last.verbatim, last.source.end == source.start {
        runs[runs.count - 1] = SourceMap.Run(
          text: last.text.union(place), source: last.source.union(source), verbatim: true)
      } else {
        runs.append(SourceMap.Run(text: place, source: source, verbatim: verbatim))
      }
    }
    var offset = 0
    while offset < file.count {
      let rest = file[offset...]
      if file[offset] == UInt8(ascii: "<"), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        offset = end + 1
      } else if let entity = Self.entities.first(where: { rest.starts(with: $0.name.utf8) }) {
        let end = offset + entity.name.utf8.count
        add(Array(entity.text.utf8), from: ByteRange(offset, end), verbatim: false)
        offset = end
      } else {
        var end = offset + 1
        if file[offset] == 0x20 || file[offset] == 0x0A {
          while end < file.count, file[end] == 0x20 || file[end] == 0x0A { end += 1 }
          let isPlain = end == offset + 1 && file[offset] == 0x20
          add([0x20], from: ByteRange(offset, end), verbatim: isPlain)
        } else {
          add([file[offset]], from: ByteRange(offset, end), verbatim: true)
        }
        offset = end
      }
    }
    part = Part(
      name: "body", kind: .body, visibility: .shown, text: text, blocks: [],
      source: SourceMap(runs: runs))
  }

  /// Every "<…>" of the file, in order.
  var tags: [[UInt8]] {
    var tags: [[UInt8]] = []
    var offset = 0
    while let start = file[offset...].firstIndex(of: UInt8(ascii: "<")),
      let end = file[start...].firstIndex(of: UInt8(ascii: ">"))
    {
      tags.append(Array(file[start...end]))
      offset = end + 1
    }
    return tags
  }

  /// Writes a text with random markup inside its words, entities and broken lines.
  static func write(_ text: String, using generator: inout some RandomNumberGenerator) -> [UInt8] {
    var file: [UInt8] = []
    for character in text {
      if Int.random(in: 0..<12, using: &generator) == 0 {
        file += Array((tagsToInsert.randomElement(using: &generator) ?? "<b>").utf8)
      }
      let entity = entities.first { $0.text == String(character) }
      if let entity, entity.text == "&" || Bool.random(using: &generator) {
        file += Array(entity.name.utf8)
      } else if character == " ", Int.random(in: 0..<6, using: &generator) == 0 {
        file += Array("\n   ".utf8)
      } else {
        file += Array(String(character).utf8)
      }
    }
    return file
  }
}
