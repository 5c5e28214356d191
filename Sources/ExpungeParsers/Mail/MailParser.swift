import ExpungeDocuments
import ExpungeText

/// Takes a message apart into its entities, in one pass (RFC 5322, RFC 2046).
///
/// What other readers would see otherwise (a boundary that is missing or used twice, a header line that
/// is no field, two fields where one decides) is still read, and the message is said to be damaged.
struct MailParser {
  private let bytes: [UInt8]
  private let limits: ReaderLimits
  private var place = 0
  /// The levels at which each boundary is open, the innermost last.
  private var boundaries: [ArraySlice<UInt8>: [Int]] = [:]
  private var level = 0
  /// The line that ended what was read last; nil for the message's end.
  private var reached: Delimiter?
  private(set) var entities: [MailEntity] = []
  private(set) var pieces: [MailPiece] = []
  private(set) var stops: Set<ReadingStop> = []

  private struct Delimiter {
    let level: Int
    let isLast: Bool
    /// Where the line after it begins.
    let next: Int
  }

  /// O(n), however deep the parts stand in one another.
  init(_ bytes: [UInt8], limits: ReaderLimits) {
    self.bytes = bytes
    self.limits = limits
    readEntity(of: nil, depth: 0, "text/plain")
  }

  // MARK: Lines

  /// Where the line that begins at a byte ends, without and with its end: CRLF, LF, or CR alone.
  private func line(at start: Int) -> (end: Int, next: Int) {
    var end = start
    while end < bytes.count, bytes[end] != Ascii.lineFeed, bytes[end] != Ascii.carriageReturn {
      end += 1
    }
    guard end < bytes.count else { return (end, end) }
    let isPair =
      bytes[end] == Ascii.carriageReturn && end + 1 < bytes.count
      && bytes[end + 1] == Ascii.lineFeed
    return (end, end + (isPair ? 2 : 1))
  }

  private func delimiter(at start: Int) -> Delimiter? {
    guard level > 0, start + 2 < bytes.count, bytes[start] == Ascii.hyphen,
      bytes[start + 1] == Ascii.hyphen
    else { return nil }
    let (lineEnd, next) = line(at: start)
    var end = lineEnd
    while end > start, bytes[end - 1] == Ascii.space || bytes[end - 1] == Ascii.tab { end -= 1 }
    guard end > start + 2 else { return nil }
    if let open = boundaries[bytes[(start + 2)..<end]]?.last {
      return Delimiter(level: open, isLast: false, next: next)
    }
    guard end > start + 4, bytes[end - 1] == Ascii.hyphen, bytes[end - 2] == Ascii.hyphen,
      let open = boundaries[bytes[(start + 2)..<(end - 2)]]?.last
    else { return nil }
    return Delimiter(level: open, isLast: true, next: next)
  }

  /// Reads on to the next open boundary or the end; the range of what stands before.
  private mutating func readContent() -> ByteRange {
    let start = place
    var contentEnd = start
    while place < bytes.count {
      if let found = delimiter(at: place) {
        reached = found
        place = found.next
        return ByteRange(start, contentEnd)
      }
      let (end, next) = line(at: place)
      contentEnd = end
      place = next
    }
    reached = nil
    return ByteRange(start, bytes.count)
  }

  // MARK: Entities

  private mutating func readFields() -> [MailField] {
    var fields: [MailField] = []
    while place < bytes.count {
      let (end, next) = line(at: place)
      if end == place || delimiter(at: place) != nil { return fields }
      let start = place
      place = next
      while place < bytes.count, bytes[place] == Ascii.space || bytes[place] == Ascii.tab {
        place = line(at: place).next
      }
      let field = MailField(ByteRange(start, place), in: bytes)
      // Where a header ends, readers disagree from here on. "From " begins a file of a mailbox.
      let isEnvelope = start == 0 && bytes.starts(with: Array("From ".utf8))
      if field.colon == nil, !isEnvelope { stops.insert(.damagedMessage) }
      fields.append(field)
    }
    return fields
  }

  private mutating func readEntity(of parent: Int?, depth: Int, _ usualType: String) {
    let number = entities.count
    let start = place
    let fields = readFields()
    let header = HeaderText(fields, ByteRange(start, place), of: bytes)
    if place < bytes.count, delimiter(at: place) == nil { place = line(at: place).next }
    for name in ["content-type", "content-transfer-encoding", "content-disposition"]
    where header.count(of: name) > 1 { stops.insert(.damagedMessage) }
    stops.formUnion(header.stops)
    let encoding = TransferEncoding(header.token(of: "content-transfer-encoding"))
    let type = header.token(of: "content-type") ?? usualType
    entities.append(
      MailEntity(
        header: header, parent: parent, type: type, encoding: encoding,
        body: ByteRange(place, place),
        isMessage: parent.map { entities[$0].type.hasPrefix("message/") } ?? true))
    pieces.append(.header(number))
    guard entities.count < limits.packageEntries else {
      stops.insert(.packageEntries)
      place = bytes.count
      reached = nil
      return
    }
    let bodyStart = place
    if type.hasPrefix("multipart/"), depth < limits.nesting, openParts(of: number, depth) {
      if encoding.changesBytes { stops.insert(.damagedMessage) }
    } else if ["message/rfc822", "message/global"].contains(type), !encoding.changesBytes,
      depth < limits.nesting
    {
      entities[number].isContainer = true
      readEntity(of: number, depth: depth + 1, "text/plain")
    } else {
      if depth >= limits.nesting { stops.insert(.nesting) }
      entities[number].body = readContent()
      pieces.append(.leaf(number))
      return
    }
    entities[number].body = ByteRange(bodyStart, max(bodyStart, place))
  }

  /// Reads the parts of a multipart; false if it names no boundary, so that it is one text.
  private mutating func openParts(of number: Int, _ depth: Int) -> Bool {
    let header = entities[number].header
    guard let boundary = header.parameter("boundary", of: "content-type"), !boundary.isEmpty,
      boundary.allSatisfy({ $0 >= 0x20 && $0 < 0x7F })
    else {
      stops.insert(.damagedMessage)
      return false
    }
    entities[number].isContainer = true
    level += 1
    let own = level
    if boundaries[boundary[...]] != nil { stops.insert(.damagedMessage) }
    boundaries[boundary[...], default: []].append(own)
    let usualType =
      entities[number].type == "multipart/digest" ? "message/rfc822" : "text/plain"
    pieces.append(.gap(readContent(), of: number))
    while let found = reached, found.level == own, !found.isLast {
      readEntity(of: number, depth: depth + 1, usualType)
    }
    boundaries[boundary[...]]?.removeLast()
    if boundaries[boundary[...]]?.isEmpty == true { boundaries[boundary[...]] = nil }
    level -= 1
    if let found = reached, found.level == own {
      pieces.append(.gap(readContent(), of: number))
    } else if !stops.contains(.packageEntries) {
      // The last boundary is missing: the message may be cut short.
      stops.insert(.damagedMessage)
    }
    return true
  }
}
