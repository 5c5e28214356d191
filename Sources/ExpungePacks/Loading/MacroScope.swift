import Yams

/// Macros by name: a pack's own first, then those of its folder, then those of the binary.
final class MacroScope {
  private let parent: MacroScope?
  private var macros: [String: LocatedText] = [:]

  init(parent: MacroScope? = nil) { self.parent = parent }

  /// Whether it belongs to a folder that adds to the binary's.
  var isAdded: Bool { parent != nil }

  /// Reads a `macros:` mapping.
  func read(_ fields: Fields) {
    for (name, body) in fields.pairs("macros") {
      if Names.isMacroName(name.text) {
        macros[name.text] = body
      } else {
        fields.problems.add(
          "a macro's name is written in capitals, digits and underscores, not “\(name.text)”",
          at: name.place)
      }
    }
  }

  /// Reports macros that name no macro or themselves, used or not.
  func check(_ problems: ProblemList) {
    for (name, body) in macros {
      _ = PatternExpansion(of: body, in: self, expanding: [name], problems)
    }
  }

  /// The macro, and the scope that its own macros are looked up in.
  fileprivate func find(_ name: String) -> (body: LocatedText, scope: MacroScope)? {
    if let body = macros[name] { return (body, self) }
    return parent?.find(name)
  }
}

/// A pattern with its macros replaced, and the way back to what its author wrote.
struct PatternExpansion: Sendable {
  /// Bytes that an expanded pattern may have: macros that double each other must not fill memory.
  static let maximumByteCount = 64 * 1024

  /// A stretch of the expanded text that stands as it is in a file.
  private struct Piece {
    var start: Int
    var origin: LocatedText
    var originStart: Int
    /// Where the rule's own pattern has it, or the macro that brought it.
    var patternStart: Int
    var macro: String?
  }

  private(set) var text = ""
  let pattern: LocatedText
  private var pieces: [Piece] = []

  /// Nil, with problems, when a macro is unknown or nests in itself.
  init?(of pattern: LocatedText, in scope: MacroScope, _ problems: ProblemList) {
    self.init(of: pattern, in: scope, expanding: [], problems)
  }

  fileprivate init?(
    of pattern: LocatedText, in scope: MacroScope, expanding: [String], _ problems: ProblemList
  ) {
    self.pattern = pattern
    guard append(pattern, scope, expanding, patternStart: nil, problems) else { return nil }
  }

  /// Where a byte of the expanded text was written, and the macro that brought it there.
  func origin(ofByte offset: Int) -> (place: SourcePlace, inMacro: (name: String, SourcePlace)?) {
    guard let piece = pieces.last(where: { $0.start <= offset }) else {
      return (pattern.place(ofByte: offset), nil)
    }
    let written = piece.origin.place(ofByte: piece.originStart + offset - piece.start)
    guard let macro = piece.macro else { return (written, nil) }
    return (pattern.place(ofByte: piece.patternStart), (macro, written))
  }

  private mutating func append(
    _ body: LocatedText, _ scope: MacroScope, _ expanding: [String], patternStart: Int?,
    _ problems: ProblemList
  ) -> Bool {
    let bytes = Array(body.text.utf8)
    var isWhole = true
    var copied = 0
    func copy(upTo end: Int, into expansion: inout PatternExpansion) {
      guard end > copied else { return }
      expansion.pieces.append(
        Piece(
          start: expansion.text.utf8.count, origin: body, originStart: copied,
          patternStart: patternStart ?? copied, macro: patternStart.flatMap { _ in expanding.last })
      )
      expansion.text += String(decoding: bytes[copied..<end], as: UTF8.self)
    }
    for use in Self.macroUses(in: bytes) {
      copy(upTo: use.range.lowerBound, into: &self)
      copied = use.range.upperBound
      let place = body.place(ofByte: use.range.lowerBound)
      if expanding.contains(use.name) {
        let circle = (expanding + [use.name]).joined(separator: " in ")
        problems.add("macros nest in a circle (\(circle)); take one of them out", at: place)
        isWhole = false
      } else if let macro = scope.find(use.name) {
        isWhole =
          append(
            macro.body, macro.scope, expanding + [use.name],
            patternStart: patternStart ?? use.range.lowerBound, problems) && isWhole
      } else {
        problems.add(
          "no macro is called “\(use.name)”; define it under `macros:` or correct the name",
          at: place)
        isWhole = false
      }
      guard text.utf8.count <= Self.maximumByteCount else {
        problems.add(
          "the pattern is longer than \(Self.maximumByteCount) bytes with its macros; split the rule",
          at: pattern.place)
        return false
      }
      guard isWhole else { return false }
    }
    copy(upTo: bytes.count, into: &self)
    return isWhole
  }

  private static func macroUses(in bytes: [UInt8]) -> [(range: Range<Int>, name: String)] {
    var uses: [(Range<Int>, String)] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "{"), bytes[index + 1] == UInt8(ascii: "{") else {
        index += 1
        continue
      }
      let rest = bytes[(index + 2)...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")), end + 1 < bytes.count,
        bytes[end + 1] == UInt8(ascii: "}")
      else {
        index += 1
        continue
      }
      let name = String(decoding: rest[..<end], as: UTF8.self)
      guard Names.isMacroName(name) else {
        index += 1
        continue
      }
      uses.append((index..<end + 2, name))
      index = end + 2
    }
    return uses
  }
}
