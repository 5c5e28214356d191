import ExpungeText

/// What a field is told to compute (ISO/IEC 29500-1, 17.16).
enum FieldInstruction {
  private static let mechanical: Set<String> = [
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "TOC", "TC", "SEQ",
    "DATE", "TIME", "LISTNUM", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "TITLE", "AUTHOR",
    "SUBJECT", "FILENAME", "NUMWORDS", "NUMCHARS", "SAVEDATE", "CREATEDATE", "PRINTDATE",
    "MERGEFORMAT", "CHARFORMAT", "TABLE", "FIGURE", "ARABIC", "UPPER", "LOWER", "ROMAN",
  ]

  /// Whether all of it is Word's own: page numbers, contents, references to numbered bookmarks.
  static func saysNothing(_ instruction: [UInt8]) -> Bool {
    let words = instruction.split { Ascii.isSpace($0) || $0 == UInt8(ascii: "\"") }
    return words.allSatisfy { word in
      if word.first == UInt8(ascii: "\\") { return word.count <= 2 }
      if word.allSatisfy({ !Ascii.isLetter($0) && $0 < 0x80 }) { return word.count <= 5 }
      if MachineName.isBookmark(Array(word)) { return true }
      // The letters of dates: "d MMMM yyyy HH:mm".
      if word.allSatisfy({ "dMyHhms:/.,-".utf8.contains($0) }) { return true }
      return word.count <= 12
        && mechanical.contains(String(decoding: word, as: UTF8.self).uppercased())
    }
  }
}
