import ExpungeDocuments
import ExpungeText
import Testing

@Suite struct MarkdownReaderTests {
  private func markdown(_ text: String) throws -> Document {
    let document = try document(text, as: "draft.md")
    for part in document.parts { checkMap(part.text, part.source, file: Array(text.utf8)) }
    return document
  }

  @Test(arguments: [
    ("Mrs **Jane** _Doe_", "Mrs Jane Doe"), ("***Jane***", "Jane"), ("a * b * c", "a * b * c"),
    ("jane_doe_x", "jane_doe_x"), ("jane\\_doe", "jane_doe"), ("`**code**`", "`**code**`"),
    ("[Mrs X](https://example.org/a_(b))!", "Mrs X!"), ("see ![Jane](j.png).", "see ."),
    ("Mrs <b>Doe</b> <br/>", "Mrs Doe"), ("<jane@example.org>", "<jane@example.org>"),
    ("a <!-- one\ntwo --> b", "a \n b"), ("> Mrs\n> Doe", "Mrs\nDoe"), ("~~old~~ ~x~", "old ~x~"),
    ("- item *one*", "- item one"), ("2 < 3 > 1", "2 < 3 > 1"), ("**open", "**open"),
  ])
  func showsWhatARenderedPageShows(source: String, text: String) throws {
    #expect(try markdown(source).body.string.trimmed == text)
  }

  @Test func blocksFollowTheStructure() throws {
    let text = """
      # The complaint #

      Wrapped
      paragraph

      Title
      =====
      - one
      - two
        more

      | Name | Born |
      |------|------|
      | J D  | 2 May |

      ```
      1. code
      ```
      """
    let body = try markdown(text).body
    #expect(
      zip(body.blocks, body.blockStrings).map { "\($0.kind): \($1)" } == [
        "heading: The complaint", "paragraph: Wrapped\nparagraph", "heading: Title",
        "listItem: - one", "listItem: - two\n  more", "cell: Name", "cell: Born", "cell: J D",
        "cell: 2 May", "paragraph: 1. code",
      ])
  }

  @Test func partsOfTheirOwn() throws {
    let text = """
      ---
      author: Jane Doe
      ---
      [mail](<mailto:jane%40example.org>) ![A house](/h.jpg) <!-- Mrs Z -->
      <img alt="Jane" src=x>
      """
    let document = try markdown(text)
    #expect(
      document.parts.dropFirst().map { "\($0.name): \($0.string)" } == [
        "property 1: author: Jane Doe", "link 1: <mailto:jane@example.org>",
        "address of picture 1: /h.jpg", "alternative text of picture 1: A house",
        "comment 1: Mrs Z", "attribute 1: alt=\"Jane\" src=x",
      ])
    #expect(try document.body.string == "\n\n\nmail  \n")
  }

  @Test func linesStayTheFilesLines() throws {
    let text = "one\n<!-- a\nb\nc --> [x](y)\r\n**four** five"
    let body = try markdown(text).body
    let place = try body.range(of: "five")
    #expect(LineIndex(body.text).position(of: place.start, in: body.text).line == 5)
    #expect(body.source.pieces(of: place) == [ByteRange(text.utf8.count - 4, text.utf8.count)])
  }
}

extension String {
  fileprivate var trimmed: String {
    var characters = self[...]
    while characters.last == " " { characters.removeLast() }
    return String(characters)
  }

  @Test(arguments: [
    "<!--", "<a", "<", "[a](", "`a``b```c````d`````", "*a ", "a_ *b ", "\\`", "[![",
  ])
  func timeGrowsWithTheTextWhateverStaysOpen(opening: String) throws {
    let page = String(repeating: opening, count: 30_000)
    let time = try ContinuousClock().measure { _ = try document(page, as: "draft.md") }
    // Looking to the end of the line each time would take minutes.
    #expect(time < .seconds(20))
  }

  @Test func linksBeyondTheLimitAreUnread() throws {
    var limits = Limits()
    limits.documentParts = 3
    let page = Array("[a](one) [b](two) [c](three)".utf8)
    guard case .document(let document) = read(page, as: "draft.md", limits: limits) else {
      Issue.record("the page is unread")
      return
    }
    #expect(document.parts.map(\.name) == ["body", "link 1", "link 2"])
    #expect(document.unread.map(\.limit) == ["document-parts"])
  }
}
