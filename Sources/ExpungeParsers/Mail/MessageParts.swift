import ExpungeDocuments
import ExpungeText

/// Makes the parts of a message from what it unpacks to.
struct MessageParts {
  private let layout: MessageLayout
  private let limits: ReaderLimits
  private let outline: MessageOutline
  private var parts: [ReadPart] = []
  private var textBytes = 0
  private var stops: Set<ReadingStop>
  private var facts: [FileFact: Int] = [:]
  private var unread: [UnreadItem] = []
  private var unreadNumbers: [UnreadItem.Kind: Int] = [:]
  private var cuts: [LayerCut] = []
  /// The highest number given, by enclosing file and role.
  private var highest: [Scope: Int] = [:]

  private struct Scope: Hashable {
    let role: PartRole
    let enclosed: Int
  }

  static func read(_ layout: MessageLayout, limits: ReaderLimits) -> ReadParts {
    var made = MessageParts(layout, limits)
    made.run()
    var reading = ReadParts(parts: made.parts, stops: made.stops)
    reading.format = .email
    reading.contents = FileContents(bytes: layout.contents, entries: layout.entries)
    reading.cuts = made.cuts
    reading.unread = made.unread
    reading.facts = made.facts
    return reading
  }

  private init(_ layout: MessageLayout, _ limits: ReaderLimits) {
    self.layout = layout
    self.limits = limits
    outline = MessageOutline(layout)
    stops = layout.stops
  }

  private mutating func run() {
    addBody()
    for item in layout.items {
      switch item {
      case .header(let number, let entry): addHeader(of: number, entry)
      case .gap(let entry, let number):
        addText(.hiddenText, nil, entry, enclosed: outline.scope(of: number))
      case .leaf(let number, let leaf):
        if outline.bodies[0] != number { add(leaf, of: number) }
      }
    }
    for entity in layout.entities {
      if entity.type == "multipart/signed" { facts[.signatures, default: 0] += 1 }
      if entity.type == "message/external-body" { facts[.externalLinks, default: 0] += 1 }
      if entity.type == "message/partial" { stops.insert(.damagedMessage) }
    }
    let attachments = outline.attachmentCount
    if attachments > 0 { facts[.embeddedFiles] = attachments }
  }

  /// The body stands first, whatever stands before it in the message.
  private mutating func addBody() {
    for case .leaf(let number, let leaf) in layout.items where outline.bodies[0] == number {
      add(leaf, of: number)
    }
    if parts.isEmpty { add(.body, 1, 0, text: [], blocks: [], .none) }
  }

  // MARK: Headers

  private mutating func addHeader(of number: Int, _ entry: Int) {
    let entity = layout.entities[number]
    let start = layout.entries[entry].range.start
    let header = MessageHeaderParts(entity.header, isMessage: entity.isMessage)
    let scope = outline.scope(of: number)
    for (field, ranges) in header.fields.sorted(by: { $0.key.number < $1.key.number }) {
      addPieces(.messageField, field.number, scope, ranges, of: entity.header.text, start)
    }
    for pieces in header.others {
      addPieces(.otherMessageField, nil, scope, pieces, of: entity.header.text, start)
    }
    addPieces(
      outline.attachments[number] == nil ? .otherMessageField : .attachmentName,
      outline.attachments[number], scope, header.fileNames, of: entity.header.text, start)
  }

  /// Pieces of a text as a part, each a block.
  private mutating func addPieces(
    _ role: PartRole, _ number: Int?, _ enclosed: Int, _ pieces: [ByteRange], of text: [UInt8],
    _ shift: Int
  ) {
    guard !pieces.isEmpty else { return }
    var joined: [UInt8] = []
    var blocks: [Block] = []
    var runs: [SourceMap.Run] = []
    for piece in pieces {
      if !joined.isEmpty { joined.append(Ascii.lineFeed) }
      let range = ByteRange(joined.count, joined.count + piece.count)
      joined += text[piece.start..<piece.end]
      blocks.append(Block(kind: .paragraph, range: range))
      runs.append(
        SourceMap.Run(
          text: range, source: ByteRange(piece.start + shift, piece.end + shift), verbatim: true))
    }
    add(role, number, enclosed, text: joined, blocks: blocks, SourceMap(runs: runs))
  }

  // MARK: Leaves

  private mutating func add(_ leaf: Leaf, of number: Int) {
    let scope = outline.scope(of: number)
    let attachment = outline.attachments[number]
    switch leaf.nature {
    case .text(let isPage):
      if let attachment {
        addAttached(number, leaf.entry, isPage: isPage, attachment, scope)
      } else if isPage {
        addPage(leaf.entry, enclosed: scope)
      } else {
        let isBody = outline.bodies[scope] == number
        addText(isBody ? .body : .plainBody, isBody ? 1 : nil, leaf.entry, enclosed: scope)
      }
    case .package, .message:
      if let enclosed = leaf.enclosed, let attachment {
        add(enclosed, attachment, after: outline.numbersBefore[number] ?? attachment)
      } else {
        addUnread(leaf.nature == .package ? packageKind(leaf.entry) : .damaged, leaf.entry)
      }
    case .picture:
      facts[.pictures, default: 0] += 1
      addUnread(.picture, leaf.entry)
      addData(ofPicture: leaf.entry, scope)
    case .sound: addUnread(.sound, leaf.entry)
    case .signature, .unread: addUnread(.embeddedFile, leaf.entry)
    case .encrypted, .stopped: break
    }
  }

  /// What a picture says about itself, under the number by which it is listed as unread.
  private mutating func addData(ofPicture entry: Int, _ scope: Int) {
    let range = layout.entries[entry].range
    let data = PictureData(
      layout.contents[range.start..<range.end], at: range.start, limits: limits)
    cuts += data.cuts
    var said = PackageParts(limits: limits)
    said.add(.pictureData, data.lines)
    for part in said.parts {
      add(
        part.role, unreadNumbers[.picture], scope, text: part.text, blocks: part.blocks,
        part.source)
    }
  }

  private mutating func addAttached(
    _ number: Int, _ entry: Int, isPage: Bool, _ attachment: Int, _ scope: Int
  ) {
    let entity = layout.entities[number]
    if isPage {
      addPage(entry, enclosed: attachment)
    } else if entity.type == "text/css" {
      addText(.styleSheet, 1, entry, enclosed: attachment)
    } else if entity.type.hasSuffix("javascript") {
      addText(.script, 1, entry, enclosed: attachment)
    } else if entity.type == "text/markdown" || ["md", "markdown"].contains(entity.fileExtension) {
      let reading = MarkdownReader.parts(of: bytes(of: entry), mostParts: limits.parts)
      addRead(reading, enclosed: attachment, layout.entries[entry].range.start)
    } else {
      addText(.attachmentText, attachment, entry, enclosed: scope)
    }
  }

  private func bytes(of entry: Int) -> [UInt8] {
    let range = layout.entries[entry].range
    return Array(layout.contents[range.start..<range.end])
  }

  private mutating func addText(
    _ role: PartRole, _ number: Int?, _ entry: Int, enclosed: Int
  ) {
    let text = bytes(of: entry)
    add(
      role, number, enclosed, text: text, blocks: PlainTextBlocks(text).blocks,
      .identity(from: layout.entries[entry].range.start, count: text.count))
  }

  private mutating func addPage(_ entry: Int, enclosed: Int) {
    let reading = bytes(of: entry).withUnsafeBufferPointer { HTMLReader.read($0, limits: limits) }
    for part in reading.parts where part.role == .link || part.role == .pictureAddress {
      let address = String(decoding: part.text.prefix(8), as: UTF8.self).lowercased()
      if address.hasPrefix("http://") || address.hasPrefix("https://") {
        facts[.externalLinks, default: 0] += 1
      }
    }
    addRead(reading, enclosed: enclosed, layout.entries[entry].range.start)
  }

  /// The parts of one text, numbered on from those that its file has already.
  private mutating func addRead(_ reading: ReadParts, enclosed: Int, _ shift: Int) {
    stops.formUnion(reading.stops)
    let before = highest
    func offset(_ role: PartRole) -> Int { before[Scope(role: role, enclosed: enclosed)] ?? 0 }
    // A picture's text and address have one number.
    let pictures = max(offset(.alternativeText), offset(.pictureAddress))
    for part in reading.parts {
      var (role, number): (PartRole, Int?) = (part.role, part.number + offset(part.role))
      if role == .alternativeText || role == .pictureAddress { number = part.number + pictures }
      if role == .body, offset(.body) > 0 { (role, number) = (.plainBody, nil) }
      // No part has the name of another: a page has one title and one markup, a message of two pages
      // has two.
      if number ?? 1 > 1, role == .title || role == .markup { (role, number) = (.hiddenText, nil) }
      add(
        role, number, enclosed, text: part.text, blocks: part.blocks,
        part.source.followed(by: .identity(from: shift, count: Int.max - shift)))
    }
  }

  // MARK: Enclosed files

  private mutating func add(_ enclosed: EnclosedReading, _ attachment: Int, after numbers: Int) {
    let reading = enclosed.reading
    for part in reading.parts {
      add(
        part.role, part.number, part.enclosed == 0 ? attachment : numbers + part.enclosed,
        text: part.text, blocks: part.blocks,
        part.source.followed(
          by: .identity(from: enclosed.shift, count: Int.max - enclosed.shift)))
    }
    cuts += reading.cuts.map { cut in
      LayerCut(
        kind: cut.kind,
        range: ByteRange(cut.range.start + enclosed.shift, cut.range.end + enclosed.shift),
        replacement: cut.replacement)
    }
    for item in reading.unread { addUnread(item.kind, item.entry.map { $0 + enclosed.firstEntry }) }
    for (fact, count) in reading.facts { facts[fact, default: 0] += count }
  }

  private mutating func addUnread(_ kind: UnreadItem.Kind, _ entry: Int?) {
    let number = (unreadNumbers[kind] ?? 0) + 1
    unreadNumbers[kind] = number
    unread.append(UnreadItem(kind: kind, number: number, entry: entry))
  }

  /// Why a zip file was not read.
  private func packageKind(_ entry: Int) -> UnreadItem.Kind {
    let stops = bytes(of: entry).withUnsafeBufferPointer {
      PackageReader.read($0, limits: limits).stops
    }
    if stops.contains(.encryptedPackage) { return .encrypted }
    return stops.contains(.damagedPackage) ? .damaged : .embeddedFile
  }

  // MARK: Parts

  private mutating func add(
    _ role: PartRole, _ number: Int?, _ enclosed: Int, text: [UInt8], blocks: [Block],
    _ source: SourceMap
  ) {
    guard !blocks.isEmpty || role == .body else { return }
    guard parts.count < limits.parts else {
      stops.insert(.documentParts)
      return
    }
    guard text.count <= limits.textBytes - textBytes else {
      stops.insert(.documentExpansion)
      return
    }
    textBytes += text.count
    let scope = Scope(role: role, enclosed: enclosed)
    let given = number ?? (highest[scope] ?? 0) + 1
    highest[scope] = max(highest[scope] ?? 0, given)
    parts.append(
      ReadPart(
        role: role, number: given, enclosed: enclosed, text: text, blocks: blocks, source: source))
  }
}
