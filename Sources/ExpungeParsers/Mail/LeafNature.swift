import ExpungeDocuments
import ExpungeText

/// What the body of an entity is, by its declared type first and its bytes second.
enum LeafNature: Hashable {
  case text(isPage: Bool)
  /// A zip file, which may be a Word or an OpenDocument file.
  case package
  /// A message that is encoded once more.
  case message
  case picture, sound, encrypted
  /// A signature, or another file that no reader reads.
  case signature, unread
  /// Not read for a reason that stops the reading of the message.
  case stopped

  private static let pages: Set = [
    "text/html", "application/xhtml+xml", "image/svg+xml", "text/enriched", "text/richtext",
  ]
  private static let texts: Set = [
    "application/json", "application/xml", "application/javascript", "application/ld+json",
    "application/x-javascript",
  ]
  /// Formats of texts whose words are written in escapes that only their programs read.
  private static let opaqueTexts: Set = ["text/rtf"]
  private static let encryptions: Set = [
    "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted",
  ]
  private static let signatures: Set = [
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
  ]
  private static let textExtensions: Set = [
    "txt", "text", "md", "markdown", "csv", "json", "xml", "log", "ics", "vcf",
  ]
  private static let pageExtensions: Set = ["html", "htm", "xhtml", "svg"]

  init(_ entity: MailEntity, _ bytes: [UInt8]) {
    let type = entity.type
    let name = entity.fileExtension
    if Self.encryptions.contains(type) {
      self = .encrypted
    } else if Self.signatures.contains(type) {
      self = .signature
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .package
    } else if Self.pages.contains(type) {
      self = .text(isPage: true)
    } else if ["message/rfc822", "message/global"].contains(type) || name == "eml" {
      self = .message
    } else if type.hasPrefix("text/"), !Self.opaqueTexts.contains(type), name != "rtf" {
      self = .text(isPage: Self.pageExtensions.contains(name))
    } else if Self.texts.contains(type) || type.hasPrefix("message/")
      || type.hasPrefix("multipart/")
    {
      self = .text(isPage: false)
    } else if type.hasPrefix("image/") {
      self = .picture
    } else if type.hasPrefix("audio/") || type.hasPrefix("video/") {
      self = .sound
    } else if Self.pageExtensions.contains(name) {
      self = .text(isPage: true)
    } else if Self.textExtensions.contains(name), !bytes.contains(0) {
      self = .text(isPage: false)
    } else if Self.textExtensions.contains(name), bytes.starts(with: [0xFF, 0xFE]) {
      self = .text(isPage: false)
    } else {
      self = .unread
    }
  }
}
