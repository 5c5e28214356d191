import ExpungeDetection
package import ExpungeJudgement
import ExpungeText

/// A document's path without what its findings hold.
///
/// The file's own name is replaced when its file-name part holds a finding; any piece of the path,
/// folders too, when it holds a leak by itself, the text of one of the document's direct findings or a
/// word of a name.
/// The replacement is constant but for the document's number: "drafts/[file 3].txt".
package struct MaskedPath {
  private static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "docx", "odt", "rtf", "pdf", "csv",
    "png", "jpg", "jpeg", "gif", "tif", "tiff", "doc", "xls", "xlsx", "ppt", "pptx", "eml", "msg",
    "zip",
    "json", "xml", "css", "js",
  ]
  private static let titles: Set<String> = [
    "miss", "prof", "professor", "doctor", "dame", "lord", "lady", "master", "councillor",
  ]

  /// Lower-case words of names, four letters at least.
  private var words: Set<String> = []
  /// Lower-case letters and digits of the other direct findings, six at least.
  private var values: Set<String> = []
  private var fileNameIsMasked = false
  private let leakingPieces: Set<Int>

  /// Of something that was found and not asked for.
  package init(_ excluded: Excluded) { leakingPieces = excluded.leakingPieces }

  package init(_ audit: DocumentAudit) {
    leakingPieces = audit.leakingPieces
    guard let document = audit.document else { return }
    for finding in audit.findings {
      guard let location = finding.location, document.parts.indices.contains(location.part) else {
        continue
      }
      let part = document.parts[location.part]
      if part.kind == .fileName { fileNameIsMasked = true }
      let start = UTF8Cursor.floor(location.range.start, in: part.text)
      let end = UTF8Cursor.ceiling(location.range.end, in: part.text)
      guard finding.label.isDirect, start < end, end - start < 256 else { continue }
      let pieces = Self.pieces(String(decoding: part.text[start..<end], as: UTF8.self))
      if finding.label == .person {
        for piece in pieces where piece.count >= 4 && !Self.titles.contains(piece) {
          words.insert(piece)
        }
      } else {
        let value = pieces.joined()
        if value.count >= 6 { values.insert(value) }
      }
    }
  }

  /// The path to show.
  ///
  /// - Parameters:
  ///   - number: the document's place among those reported, from 1.
  ///   - noun: what is numbered.
  package func shown(_ path: String, number: Int, noun: String = "file") -> String {
    var pieces = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for index in pieces.indices {
      let isFile = index == pieces.count - 1
      guard
        isFile && fileNameIsMasked || leakingPieces.contains(index) || holdsValue(pieces[index])
      else { continue }
      pieces[index] =
        isFile
        ? "[\(noun) \(number)]\(Self.ending(of: pieces[index]))"
        : "[folder of \(noun) \(number)]"
    }
    return pieces.joined(separator: "/")
  }

  private func holdsValue(_ piece: String) -> Bool {
    guard !words.isEmpty || !values.isEmpty else { return false }
    let parts = Self.pieces(piece)
    if parts.contains(where: words.contains) { return true }
    let joined = parts.joined()
    return words.contains { $0.count >= 5 && joined.contains($0) }
      || values.contains { joined.contains($0) }
  }

  private static func ending(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    let ending = name[name.index(after: dot)...].lowercased()
    return endings.contains(ending) ? ".\(ending)" : ""
  }

  private static func pieces(_ text: String) -> [String] {
    text.lowercased().split { character in
      !(character.isLetter || character.isNumber)
    }.map(String.init)
  }
}
