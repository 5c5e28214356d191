package import ExpungeText

/// Why a file could not be rewritten.
package enum FileEditError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An edit reaches past the file's end, or into half a character of a two-byte encoding.
  case outOfPlace(ByteRange)
  case overlapping(ByteRange, ByteRange)
  /// A script or a style sheet, where no escape is safe, or the inside of a tag.
  case markup(ByteRange)
  /// The replacement has a character that the file's encoding lacks.
  case notRepresentable(ByteRange, TextEncoding)

  package var description: String {
    switch self {
    case .outOfPlace(let range):
      "an edit at bytes \(range.start) to \(range.end) does not lie on the file's characters; "
        + "read the file again and plan the edits anew"
    case .overlapping(let first, let second):
      "the edits at bytes \(first.start) to \(first.end) and \(second.start) to \(second.end) "
        + "overlap; join them into one"
    case .markup(let range):
      "bytes \(range.start) to \(range.end) lie in a tag, script or style sheet, where text cannot "
        + "be replaced safely; remove the element by hand"
    case .notRepresentable(let range, let encoding):
      "the replacement at bytes \(range.start) to \(range.end) cannot be written in "
        + "\(encoding.rawValue); save the file as UTF-8 first"
    }
  }
}

/// Writes replacements into a file's bytes, each escaped for the place where it stands.
package enum FileEdits {
  /// The file with all edits made; every other byte stays as it is. O(file + edits × log edits).
  ///
  /// In a web page a replacement is escaped for text, attribute (by its quotes) or comment. Edits
  /// may come in any order but must not overlap.
  package static func apply(
    _ edits: [FileEdit], to bytes: [UInt8], format: Document.Format, encoding: TextEncoding
  ) throws(FileEditError) -> [UInt8] {
    let edits = format == .markdown ? edits.map { EmphasisMarks.widened($0, in: bytes) } : edits
    return try apply(
      edits, to: bytes, language: format == .html ? .page : .plain, encoding: encoding)
  }

  /// The same for an entry of a packed file, or a file of its own.
  static func apply(
    _ edits: [FileEdit], to bytes: [UInt8], language: FileContents.Language, encoding: TextEncoding
  ) throws(FileEditError) -> [UInt8] {
    let ordered = edits.sorted { $0.source < $1.source }
    try check(ordered, against: bytes, width: encoding.unitWidth)
    let contexts: [MarkupContext] =
      switch language {
      case .plain: [MarkupContext](repeating: .plain, count: ordered.count)
      case .binary: [MarkupContext](repeating: .unsafe, count: ordered.count)
      case .page, .xml:
        MarkupScan.contexts(
          of: ordered.map(\.source), in: bytes, encoding: encoding, isXML: language == .xml)
      }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + ordered.reduce(0) { $0 + $1.replacement.count })
    var copied = 0
    for (edit, context) in zip(ordered, contexts) {
      result += bytes[copied..<edit.source.start]
      guard let escaped = edit.isMarkup ? edit.replacement : context.escaped(edit.replacement)
      else { throw .markup(edit.source) }
      guard let encoded = encoding.encoded(escaped, escapingIn: context) else {
        throw .notRepresentable(edit.source, encoding)
      }
      result += encoded
      copied = edit.source.end
    }
    result += bytes[copied...]
    return result
  }

  private static func check(
    _ ordered: [FileEdit], against bytes: [UInt8], width: Int
  ) throws(FileEditError) {
    var before = ByteRange(0, 0)
    for edit in ordered {
      let range = edit.source
      guard range.start >= 0, range.end <= bytes.count, range.start % width == 0,
        range.end % width == 0
      else { throw .outOfPlace(range) }
      guard range.start >= before.end else { throw .overlapping(before, range) }
      before = range
    }
  }
}
