import ExpungeDocuments
import ExpungeText

/// What a message unpacks to, entry behind entry, and where in the message each came from.
///
/// Made alike for reading and for rewriting, so that an entry's number means the same in both.
struct MessageLayout {
  /// Where an entry stands in the message.
  enum Origin {
    case header(of: Int)
    case body(of: Int)
    /// Bytes of the message.
    case gap(ByteRange)
    /// An entry of the file that a leaf encloses.
    case enclosed(by: Int, entry: Int)
  }

  /// An entry or several that stand for one piece of the message, in its order.
  enum Item {
    case header(of: Int, entry: Int)
    case gap(entry: Int, of: Int)
    case leaf(of: Int, Leaf)
  }

  let bytes: [UInt8]
  let entities: [MailEntity]
  private(set) var contents: [UInt8] = []
  private(set) var entries: [FileContents.Entry] = []
  private(set) var origins: [Origin] = []
  private(set) var items: [Item] = []
  private(set) var stops: Set<ReadingStop> = []
  private let limits: ReaderLimits

  init(_ bytes: [UInt8], limits: ReaderLimits) {
    self.bytes = bytes
    self.limits = limits
    let parser = MailParser(bytes, limits: limits)
    entities = parser.entities
    stops = parser.stops
    for piece in parser.pieces { add(piece) }
  }

  private mutating func add(_ piece: MailPiece) {
    switch piece {
    case .header(let number):
      let entry = add(entities[number].header.text, .plain, .header(of: number))
      if let entry { items.append(.header(of: number, entry: entry)) }
    case .gap(let range, let number):
      let gap = bytes[range.start..<range.end]
      guard !gap.allSatisfy(Ascii.isSpace) else { return }
      if gap.contains(0) { stops.insert(.damagedMessage) }
      let entry = add(MailText.readable(Array(gap)), .plain, .gap(range))
      if let entry { items.append(.gap(entry: entry, of: number)) }
    case .leaf(let number):
      addLeaf(number)
    }
  }

  /// The number of the new entry; nil past a limit.
  private mutating func add(
    _ text: [UInt8], _ language: FileContents.Language, _ origin: Origin, name: [UInt8] = []
  ) -> Int? {
    guard entries.count < limits.packageEntries else {
      stops.insert(.packageEntries)
      return nil
    }
    guard text.count <= limits.packageBytes - contents.count else {
      stops.insert(.packageBytes)
      return nil
    }
    let start = contents.count
    contents += text
    entries.append(
      FileContents.Entry(
        name: Array(name.prefix(4096)), range: ByteRange(start, contents.count),
        language: language))
    origins.append(origin)
    return entries.count - 1
  }

  // MARK: Leaves

  private mutating func addLeaf(_ number: Int) {
    let entity = entities[number]
    let body = bytes[entity.body.start..<entity.body.end]
    let (decoded, isDamaged) = entity.encoding.decoded(body)
    if isDamaged {
      stops.insert(entity.encoding == .unknown ? .unknownEncoding : .damagedMessage)
    }
    var nature = LeafNature(entity, decoded)
    if case .text(let isPage) = nature {
      if let text = MailText(decoded, declared: entity.charset, isPage: isPage) {
        if text.text.contains(0) {
          stops.insert(.damagedMessage)
        } else {
          if MessageLayout.isArmoured(text.text) { stops.insert(.encryptedMessage) }
          add(number, nature, text.text, isPage ? .page : .plain)
          return
        }
      } else {
        stops.insert(.unknownEncoding)
      }
      nature = .stopped
    }
    if case .package = nature, addEnclosed(number, MessageLayout.read(package: decoded, room)) {
      return
    }
    if case .message = nature, addEnclosed(number, MessageFile.read(decoded, limits: room)) {
      return
    }
    if nature == .encrypted { stops.insert(.encryptedMessage) }
    add(number, nature, decoded, .binary)
  }

  private mutating func add(
    _ number: Int, _ nature: LeafNature, _ text: [UInt8], _ language: FileContents.Language
  ) {
    let name = entities[number].fileName ?? []
    guard let entry = add(text, language, .body(of: number), name: name) else { return }
    items.append(.leaf(of: number, Leaf(nature: nature, entry: entry)))
  }

  /// The limits of what is still to come.
  private var room: ReaderLimits {
    ReaderLimits(
      parts: limits.parts, nesting: max(limits.nesting - 8, 0), textBytes: limits.textBytes,
      packageEntries: limits.packageEntries - entries.count,
      packageBytes: limits.packageBytes - contents.count, packageRatio: limits.packageRatio)
  }

  /// The entries of a file that was read; false if nothing in it could be.
  private mutating func addEnclosed(_ number: Int, _ reading: ReadParts) -> Bool {
    guard let inner = reading.contents, !reading.parts.isEmpty else { return false }
    let (shift, first) = (contents.count, entries.count)
    for (place, entry) in inner.entries.enumerated() {
      let added = add(
        Array(inner.bytes(ofEntry: place)), entry.language, .enclosed(by: number, entry: place),
        name: entry.name)
      guard added != nil else { return true }
    }
    stops.formUnion(reading.stops)
    items.append(
      .leaf(
        of: number,
        Leaf(
          nature: .package, entry: first,
          enclosed: EnclosedReading(reading: reading, firstEntry: first, shift: shift))))
    return true
  }

  private static func read(package bytes: [UInt8], _ limits: ReaderLimits) -> ReadParts {
    bytes.withUnsafeBufferPointer { PackageReader.read($0, limits: limits) }
  }

  private static let armour = Array("-----BEGIN PGP MESSAGE-----".utf8)

  /// Whether a text holds a message encrypted by OpenPGP, at the start of a line.
  private static func isArmoured(_ text: [UInt8]) -> Bool {
    text.indices.contains { index in
      text[index] == Ascii.hyphen && (index == 0 || Ascii.isSpace(text[index - 1]))
        && text[index...].starts(with: armour)
    }
  }
}

/// The body of an entity that holds no others.
struct Leaf {
  let nature: LeafNature
  /// The entry, or the first of several.
  let entry: Int
  /// What a file that it encloses was read as.
  var enclosed: EnclosedReading?
}

/// What a reader made of a file within the message.
struct EnclosedReading {
  let reading: ReadParts
  let firstEntry: Int
  /// Where its contents begin in the message's.
  let shift: Int
}
