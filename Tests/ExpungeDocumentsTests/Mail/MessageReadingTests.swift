import ExpungeDocuments
import ExpungeFiles
import ExpungeText
import Testing

@Suite struct MessageReadingTests {
  @Test func headersAndBody() throws {
    let reading = readMessage(
      message(
        """
        From: Ysolde Ulverquist <ysolde@example.org>
        To: casework@example.net,
         "Tarn, Liam" <liam@example.org>
        Received: from a.example.org (192.0.2.7) by b.example.net
        Received: from c.example.org by a.example.org
        Subject: =?utf-8?Q?Re:_J=C3=B6rg_Thorn?=
         =?utf-8?Q?aby's_flat?=
        X-Case-Worker: Wren Ashdale
        DKIM-Signature: v=1; d=example.org; h=from:to; bh=QUJDREVGRw==;
         b=dGhlIHNpZ25hdHVyZQ; i=@example.org
        X-Blob: QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY3ODkwYWJjZGVm
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii; x-note="by Wren"

        Dear colleague,

        Mr Thornaby called.
        """))
    try reading.checked()
    #expect(reading.format == .email && reading.stops.isEmpty)
    #expect(
      reading.described == [
        "body 1: Dear colleague,\r\n\r\nMr Thornaby called.",
        "messageField 1: Ysolde Ulverquist <ysolde@example.org>",
        "messageField 4: casework@example.net, \"Tarn, Liam\" <liam@example.org>",
        "messageField 7: Re: Jörg Thornaby's flat",
        "messageField 14: from a.example.org (192.0.2.7) by b.example.net\n"
          + "from c.example.org by a.example.org",
        "otherMessageField 1: X-Case-Worker: Wren Ashdale",
        "otherMessageField 2: DKIM-Signature: v=1; d=example.org; h=\nbh=\nb=\n"
          + "i=@example.org",
        "otherMessageField 3: X-Blob:", "otherMessageField 4: x-note=\"by Wren\"",
      ])
    #expect(reading.parts[0].blocks.count == 2)
  }

  @Test func namesAreThoseOfAPerson() throws {
    let document = try document(
      message(
        """
        From: Ysolde Ulverquist <ysolde@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary="b"

        --b
        Content-Type: text/plain

        Please see the note.
        --b
        Content-Type: text/plain; name="Thornaby.txt"

        Called on Monday.
        --b
        Content-Type: message/rfc822

        Subject: Earlier
        Content-Type: text/html

        <p>Wren Ashdale <img alt="his house">
        --b--
        """), as: "note.eml")
    #expect(document.format == .email)
    #expect(
      document.parts.map { "\($0.name): \($0.string)" } == [
        "body: Please see the note.",
        "message header: from: Ysolde Ulverquist <ysolde@example.org>",
        "name of attachment 1: Thornaby.txt", "text of attachment 1: Called on Monday.",
        "attachment 2, message header: subject: Earlier", "attachment 2, body: Wren Ashdale",
        "attachment 2, alternative text of picture 1: his house",
        "attachment 2, markup: p\nimg alt=",
      ])
    #expect(document.facts == [.embeddedFiles: 2])
    #expect(document.unread.isEmpty)
  }

  private func alternative(_ plain: String, _ page: String) -> ReadParts {
    readMessage(
      message(
        """
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        \(plain)
        --b
        Content-Type: multipart/related; boundary=c

        --c
        Content-Type: text/html; charset=utf-8

        \(page)
        --c
        Content-Type: image/png; name="Liam Tarn.png"
        Content-ID: <photo@example.org>
        Content-Transfer-Encoding: base64

        iVBORw==
        --c--
        --b--
        """))
  }

  @Test func theShownFormIsTheBodyAndBothAreRead() throws {
    let reading = alternative(
      "Mr Thornaby",
      "<title>T</title><p>Mr <b>Thorn</b>aby <a href='https://example.org/?q=x'>x</a>")
    try reading.checked()
    #expect(reading.described[0] == "body 1: Mr Thornaby x")
    #expect(reading.text(.plainBody) == "Mr Thornaby")
    #expect(reading.text(.title) == "T")
    #expect(reading.text(.attachmentName) == "Liam Tarn.png")
    #expect(reading.text(.otherMessageField, 1) == "Content-ID: <photo@example.org>")
    #expect(reading.unread == [UnreadItem(kind: .picture, number: 1, entry: 7)])
    #expect(reading.facts == [.pictures: 1, .embeddedFiles: 1, .externalLinks: 1])
    #expect(
      reading.contents?.entries.map(\.language) == [
        .plain, .plain, .plain, .plain, .plain, .page, .plain, .binary,
      ])
  }

  @Test(arguments: [
    ("quoted-printable", "us-ascii", "Mr Thorn=\r\naby", "Mr Thornaby"),
    ("quoted-printable", "utf-8", "J=C3=B6rg =\r\n=54hornaby=", "Jörg Thornaby"),
    ("quoted-printable", "iso-8859-15", "J=F6rg =A4 =zz", "Jörg € =zz"),
    ("base64", "utf-8", "TXIgVGhv\r\ncm5hYnk=", "Mr Thornaby"),
    ("base64", "utf-16le", "TQByACAAVABhAHIAbgA=", "Mr Tarn"),
    ("base64", "utf-16", "/v8ATQByACAAVABhAHIAbg==", "Mr Tarn"),
    ("base64", "windows-1252", "k1RhcnKUIA==", "“Tarr” "),
    ("8BIT", "UTF-8", "Jörg", "Jörg"), ("7bit", "us-ascii", "Jörg", "Jörg"),
    ("7bit", "us-ascii", "old Mac\rlines", "old Mac\rlines"),
  ])
  func bodiesAreDecoded(encoding: String, charset: String, body: String, text: String) {
    let reading = readMessage(
      Array(
        ("Content-Type: text/plain; charset=\(charset)\r\n"
          + "Content-Transfer-Encoding: \(encoding)\r\n\r\n" + body).utf8))
    #expect(reading.text(.body) == text)
    #expect(reading.stops.isEmpty)
  }

  @Test(arguments: [
    ("Subject: =?utf-8?B?VGhv?= =?utf-8?B?cm5hYnk=?=", "Thornaby"),
    ("Subject: =?UTF-8*en?q?Mr_Thorn=61by?= x", "Mr Thornaby x"),
    ("Subject: \"=?iso-8859-1?Q?J=F6rg?=\" =?", "\"Jörg\" =?"),
    ("Subject: a\r\n\tb", "a b"),
    ("Subject: =?utf-8?Q?J=C3?= =?utf-8?Q?=B6rg?=", "Jörg"),
    ("Subject: =?utf-8?Q?two=0D=0Alines?=", "two  lines"), ("SUBJECT : x", "x"),
    ("Subject: J\u{f6}rg", "Jörg"),
  ])
  func headersAreDecoded(field: String, text: String) {
    let reading = readMessage(Array((field + "\r\n\r\nx").utf8))
    #expect(reading.text(.subject) == text)
  }

  @Test func rawBytesInHeadersAreRead() {
    let latin = Array("Subject: J".utf8) + [0xF6] + Array("rg\r\n\r\nx".utf8)
    #expect(readMessage(latin).text(.subject) == "Jörg")
  }

  @Test(arguments: [
    ("filename*=utf-8''Liam%20Tarn%E2%80%99s.pdf", "Liam Tarn’s.pdf"),
    (
      "filename*0*=iso-8859-1'en'J%F6; filename*1=\"rg Thornaby\"; filename*2=.pdf",
      "Jörg Thornaby.pdf"
    ),
    ("filename=\"=?utf-8?Q?J=C3=B6rg?=.pdf\"", "Jörg.pdf"),
    ("filename=Liam Tarn.pdf", "Liam Tarn.pdf"), ("filename=\"a\\\"b.pdf\"", "a\\\"b.pdf"),
  ])
  func fileNamesAreDecoded(parameter: String, name: String) {
    let reading = readMessage(
      message(
        "Content-Type: application/pdf\nContent-Disposition: attachment; \(parameter)\n\n%PDF-"))
    #expect(reading.text(.attachmentName) == name)
    #expect(reading.unread == [UnreadItem(kind: .embeddedFile, number: 1, entry: 1)])
    #expect(reading.described[0] == "body 1: ")
  }

  @Test func aSavedWebPage() {
    let reading = readMessage(
      message(
        """
        From: <Saved by a browser>
        Snapshot-Content-Location: https://example.org/decisions?name=Thornaby
        Content-Type: multipart/related; type="text/html"; boundary="x"

        --x
        Content-Type: text/html
        Content-Location: https://example.org/

        <!DOCTYPE html><p>Mr Tarn</p>
        --x
        Content-Type: text/css
        Content-Location: https://example.org/tarn.css

        .tarn { color: red }
        --x--
        """))
    #expect(reading.described[0] == "body 1: Mr Tarn")
    #expect(
      reading.text(.otherMessageField)
        == "Snapshot-Content-Location: https://example.org/decisions?name=Thornaby")
    #expect(reading.text(.styleSheet, enclosed: 1) == ".tarn { color: red }")
  }

  @Test func signaturesAreCounted() {
    let reading = readMessage(
      message(
        """
        Content-Type: multipart/signed; boundary=s; protocol="application/pkcs7-signature"

        --s

        Signed by Wren.
        --s
        Content-Type: application/pkcs7-signature; name=smime.p7s
        Content-Transfer-Encoding: base64

        MIIB
        --s--
        """))
    #expect(reading.facts == [.signatures: 1, .embeddedFiles: 1])
    #expect(reading.text(.body) == "Signed by Wren.")
    #expect(reading.unread.map(\.kind) == [.embeddedFile])
  }

  @Test func whatNoProgramShowsIsReadToo() {
    let reading = readMessage(
      message(
        """
        Content-Type: multipart/mixed; boundary=b

        Liam before
        --b
        Content-Type: text/plain

        body
        --b--
        Liam after
        """))
    #expect(
      reading.described == [
        "body 1: body", "hiddenText 1: Liam before", "hiddenText 2: Liam after",
      ])
  }
}
