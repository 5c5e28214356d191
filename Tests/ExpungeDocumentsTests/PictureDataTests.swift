import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import TestSupport
import Testing

@Suite("Data of pictures, as they are read")
struct PictureDataTests {
  private func said(_ name: String, _ picture: [UInt8]) -> [String] {
    read(name, picture).parts.filter { $0.role == .pictureData }.flatMap {
      String(decoding: $0.text, as: UTF8.self).split(separator: "\n").map(String.init)
    }
  }

  private func read(_ name: String, _ picture: [UInt8]) -> ReadParts {
    let entries = WordFile("Text.").entries.map {
      PackageEntry(name: Array($0.name.utf8), bytes: Array($0.text.utf8))
    }
    return WordReader.read(
      PackageContents(
        entries + [PackageEntry(name: Array("word/media/\(name)".utf8), bytes: picture)]),
      limits: ReaderLimits(Limits(), fileBytes: 0))
  }

  @Test func camera() {
    var photo = PhotoFile()
    photo.artist = "Oluwaseun Adebayo"
    photo.position = (north: [51, 30, 30], west: [0, 8, 30])
    let lines = ["Artist: Oluwaseun Adebayo", "Position: 51.508333, -0.141667"]
    #expect(said("image1.jpg", photo.jpeg) == lines)
    #expect(said("image1.png", photo.png) == lines)
  }

  @Test func description() {
    var photo = PhotoFile()
    photo.description =
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:exif=\"http://ns.adobe.com/exif/1.0/\" xmlns:photoshop=\"http://ns.adobe.com/photoshop/1.0/\" photoshop:Credit=\"Bronwen Llewellyn\" exif:GPSLatitude=\"51,30.5N\" exif:GPSLongitude=\"0,8.5W\"><dc:creator><rdf:Seq><rdf:li>Mairi Galbraith</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    #expect(
      said("image1.jpg", photo.jpeg) == [
        "Bronwen Llewellyn", "Artist: Mairi Galbraith", "Position: 51.508333, -0.141667",
      ])
    photo.description = "<not xml, but words of Mairi"
    #expect(said("image1.jpg", photo.jpeg) == ["<not xml, but words of Mairi"])
  }

  @Test func pressAndRemark() {
    var photo = PhotoFile()
    photo.press = [(80, "Dafydd Prosser"), (120, "Mrs X's kitchen"), (55, "20240302")]
    photo.remark = "Taken for Mrs X"
    #expect(
      said("image1.jpg", photo.jpeg) == [
        "By: Dafydd Prosser", "Caption: Mrs X's kitchen", "Taken for Mrs X",
      ])
  }

  @Test("bytes that fill up before a remark go with it, or they would begin another")
  func filled() {
    let remark: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFE, 0, 4, 0x41, 0x42]
    let picture = [0xFF, 0xD8] + remark + [0xFE, 0, 5, 0x43, 0x44, 0x45, 0x46, 0x47]
    let reading = read("image1.jpg", picture)
    let cut = reading.cuts.first
    #expect(cut.flatMap { reading.contents?.bytes[$0.range.start..<$0.range.end] } == remark[...])
  }

  @Test("nothing is said, or cut short anywhere")
  func quiet() {
    #expect(said("image1.jpg", PhotoFile().jpeg) == [])
    var photo = PhotoFile()
    photo.artist = "Oluwaseun Adebayo"
    photo.position = (north: [51, 30, 30], west: [0, 8, 30])
    photo.press = [(80, "Dafydd Prosser")]
    #expect(said("image1.jpg", [0xFF, 0xD8, 0xFF, 0xFE, 0, 0, 0x41, 0x42]) == [])
    for file in [photo.jpeg, photo.png] {
      for count in 0..<file.count { _ = said("image1.jpg", Array(file.prefix(count))) }
    }
  }
}
