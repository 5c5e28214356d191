import Foundation
import TestSupport
import Testing

/// What photographs say beside the picture: found, named, and gone from a copy.
@Suite("Data of pictures")
struct PictureDataTests {
  private func photo() -> PhotoFile {
    var photo = PhotoFile()
    photo.artist = "Oluwaseun Adebayo-Finch"
    photo.position = (north: [51, 30, 30], west: [0, 8, 30])
    photo.description =
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" photoshop:Credit=\"Bronwen Llewellyn\"><dc:creator><rdf:Seq><rdf:li>Mairi Galbraith</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    photo.press = [(80, "Dafydd Prosser"), (120, "Mrs Whitcombe's kitchen")]
    photo.remark = "Call Mrs Whitcombe on 01632 960123"
    return photo
  }

  private static let said = [
    "Adebayo-Finch", "Llewellyn", "Galbraith", "Prosser", "Whitcombe", "01632 960123",
  ]

  /// Accepts all pictures of a file in the settings, by the hashes that a scan gives.
  private func accept(_ name: String, _ files: Command.Scratch) throws {
    let scan = try Command.expunge(["scan", name, "--format", "json"], in: files.folder)
    #expect(scan.status == 3)
    let object = try JSONSerialization.jsonObject(with: scan.output) as? [String: Any]
    let document = try #require((object?["documents"] as? [[String: Any]])?.first)
    let hashes = (document["unread"] as? [[String: Any]] ?? []).compactMap {
      $0["sha256"] as? String
    }
    #expect(!hashes.isEmpty)
    let accepted = hashes.map {
      "  - {sha256: \($0), reason: a kitchen, approver: Head of Casework}\n"
    }
    try files.write("acknowledged:\n\(accepted.joined())", to: ".expunge.yaml")
  }

  private func draft(_ pictures: [(name: String, bytes: [UInt8])]) -> WordFile {
    var word = WordFile("Mrs X complains about the Council.")
    word.pictures = pictures
    return word
  }

  @Test("photographs in a Word file: who took them and where is found and goes")
  func word() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    try files.write(Data(draft([("word/media/image1.jpeg", photo().jpeg)]).file), to: "draft.docx")
    let scan = try Command.expunge(["scan", "draft.docx", "--format", "json"], in: files.folder)
    #expect(scan.status == 3, "the picture itself is unread")
    #expect(scan.text.contains("\"part\":\"data of picture 1\""))
    for label in ["PERSON", "PHONE", "LOCATION_CODE"] {
      #expect(scan.text.contains("\"label\":\"\(label)\""), "\(label)")
    }
    try accept("draft.docx", files)
    let redaction = try Command.expunge(
      ["redact", "draft.docx", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)\(redaction.errorText)")
    let copy = try Data(contentsOf: files.url("out/draft.docx"))
    for words in Self.said + ["Exif", "Photoshop 3.0"] {
      #expect(copy.range(of: Data(words.utf8)) == nil, "\(words)")
    }
    #expect(copy.range(of: Data([0xFF, 0xD8] + PhotoFile.lines)) != nil, "\(redaction.text)")
  }

  @Test("a photograph attached to an e-mail, in base64")
  func message() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    let picture = Data(photo().png).base64EncodedString(options: .lineLength76Characters)
    try files.write(
      "From: a@expunge.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + "--b\r\nContent-Type: text/plain\r\n\r\nSee below.\r\n--b\r\nContent-Type: image/png\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\n\(picture)\r\n--b--\r\n", to: "a.eml")
    try accept("a.eml", files)
    let redaction = try Command.expunge(["redact", "a.eml", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)\(redaction.errorText)")
    let copy = try String(contentsOf: files.url("out/a.eml"), encoding: .utf8)
    var bare = PhotoFile()
    bare.remark = nil
    #expect(copy.contains(Data(bare.png).base64EncodedString()), "\(redaction.text)")
  }

  @Test("a picture that says nothing of anybody stays as it is, and a broken one breaks nothing")
  func quiet() throws {
    let files = try Command.Scratch()
    defer { files.remove() }
    var broken = Array(photo().jpeg.prefix(90))
    broken[20] = 0xFF
    let pictures = [
      ("word/media/image1.jpeg", PhotoFile().jpeg), ("word/media/image2.jpeg", broken),
      ("word/media/image3.png", Array(photo().png.prefix(60))),
    ]
    try files.write(Data(draft(pictures).file), to: "draft.docx")
    let scan = try Command.expunge(["scan", "draft.docx", "--format", "json"], in: files.folder)
    #expect(scan.status == 3)
    #expect(!scan.text.contains("data of picture 1"))
    try accept("draft.docx", files)
    let redaction = try Command.expunge(
      ["redact", "draft.docx", "--output", "out"], in: files.folder)
    #expect(redaction.status == 0, "\(redaction.text)\(redaction.errorText)")
    let copy = try Data(contentsOf: files.url("out/draft.docx"))
    #expect(copy.range(of: Data(PhotoFile().jpeg)) != nil)
  }
}
