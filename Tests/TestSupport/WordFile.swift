/// Makes Word files as word processors write them: many runs a paragraph, comments, tracked changes,
/// who made them.
package struct WordFile {
  /// A paragraph's markup, without `w:p`.
  package var paragraphs: [String] = []
  package var comments: [(author: String, words: String)] = []
  package var author: String?
  package var header: String?
  /// Further relationships of the package.
  package var packageTies = ""
  /// Further entries, by path.
  package var others: [(name: String, text: String)] = []

  /// Further entries that are no texts.
  package var pictures: [(name: String, bytes: [UInt8])] = []

  package init() {}

  /// A file of plain paragraphs; lines that are empty separate.
  package init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) {
      let words = line.drop { $0 == " " }
      if !words.isEmpty { paragraphs.append(WordFile.runs(of: String(words))) }
    }
  }

  /// A paragraph's words in runs of nine.
  package static func runs(of paragraph: String) -> String {
    let words = paragraph.split(separator: " ", omittingEmptySubsequences: false)
    return stride(from: 0, to: words.count, by: 9).map { start in
      let text = words[start..<min(start + 9, words.count)].joined(separator: " ")
      return run(start + 9 < words.count ? text + " " : text)
    }.joined()
  }

  package static func run(_ text: String) -> String {
    "<w:r w:rsidR=\"00A77B3E\"><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r>"
  }

  /// Words that a tracked change has taken out.
  package static func deletion(_ text: String, by author: String) -> String {
    "<w:del w:id=\"901\" w:author=\"\(escaped(author))\"><w:r><w:delText xml:space=\"preserve\">\(escaped(text))</w:delText></w:r></w:del>"
  }

  package static func insertion(_ text: String, by author: String) -> String {
    "<w:ins w:id=\"902\" w:author=\"\(escaped(author))\">\(run(text))</w:ins>"
  }

  package var file: [UInt8] {
    var archive = ZipArchive(entries)
    for picture in pictures { archive.add(picture.name, picture.bytes) }
    return archive.file
  }

  package var entries: [(name: String, text: String)] {
    var types = type("/word/document.xml", "document.main")
    var ties = ""
    var entries: [(name: String, text: String)] = []
    var mark = ""
    if !comments.isEmpty {
      types += type("/word/comments.xml", "comments")
      ties += tie("c", "comments", "comments.xml")
      let list = comments.enumerated().map { number, comment in
        "<w:comment w:id=\"\(number)\" w:author=\"\(WordFile.escaped(comment.author))\" w:initials=\"\(comment.author.prefix(1))\"><w:p>\(WordFile.run(comment.words))</w:p></w:comment>"
      }
      entries.append(("word/comments.xml", root("comments", list.joined())))
      mark = comments.indices.map { "<w:r><w:commentReference w:id=\"\($0)\"/></w:r>" }.joined()
    }
    var section = ""
    if let header {
      types += type("/word/header1.xml", "header")
      ties += tie("h", "header", "header1.xml")
      entries.append(("word/header1.xml", root("hdr", "<w:p>\(WordFile.run(header))</w:p>")))
      section = "<w:headerReference w:type=\"default\" r:id=\"h\"/>"
    }
    if let author {
      entries.append(
        (
          "docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>\(WordFile.escaped(author))</dc:creator></cp:coreProperties>"
        ))
      types +=
        "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
    }
    let body = paragraphs.enumerated().map { number, markup in
      "<w:p>\(markup)\(number == 0 ? mark : "")</w:p>"
    }
    let document = root(
      "document", "<w:body>\(body.joined())<w:sectPr>\(section)</w:sectPr></w:body>")
    return [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>\(types)</Types>"
      ),
      ("_rels/.rels", relationships(ownTies + packageTies)), ("word/document.xml", document),
      ("word/_rels/document.xml.rels", relationships(ties)),
    ] + entries + others
  }

  private var ownTies: String {
    let main = tie("d", "officeDocument", "word/document.xml")
    guard author != nil else { return main }
    return main
      + "<Relationship Id=\"p\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
  }

  private func root(_ name: String, _ inside: String) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(name) xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\(inside)</w:\(name)>"
  }

  private func type(_ part: String, _ kind: String) -> String {
    "<Override PartName=\"\(part)\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml\"/>"
  }

  private func tie(_ identifier: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(identifier)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)\" Target=\"\(target)\"/>"
  }

  private func relationships(_ ties: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(ties)</Relationships>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(
      "\"", with: "&quot;")
  }
}
