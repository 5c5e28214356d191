import ExpungeDocuments
import ExpungeFiles
import ExpungeText
import Testing

/// A message that cannot be read as every reader would read it is never clean.
@Suite struct DamagedMessageTests {
  private static let mixed = "Content-Type: multipart/mixed; boundary=b\n\n"

  @Test(arguments: [
    ("Content-Type: multipart/mixed\n\nTarn", ReadingStop.damagedMessage),
    (mixed + "--b\n\nTarn\n", .damagedMessage), (mixed + "Tarn\n", .damagedMessage),
    (
      mixed + "--b\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nTarn\n--b--\n",
      .damagedMessage
    ),
    ("Subject: x\nno field\nContent-Type: text/html\n\nTarn", .damagedMessage),
    ("Content-Type: text/plain\nContent-Type: text/html\n\nTarn", .damagedMessage),
    ("Content-Transfer-Encoding: base64\n\nVGFybg", .damagedMessage),
    ("Content-Transfer-Encoding: base64\n\nVGFy.bg==", .damagedMessage),
    ("Content-Transfer-Encoding: base64\n\nVGFybg==VGFybg==", .damagedMessage),
    ("Content-Transfer-Encoding: x-other\n\nTarn", .unknownEncoding),
    ("Content-Type: text/plain; charset=utf-7\n\nTarn", .unknownEncoding),
    ("Content-Type: text/plain; charset=koi8-r\n\nTarn", .unknownEncoding),
    (
      "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n=FF",
      .unknownEncoding
    ),
    ("Subject: =?koi8-r?Q?=FF?=\n\nTarn", .unknownEncoding),
    ("Content-Type: text/plain\n\nTa\0rn", .damagedMessage),
    ("Subject: Ta\0rn\n\nx", .damagedMessage),
    ("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB", .encryptedMessage),
    (
      "Content-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
        + "application/pgp-encrypted\n\nVersion: 1\n--b--\n", .encryptedMessage
    ),
    (
      "Subject: x\n\n-----BEGIN PGP MESSAGE-----\n\nhQ\n-----END PGP MESSAGE-----",
      .encryptedMessage
    ),
    ("Content-Type: message/partial; id=a; number=1\n\nTarn", .damagedMessage),
  ])
  func isSaid(text: String, stop: ReadingStop) throws {
    let reading = readMessage(message(text))
    #expect(reading.stops.contains(stop))
    try reading.checked()
  }

  @Test func whatCanBeReadIsReadAllTheSame() {
    let reading = readMessage(message(Self.mixed + "--b\n\nMr Tarn\n"))
    #expect(reading.text(.body) == "Mr Tarn\r\n")
    #expect(
      reasons(read(message("MIME-Version: 1.0\n" + Self.mixed + "--b\n\nMr Tarn\n"), as: "a.eml"))
        == ["the message's parts cannot be told apart; save the message as text"])
  }

  @Test func partsTooDeep() {
    var text = ""
    for level in 0..<40 {
      text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    text += "\nMr Tarn\n"
    for level in (0..<40).reversed() { text += "--b\(level)--\n" }
    let whole = readMessage(message(text))
    #expect(whole.stops.isEmpty)
    #expect(whole.text(.body) == "Mr Tarn")
    let cut = readMessage(message(text), nesting: 20)
    #expect(cut.stops.contains(.nesting))
  }

  @Test func messagesWithinMessages() {
    var text = "Subject: Tarn\n\nbody"
    for _ in 0..<200 { text = "Content-Type: message/rfc822\n\n" + text }
    let reading = readMessage(message(text))
    #expect(reading.stops == [.nesting])
    var encoded = message("Subject: Tarn\n\nbody")
    for _ in 0..<12 {
      encoded =
        message("Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n")
        + base64(encoded)
    }
    let inner = readMessage(encoded)
    #expect(inner.text(.messageField, MessageField.subject.number, enclosed: 12) == "Tarn")
    #expect(readMessage(encoded, nesting: 24).stops.contains(.nesting))
  }

  @Test func limitsAreKept() {
    let many = Self.mixed + String(repeating: "--b\nX-A: b\n\ntext\n", count: 100) + "--b--\n"
    #expect(readMessage(message(many)).stops.isEmpty)
    #expect(readMessage(message(many), parts: 50).stops == [.documentParts])
    #expect(readMessage(message(many), entries: 50).stops == [.packageEntries])
    #expect(readMessage(message(many), bytesOfText: 500).stops.contains(.packageBytes))
  }

  /// Twice the input takes about twice the time, whatever it repeats.
  @Test(arguments: [
    ("Subject: ", "=?utf-8?Q?"), ("Subject: ", "=?utf-8?Q?a?= "), ("Subject: ", "\n a"),
    ("Content-Type: text/plain", "; a=b"), ("Content-Type: text/plain", "; a*1=b"),
    ("Content-Type: text/plain; a=", "\""), ("", "X: y\n"), ("", "a\r"), ("\n", "--b\n"),
    ("Content-Transfer-Encoding: quoted-printable\n\n", "= "),
    ("Content-Type: multipart/mixed; boundary=b\n\n", "--"),
    ("Content-Type: multipart/mixed; boundary=b\n\n", "--b--\n"),
    ("\n", "-----BEGIN PGP MESSAGE----"),
  ])
  func timeIsLinear(head: String, repeated: String) {
    let text = head + String(repeating: repeated, count: 400_000 / repeated.utf8.count)
    let bytes = Array(text.utf8)
    let time = ContinuousClock().measure {
      _ = readMessage(bytes, parts: 1_000_000, entries: 1_000_000)
    }
    #expect(time < .seconds(5))
  }
}

/// In lines, as mail has it.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var letters: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = Array(bytes[start..<min(start + 3, bytes.count)])
    let bits = (group + [0, 0]).prefix(3).reduce(0) { $0 << 8 | Int($1) }
    for place in 0..<4 {
      if letters.count % 78 == 76 { letters += [0x0D, 0x0A] }
      letters.append(
        place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return letters
}
