import ExpungeText

/// Writes a file's name with its leaks replaced by what is safe in a name: "NAME-1_final.txt".
enum FileNameRedaction {
  struct Piece {
    /// Bytes of the name: whole pieces of it.
    let range: ByteRange
    let placeholder: Placeholder
  }

  /// The new name. Pieces are ascending and disjoint. The format's usual extension is added where
  /// the leak reached into the extension.
  static func apply(_ pieces: [Piece], to name: [UInt8], format: Document.Format) -> [UInt8] {
    var written: [UInt8] = []
    var from = 0
    for piece in pieces {
      written += name[from..<piece.range.start]
      written += Array(piece.placeholder.fileNameText.utf8)
      from = piece.range.end
    }
    written += name[from...]
    let base = name.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    if let last = pieces.last, let dot = name[base...].lastIndex(of: UInt8(ascii: ".")), dot > base,
      dot < last.range.end
    {
      written += Array(".\(usualExtension(of: format))".utf8)
    }
    return written
  }

  private static func usualExtension(of format: Document.Format) -> String {
    switch format {
    case .plainText: "txt"
    case .markdown: "md"
    case .html: "html"
    case .word: "docx"
    case .openDocument: "odt"
    case .email: "eml"
    }
  }
}
