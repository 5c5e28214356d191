import ExpungeDocuments
import ExpungeText

/// What of a header is read as words, and as what.
///
/// Left out is what only machines read: how a body is encoded, boundaries, the values of signatures and
/// check sums (RFC 6376, 3.5), and long words of base64, in which nobody reads a name.
struct MessageHeaderParts {
  /// The lines of each field that has a part of its own: ranges of the header's text.
  private(set) var fields: [MessageField: [ByteRange]] = [:]
  /// The pieces of each other line.
  private(set) var others: [[ByteRange]] = []
  /// Where the file name of the body stands.
  private(set) var fileNames: [ByteRange] = []

  private static let machineFields: Set = [
    "mime-version", "content-transfer-encoding", "thread-index", "content-length", "lines",
  ]
  private static let machineParameters: Set = [
    "charset", "boundary", "format", "delsp", "micalg", "protocol", "size", "creation-date",
    "modification-date", "read-date", "report-type", "smime-type", "type", "start",
  ]
  private static let signatureFields: Set = [
    "dkim-signature", "arc-seal", "arc-message-signature", "x-google-dkim-signature",
    "domainkey-signature",
  ]
  /// Their values are signatures, check sums, and names of fields.
  private static let signatureTags: Set = ["b", "bh", "h"]

  /// - Parameter isMessage: whether it is a message's own header.
  init(_ header: HeaderText, isMessage: Bool) {
    for line in header.lines where !line.value.isEmpty {
      if isMessage, let field = MessageField(rawValue: line.name) {
        fields[field, default: []] +=
          field.isIdentifier ? Self.words(of: line.value, header.text) : [line.value]
      } else if !Self.machineFields.contains(line.name) {
        addOther(line, header.text)
      }
    }
  }

  /// What stands before and after the "@" of identifiers, which look like addresses and are none.
  private static func words(of value: ByteRange, _ text: [UInt8]) -> [ByteRange] {
    text[value.start..<value.end].split { "<>@ \t,".utf8.contains($0) }
      .map { ByteRange($0.startIndex, $0.endIndex) }
  }

  private mutating func addOther(_ line: HeaderText.Line, _ text: [UInt8]) {
    var cuts: [ByteRange] = []
    if HeaderText.mediaFields.contains(line.name) {
      let value = text[line.value.start..<line.value.end]
      let type = value.prefix {
        Ascii.isLetter($0) || Ascii.isDigit($0) || "/-.+_".utf8.contains($0)
      }
      cuts.append(ByteRange(line.range.start, type.endIndex))
      for parameter in line.parameters {
        let isName = parameter.name == "name" || parameter.name == "filename"
        if isName, !parameter.range.isEmpty { fileNames.append(parameter.range) }
        if isName || Self.machineParameters.contains(parameter.name) {
          cuts.append(parameter.whole)
        }
      }
    } else if Self.signatureFields.contains(line.name) {
      cuts = tags(of: line, text)
    } else {
      cuts = codes(in: line.value, text)
    }
    let pieces = MessageHeaderParts.pieces(of: line.range, without: cuts, in: text)
    if !pieces.isEmpty { others.append(pieces) }
  }

  private static func pieces(
    of range: ByteRange, without cuts: [ByteRange], in text: [UInt8]
  ) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = range.start
    for cut in cuts.sorted() + [ByteRange(range.end, range.end)] {
      if start < cut.start {
        let piece = trimmed(ByteRange(start, cut.start), in: text)
        let hasWords = text[piece.start..<piece.end].contains {
          Ascii.isLetter($0) || Ascii.isDigit($0) || $0 >= 0x80
        }
        if hasWords { pieces.append(piece) }
      }
      start = max(start, cut.end)
    }
    return pieces
  }

  /// Without what separates parameters.
  private static func trimmed(_ range: ByteRange, in text: [UInt8]) -> ByteRange {
    func isSeparator(_ byte: UInt8) -> Bool { Ascii.isSpace(byte) || byte == UInt8(ascii: ";") }
    var (start, end) = (range.start, range.end)
    while start < end, isSeparator(text[start]) { start += 1 }
    while start < end, isSeparator(text[end - 1]) { end -= 1 }
    return ByteRange(start, end)
  }

  /// The values of a signature's tags that only machines read.
  private func tags(of line: HeaderText.Line, _ text: [UInt8]) -> [ByteRange] {
    text[line.value.start..<line.value.end].split(separator: UInt8(ascii: ";")).compactMap { tag in
      guard let equals = tag.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let name = String(decoding: tag[..<equals].filter { !Ascii.isSpace($0) }, as: UTF8.self)
      guard Self.signatureTags.contains(name) else { return nil }
      return ByteRange(equals + 1, tag.endIndex)
    }
  }

  /// Words of base64 from 40 letters on, with capitals, small letters and digits.
  private func codes(in range: ByteRange, _ text: [UInt8]) -> [ByteRange] {
    text[range.start..<range.end].split(separator: Ascii.space).compactMap { word in
      guard word.count >= 40, word.allSatisfy(Base64.isLetter), word.contains(where: Ascii.isUpper),
        word.contains(where: Ascii.isLower), word.contains(where: Ascii.isDigit)
      else { return nil }
      return ByteRange(word.startIndex, word.endIndex)
    }
  }
}
