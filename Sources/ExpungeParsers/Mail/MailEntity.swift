import ExpungeText

/// A message or a part of one: a header and a body (RFC 2045, 2.4 to 2.6).
struct MailEntity {
  let header: HeaderText
  /// The entity around it, as its number in the message.
  let parent: Int?
  /// "text/html", in lower case.
  let type: String
  let encoding: TransferEncoding
  /// Bytes of the message, without the line end that belongs to the boundary behind it.
  var body: ByteRange
  /// Whether its body is made of other entities.
  var isContainer = false
  /// Whether its header is a message's own rather than that of a part.
  let isMessage: Bool

  var isMultipart: Bool { isContainer && type.hasPrefix("multipart/") }

  /// The file name that it gives, decoded; nil without one.
  var fileName: [UInt8]? {
    header.parameter("filename", of: "content-disposition")
      ?? header.parameter("name", of: "content-type")
  }

  var isDeclaredAttachment: Bool {
    header.token(of: "content-disposition") == "attachment"
  }

  /// In lower case and without the full stop; empty without one.
  var fileExtension: String {
    guard let name = fileName, let stop = name.lastIndex(of: Ascii.fullStop) else { return "" }
    return String(decoding: name[(stop + 1)...].prefix(16), as: UTF8.self).lowercased()
  }

  var charset: String? {
    header.parameter("charset", of: "content-type")
      .map { String(decoding: $0.prefix(64), as: UTF8.self).lowercased() }
  }
}

/// What stands in a message, in its order.
enum MailPiece {
  /// The header of the entity with this number.
  case header(Int)
  /// The body of an entity that holds no others.
  case leaf(Int)
  /// What stands before the first part of a multipart and after its last: no program shows it.
  case gap(ByteRange, of: Int)
}
