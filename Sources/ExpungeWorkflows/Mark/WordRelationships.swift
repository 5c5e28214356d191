import ExpungeDocuments
import ExpungeText

/// How a Word file's main part is tied to its comments (ISO/IEC 29500-2, 9.3).
struct WordRelationships {
  private let contents: FileContents
  private let folder: String
  private let base: String
  private let isStrict: Bool
  /// The comments that the file has already.
  let comments: WordPart?

  init(of main: WordPart, in contents: FileContents) {
    self.contents = contents
    let path = String(decoding: main.name, as: UTF8.self)
    let slash = path.lastIndex(of: "/")
    folder = slash.map { String(path[...$0]) } ?? ""
    base = slash.map { String(path[path.index(after: $0)...]) } ?? path
    isStrict = main.namespace.contains("purl.oclc.org")
    comments = Self.target(
      in: Self.text(of: "\(folder)_rels/\(base).rels", in: contents) ?? "", from: folder
    ).flatMap { Self.entry($0, in: contents) }.flatMap { WordPart($0, of: contents) }
  }

  var newCommentsName: [UInt8] { Array("\(folder)comments.xml".utf8) }

  /// What must be said so that new comments are found.
  func registration() -> (insertions: [(markup: String, offset: Int)], added: [EntryChange]) {
    let type =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    let tie = "<Relationship Id=\"expungeComments\" Type=\"\(type)\" Target=\"comments.xml\"/>"
    let kind =
      "<Override PartName=\"/\(folder)comments.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml\"/>"
    var insertions: [(markup: String, offset: Int)] = []
    var added: [EntryChange] = []
    let name = "\(folder)_rels/\(base).rels"
    if let end = endOfRoot(of: name) {
      insertions.append((tie, end))
    } else {
      added.append(
        .add(
          name: Array(name.utf8),
          contents: Array(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(tie)</Relationships>"
              .utf8)))
    }
    if let end = endOfRoot(of: "[Content_Types].xml") { insertions.append((kind, end)) }
    return (insertions, added)
  }

  private func endOfRoot(of name: String) -> Int? {
    guard let entry = Self.entry(name, in: contents) else { return nil }
    return contents.bytes(ofEntry: entry).lastIndex(of: UInt8(ascii: "<"))
  }

  private static func entry(_ name: String, in contents: FileContents) -> Int? {
    contents.entries.firstIndex { $0.name.elementsEqual(name.utf8) }
  }

  private static func text(of name: String, in contents: FileContents) -> String? {
    entry(name, in: contents).map { String(decoding: contents.bytes(ofEntry: $0), as: UTF8.self) }
  }

  /// The path of the comments that relationships name.
  private static func target(in relationships: String, from folder: String) -> String? {
    for element in relationships.split(separator: "<") where element.hasPrefix("Relationship ") {
      guard
        element.contains("relationships/comments\"") || element.contains("relationships/comments'"),
        let start = element.firstRange(of: "Target=")?.upperBound, start < element.endIndex
      else { continue }
      let quote = element[start]
      let target = element[element.index(after: start)...].prefix { $0 != quote }
      return target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
    }
    return nil
  }
}
