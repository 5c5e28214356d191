import ExpungeDocuments
import ExpungeText
import Testing

/// The same decision as a text and as a web page reads alike.
@Suite struct CopiesTests {
  private let lines = [
    "Southmere Council (21 000 001)", "Category : Housing > Repairs", "Decision date : 06 May 2026",
    "Summary: Mrs X complained about the Council’s delay & its tone.", "The complaint",
    "1. The complainant, Mrs X, says nobody replied.", "2. She asked for “an apology”.",
    "Back to top",
  ]

  private var html: String {
    func escape(_ line: String) -> String {
      var escaped = ""
      for character in line {
        switch character {
        case "&": escaped += "&amp;"
        case ">": escaped += "&gt;"
        case "’": escaped += "&rsquo;"
        case " " where escaped.count % 7 == 0: escaped += "\n    "
        default: escaped.append(character)
        }
      }
      return escaped
    }
    var html = "<!doctype html><title>x</title><main><h1>\(escape(lines[0]))</h1>\n"
    html += lines[1...3].map { "<p>\(escape($0))</p>\n" }.joined()
    html += "<h2>\(escape(lines[4]))</h2><ol>"
    html += lines[5...6].map { "<li>\(escape(String($0.dropFirst(3))))</li>" }.joined()
    return html + "</ol><a href=#>\(lines[7])</a></main>"
  }

  @Test func bodyLinesAndBlocksAgree() throws {
    let text = try document(lines.joined(separator: "\n\n")).body
    let web = try document(html, as: "page.html").body
    #expect(text.blockStrings == lines)
    #expect(web.blockStrings == lines)
    #expect(web.blocks.map(\.mark) == text.blocks.map(\.mark))
    #expect(web.string.split(separator: "\n").map(String.init) == lines)
  }
}
