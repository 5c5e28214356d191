import ExpungeDocuments
import ExpungeText
import TestSupport
import Testing

@Suite struct PlainTextReaderTests {
  private func blocks(_ text: String) throws -> [String] {
    let body = try document(text).body
    #expect(body.string == text)
    #expect(body.source.runs == SourceMap.identity(from: 0, count: text.utf8.count).runs)
    return zip(body.blocks, body.blockStrings).map {
      "\($0.kind)\($0.mark.map { "[\($0)]" } ?? ""): \($1)"
    }
  }

  @Test func wrappedParagraphsStayWhole() throws {
    let wrapped = """
      The Council wrote to Mrs X about the repairs on page
      12. It said that her complaint of May, like the one in
      April, was late.
      """
    #expect(
      try blocks("What I found\n\n\(wrapped)\n") == [
        "heading: What I found", "paragraph: \(wrapped)",
      ])
  }

  @Test func listItemsBeginAtTheirMarks() throws {
    #expect(
      try blocks("  1. One\n     more\n  2. Two\n(a) three\n• four\n[5] five\niv) six") == [
        "listItem[1.]: 1. One\n     more", "listItem[2.]: 2. Two", "listItem[(a)]: (a) three",
        "listItem[•]: • four", "listItem[[5]]: [5] five", "listItem[iv)]: iv) six",
      ])
    #expect(
      try blocks("B. Thompson\nDr. Hall wrote.") == ["paragraph: B. Thompson\nDr. Hall wrote."])
  }

  @Test func labelledLinesAndRowsStandAlone() throws {
    #expect(
      try blocks(
        "From: J Doe\nTo: The Council\nDecision date : 06 May 2026\nName\tBorn\nJ D\t2 May") == [
          "paragraph: From: J Doe", "paragraph: To: The Council",
          "paragraph: Decision date : 06 May 2026", "cell: Name", "cell: Born", "cell: J D",
          "cell: 2 May",
        ])
  }

  @Test(arguments: ["\n\n", "\r\n\r\n", "\r\r", "\u{C}", "\n \t\n"])
  func lineEndsAndPages(separator: String) throws {
    #expect(
      try blocks("One two.\(separator)Three four.") == [
        "paragraph: One two.", "paragraph: Three four.",
      ])
  }

  @Test func emptyAndBlankFilesAreUnread() {
    #expect(reasons(read([])) == ["the file is empty, so nothing was examined"])
    for blank in ["\n \n", "\u{FEFF}", "\u{C}\t\r\n"] {
      #expect(
        reasons(read(Array(blank.utf8))) == ["the file holds no text, so nothing was examined"])
    }
    #expect(
      reasons(read(Array("<html><script>show('text')</script>".utf8), as: "a.html"))
        == ["the file holds no text, so nothing was examined"])
  }

  /// Every byte that is no white space lies in exactly one block.
  @Test func blocksHoldAllText() throws {
    let fragments = [
      "Mrs X ", "1. ", "(a) ", "- ", "•", "\n", "\n\n", "\r\n", "\t", "From: ", "|",
      "a long sentence that wraps ",
      ".", "é", "\u{C}", "  ", "THE END", "[4] ", "---",
    ]
    var generator = SeededGenerator(seed: 7)
    for name in ["draft.txt", "draft.md"] {
      for _ in 0..<1500 {
        let text = (0..<Int.random(in: 1...20, using: &generator)).map { _ in
          fragments[Int.random(in: 0..<fragments.count, using: &generator)]
        }.joined()
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        let body = try document(text, as: name).body
        checkMap(body.text, body.source, file: Array(text.utf8))
        var end = 0
        for block in body.blocks {
          try #require(block.range.start >= end && block.range.end <= body.text.count)
          let between = body.text[end..<block.range.start]
          if name == "draft.txt" {
            #expect(between.allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "|") })
          }
          end = block.range.end
        }
      }
    }
  }
}
