import ExpungeJSON
import ExpungeText
import Foundation
import Testing

@Suite("Writing JSON")
struct JSONWriterTests {
  private static func write(
    _ layout: JSONWriter.Layout, _ body: (inout JSONWriter) -> Void
  ) -> String {
    var json = JSONWriter(layout)
    body(&json)
    return String(decoding: json.take(), as: UTF8.self)
  }

  private static func sample(_ json: inout JSONWriter) {
    json.object { json in
      json.member("name", "a \"b\"\n")
      json.member("none", String?.none)
      json.array("numbers", [1, -2]) { $0.integer($1) }
      json.object("empty") { _ in }
      json.key("share", onNewLine: true)
      json.hundredths(7)
      json.member("ratio", 0.25)
      json.member("flag", true)
    }
  }

  @Test("compact, with the line feeds that were asked for")
  func compact() {
    #expect(
      Self.write(.compact, Self.sample)
        == #"{"name":"a \"b\"\n","none":null,"numbers":[1,-2],"empty":{},"#
        + "\n" + #""share":0.07,"ratio":0.25,"flag":true}"#)
  }

  @Test("nothing a pipeline would take for a command")
  func commands() {
    #expect(
      Self.write(.compact) { $0.string("##[error] ###vso[x] # ") }
        == ##""#\u0023[error] #\u0023\u0023vso[x] # ""##)
  }

  @Test("indented")
  func indented() {
    #expect(
      Self.write(.indented, Self.sample) == """
        {
          "name": "a \\"b\\"\\n",
          "none": null,
          "numbers": [
            1,
            -2
          ],
          "empty": {},
          "share": 0.07,
          "ratio": 0.25,
          "flag": true
        }
        """)
  }

  @Test("any text reads back as itself, and nothing unsafe stands in the file")
  func texts() throws {
    var all = String.UnicodeScalarView()
    for value in UInt32(0)...0x2FFF { Unicode.Scalar(value).map { all.append($0) } }
    for value in [0xFEFF, 0xE000, 0x1F600, 0xE0001] as [UInt32] {
      Unicode.Scalar(value).map { all.append($0) }
    }
    let text = Self.write(.compact) { $0.object { $0.member("text", String(all)) } }
    let isSafe = !text.unicodeScalars.contains { $0.isUnsafeToShow }
    #expect(isSafe)
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String]
    #expect(read?["text"].map { Array($0.unicodeScalars) } == Array(all))
  }

  @Test("what was taken is not written again")
  func pieces() {
    var json = JSONWriter()
    json.beginArray()
    json.integer(1)
    let first = json.take()
    json.integer(2)
    json.endArray()
    #expect(json.count == 3)
    #expect(first + json.take() == Array("[1,2]".utf8))
  }

  @Test("a number that is none is null")
  func numbers() {
    #expect(Self.write(.compact) { $0.number(.nan) } == "null")
    #expect(Self.write(.compact) { $0.member("x", Double?.none) } == #""x":null"#)
  }
}
