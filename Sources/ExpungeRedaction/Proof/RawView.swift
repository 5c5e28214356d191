/// One way to read a file's bytes without its reader.
package enum RawView: String, Sendable, CaseIterable {
  /// As UTF-8, or Latin-1 where it is none.
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  /// With character references, percent-encoding and \u escapes decoded.
  case escapes
  /// The same, with tags left out, so that what they tear apart is whole again.
  case withoutTags = "without-tags"
  /// What runs of it decode to, over line ends.
  case base64
  /// With the escapes of e-mails decoded: quoted-printable, and encoded words of headers.
  case quotedPrintable = "quoted-printable"
}
