import ExpungeDocuments
import ExpungeText

/// Writes a message with other contents in some of its entries; what is not changed keeps its bytes.
struct MessageRewriting {
  private let layout: MessageLayout
  private let limits: ReaderLimits
  private let lineEnd: [UInt8]
  private var headers: [Int: HeaderWriting] = [:]
  /// What comes instead of a range of the message.
  private var edits: [(range: ByteRange, bytes: [UInt8])] = []

  /// - Throws: `doesNotFit` for an entry that there is not; what a file within cannot be written for.
  static func rewritten(
    _ bytes: [UInt8], _ changes: [EntryChange], limits: ReaderLimits
  ) throws(ZipError) -> [UInt8] {
    var rewriting = MessageRewriting(bytes, limits)
    var texts: [Int: [UInt8]] = [:]
    var inner: [Int: [EntryChange]] = [:]
    for change in changes {
      let entry: Int
      switch change {
      case .replace(let number, _), .remove(let number): entry = number
      case .add: throw ZipError(stop: .doesNotFit)
      }
      guard rewriting.layout.origins.indices.contains(entry) else {
        throw ZipError(stop: .doesNotFit)
      }
      switch (rewriting.layout.origins[entry], change) {
      case (.enclosed(let leaf, let number), .replace(_, let contents)):
        inner[leaf, default: []].append(.replace(entry: number, contents: contents))
      case (.enclosed(let leaf, let number), _):
        inner[leaf, default: []].append(.remove(entry: number))
      case (_, .replace(_, let contents)): texts[entry] = contents
      case (_, _): throw ZipError(stop: .doesNotFit)
      }
    }
    for (entry, text) in texts { try rewriting.replace(entry, by: text) }
    for (leaf, changes) in inner { try rewriting.rewriteFile(in: leaf, changes) }
    return rewriting.finish()
  }

  private init(_ bytes: [UInt8], _ limits: ReaderLimits) {
    layout = MessageLayout(bytes, limits: limits)
    self.limits = limits
    lineEnd = MessageRewriting.lineEnd(of: bytes)
  }

  /// As the message's first line ends.
  private static func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    guard
      let first = bytes.firstIndex(where: { $0 == Ascii.lineFeed || $0 == Ascii.carriageReturn })
    else { return [Ascii.carriageReturn, Ascii.lineFeed] }
    guard bytes[first] == Ascii.carriageReturn else { return [Ascii.lineFeed] }
    return bytes.dropFirst(first + 1).first == Ascii.lineFeed
      ? [Ascii.carriageReturn, Ascii.lineFeed] : [Ascii.carriageReturn]
  }

  private func header(of number: Int) -> HeaderWriting {
    headers[number]
      ?? HeaderWriting(layout.entities[number].header, of: layout.bytes, lineEnd: lineEnd)
  }

  private mutating func replace(_ entry: Int, by text: [UInt8]) throws(ZipError) {
    switch layout.origins[entry] {
    case .header(let number):
      var writing = header(of: number)
      writing.replace(by: text)
      headers[number] = writing
    case .body(let number):
      replaceBody(of: number, by: text, layout.entries[entry].language)
    case .gap(let range):
      let old = layout.bytes[range.start..<range.end]
      let charset = MailCharset.utf8.decoded(old) == nil ? MailCharset.windows1252 : .utf8
      guard let encoded = charset.encoded(text, byReferences: false) else {
        throw ZipError(stop: .doesNotFit)
      }
      edits.append((range, encoded))
    case .enclosed: throw ZipError(stop: .doesNotFit)
    }
  }

  // MARK: Bodies

  private mutating func replaceBody(
    of number: Int, by text: [UInt8], _ language: FileContents.Language
  ) {
    let entity = layout.entities[number]
    guard language != .binary else {
      replaceBytes(of: number, by: text)
      return
    }
    let isPage = language == .page
    let old = layout.bytes[entity.body.start..<entity.body.end]
    let was = MailText(
      entity.encoding.decoded(old).bytes, declared: entity.charset, isPage: isPage)
    let charset = was?.charset ?? .utf8
    // A page says its encoding in itself, too: what it lacks is written as references there.
    let byReferences = isPage && charset != .utf8
    if let encoded = charset.encoded(text, byReferences: byReferences) {
      replaceBytes(of: number, by: (was?.mark ?? []) + encoded)
    } else {
      var writing = header(of: number)
      writing.set(charset: "utf-8")
      headers[number] = writing
      replaceBytes(of: number, by: text)
    }
  }

  private mutating func replaceBytes(of number: Int, by bytes: [UInt8]) {
    let entity = layout.entities[number]
    let old = layout.bytes[entity.body.start..<entity.body.end]
    var encoding = entity.encoding
    if encoding == .identity(isSevenBit: true), bytes.contains(where: { $0 >= 0x80 }),
      !old.contains(where: { $0 >= 0x80 })
    {
      encoding = .quotedPrintable
      var writing = header(of: number)
      writing.set(transferEncoding: "quoted-printable")
      headers[number] = writing
    }
    edits.append((entity.body, encoding.encoded(bytes, like: old, lineEnd: lineEnd)))
  }

  /// Packs a changed file into its leaf again.
  private mutating func rewriteFile(
    in number: Int, _ changes: [EntryChange]
  ) throws(ZipError) {
    let entity = layout.entities[number]
    let file = entity.encoding.decoded(layout.bytes[entity.body.start..<entity.body.end]).bytes
    replaceBytes(of: number, by: try Rewriting.rewritten(file, changes, limits))
  }

  private consuming func finish() -> [UInt8] {
    for (number, writing) in headers {
      edits.append((layout.entities[number].header.range, writing.finish()))
    }
    var written: [UInt8] = []
    var copied = 0
    for edit in edits.sorted(by: { $0.range.start < $1.range.start }) {
      written += layout.bytes[copied..<edit.range.start]
      written += edit.bytes
      copied = edit.range.end
    }
    return written + layout.bytes[copied...]
  }
}
