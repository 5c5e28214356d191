import ExpungeText

/// What a file is, by its content first and its name second.
enum FileFormat: Hashable {
  case readable(Document.Format)
  /// A zip file: what it is shows when it is unpacked.
  case package
  /// A document that this version cannot read: what, and what to do.
  case unreadable(String)

  /// - Parameter fileExtension: in lower case, without the full stop.
  init(_ bytes: [UInt8], fileExtension: String) {
    let head = Array(bytes.prefix(1024))
    if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .package
    } else if FileFormat.isProtected(bytes) {
      self = .unreadable("the file is protected by a password; save it without one")
    } else if let kind = FileFormat.magic(head) {
      self = .unreadable("this version does not read \(kind); save it as text or HTML")
    } else if FileFormat.looksLikePage(head, fileExtension) {
      self = .readable(.html)
    } else if FileFormat.isMail(head, fileExtension) {
      self =
        fileExtension == "mbox"
        ? .unreadable("this version does not read mailboxes; save each message by itself")
        : .readable(.email)
    } else if ["md", "markdown", "mdown", "mkd"].contains(fileExtension) {
      self = .readable(.markdown)
    } else {
      self = .readable(.plainText)
    }
  }

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), "PDF files"),
    (Array("{\\rtf".utf8), "RTF documents"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "old Word, Excel and Outlook files"),
    ([0x1F, 0x8B], "archives"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "archives"),
    (Array("Rar!".utf8), "archives"),
    ([0x89, 0x50, 0x4E, 0x47], "pictures"),
    ([0xFF, 0xD8, 0xFF], "pictures"),
    (Array("GIF8".utf8), "pictures"),
    ([0x49, 0x49, 0x2A, 0x00], "scanned pages"),
    ([0x4D, 0x4D, 0x00, 0x2A], "scanned pages"),
  ]

  private static func magic(_ head: [UInt8]) -> String? {
    signatures.first { head.starts(with: $0.0) }?.1
  }

  /// A Word file with a password is an old Office file that holds an encrypted stream ([MS-OFFCRYPTO],
  /// 2.3.1); its name stands there in UTF-16.
  private static func isProtected(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { return false }
    let name = "EncryptedPackage".utf8.flatMap { [$0, UInt8(0)] }
    let within = bytes.prefix(1 << 20)
    return within.indices.contains { index in
      within[index] == name[0] && within[index...].starts(with: name)
    }
  }

  /// Whether a name promises another format than its content is.
  static func disagrees(_ fileExtension: String, with format: Document.Format) -> Bool {
    guard let promised = promises[fileExtension] else { return false }
    return promised != (format == .markdown ? .plainText : format)
  }

  /// What names promise; nil for what is no text at all.
  private static let promises: [String: Document.Format?] = {
    var promises: [String: Document.Format?] = [:]
    func add(_ extensions: String, _ format: Document.Format?) {
      for name in extensions.split(separator: " ") {
        promises.updateValue(format, forKey: String(name))
      }
    }
    add("txt text md markdown mdown mkd", .plainText)
    add("html htm xhtml", .html)
    add("docx docm dotx dotm", .word)
    add("odt ott", .openDocument)
    add("eml mht mhtml", .email)
    add("pdf doc dot rtf xls xlsx ppt pptx msg png jpg jpeg gif tif tiff zip", nil)
    return promises
  }()

  private static func looksLikePage(_ head: [UInt8], _ fileExtension: String) -> Bool {
    // In UTF-16 every other byte of the markup is NUL.
    let plain = head.filter { $0 != 0 }.drop { $0 <= 0x20 || $0 >= 0x80 }
      .map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    guard plain.first == UInt8(ascii: "<") else {
      return Self.pageExtensions.contains(fileExtension)
    }
    let text = String(decoding: plain, as: UTF8.self)
    let openings = ["<!doctype html", "<html", "<head", "<body", "<title", "<meta "]
    if openings.contains(where: text.hasPrefix) { return true }
    if text.hasPrefix("<?xml") || text.hasPrefix("<!--") { return text.contains("<html") }
    return pageExtensions.contains(fileExtension)
  }

  private static let pageExtensions: Set = ["html", "htm", "xhtml"]

  /// Its parts may be encoded, so that reading it as text would miss them.
  private static func isMail(_ head: [UInt8], _ fileExtension: String) -> Bool {
    if ["eml", "mbox", "mht", "mhtml"].contains(fileExtension) { return true }
    let field = Array("\nmime-version:".utf8)
    let lower = head.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    var start = lower.startIndex
    while let lineEnd = lower[start...].firstIndex(of: Ascii.lineFeed) {
      if lower[lineEnd...].starts(with: field) { return true }
      start = lineEnd + 1
    }
    return false
  }
}
