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

/// Names that programs give, which say nothing about anybody.
enum MachineName {
  /// "_GoBack", "_Toc158201233".
  static func isBookmark(_ name: [UInt8]) -> Bool {
    guard name.first == UInt8(ascii: "_") else { return false }
    if name.elementsEqual("_GoBack".utf8) { return true }
    let letters = name.dropFirst().prefix(while: Ascii.isLetter)
    return ["Toc", "Ref", "Hlk", "Mon", "PictureBullets"].contains {
      letters.elementsEqual($0.utf8)
    } && name.dropFirst(letters.count + 1).allSatisfy(Ascii.isDigit)
  }

  private static let shapes: Set<String> = [
    "picture", "image", "graphic", "text box", "textbox", "chart", "diagram", "rectangle", "group",
    "object", "shape", "oval", "line", "straight connector", "straight arrow connector", "frame",
    "canvas", "freeform", "autoshape", "wordart", "content placeholder", "table", "rectangle:",
    "text frame", "zone de texte", "grafik", "bild", "textfeld",
  ]

  /// "Picture 1", "Text Box 24".
  static func isDrawing(_ name: [UInt8]) -> Bool {
    guard name.count < 40 else { return false }
    let words = name.reversed().drop { Ascii.isDigit($0) || Ascii.isSpace($0) }.reversed()
    return words.isEmpty || shapes.contains(String(decoding: words, as: UTF8.self).lowercased())
  }
}
