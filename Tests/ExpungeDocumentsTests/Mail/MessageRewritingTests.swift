import ExpungeDocuments
import ExpungeParsers
import ExpungeText
import TestSupport
import Testing

@Suite struct MessageRewritingTests {
  private func string(_ reading: ReadParts) -> String {
    String(decoding: reading.contents?.bytes ?? [], as: UTF8.self)
  }

  /// The message with other words in the entry that holds some.
  private func rewritten(_ text: String, _ words: String, _ others: String) throws -> String {
    let bytes = message(text, lineEnd: "\n")
    let reading = readMessage(bytes)
    let result = rewriteMessage(bytes, [try reading.change(words, to: others)])
    #expect(result.stops.isEmpty && result.format == .bytes)
    return string(result)
  }

  @Test(arguments: [
    ("Una Tarn <u@x.example>", "Una Tarn", "\"[NAME 1]\" <u@x.example>"),
    ("Una <u@x.example>, b@y.example", "u@x.example", "\"Una [NAME 1]\":;, b@y.example"),
    ("u@x.example", "u@x.example", "\"[NAME 1]\":;"),
    (
      "\"Tarn, Una\" <u@[192.0.2.1]>, c@z.example", "c@",
      "\"Tarn, Una\" <u@[192.0.2.1]>, \"[NAME 1]z.example\":;"
    ),
  ])
  func aListOfAddressesStaysOne(before: String, word: String, after: String) throws {
    let text = "Subject: x\nTo: \(before)\n\nbody"
    #expect(try rewritten(text, word, "[NAME 1]") == "Subject: x\nTo: \(after)\n\nbody")
  }

  @Test func onlyTheFieldThatChangesIsWrittenAnew() throws {
    let head =
      "subject :  =?utf-8?q?J=C3=B6rg?=\n\tand\n  others\nX-A:b\nFrom: Wren Ashdale\n  <w@example.org>\n"
    #expect(
      try rewritten(head + "To: c\n\nbody", "Wren Ashdale", "[NAME 1]")
        == "subject :  =?utf-8?q?J=C3=B6rg?=\n\tand\n  others\nX-A:b\n"
        + "From: \"[NAME 1]\" <w@example.org>\nTo: c\n\nbody")
  }

  @Test(arguments: [
    (
      "Subject: Wren", "Wren", "Jörg Thornaby’s",
      "Subject: =?utf-8?Q?J=C3=B6rg_Thornaby=E2=80=99s?="
    ),
    ("Subject: a Wren b", "Wren", "日本", "Subject: a =?utf-8?B?5pel5pys?= b"),
    ("Subject: Wren", "Wren", "=?x", "Subject: =?utf-8?Q?=3D=3Fx?="),
    ("From: J\u{f6}rg Wren", "Wren", "X", "From: J\u{f6}rg X"),
    (
      "Content-Disposition: attachment; filename=\"Wren.txt\"", "Wren", "[NAME 1]",
      "Content-Disposition: attachment; filename=\"[NAME 1].txt\""
    ),
    (
      "Content-Disposition: attachment; filename=\"Wren.txt\"; size=1", "Wren", "“X”",
      "Content-Disposition: attachment; filename*=utf-8''%E2%80%9CX%E2%80%9D.txt;\n size=1"
    ),
    (
      "Content-Disposition: attachment;\n filename*0*=utf-8''J%C3%B6rg; filename*1=Wren.txt",
      "Wren",
      "X", "Content-Disposition: attachment; filename*=utf-8''J%C3%B6rgX.txt"
    ),
  ])
  func fieldsAreWrittenAsMailHasThem(old: String, words: String, others: String, new: String) throws
  {
    let written = try rewritten(old + "\n\nbody", words, others)
    #expect(written == new + "\n\nbody")
    let changed = try readMessage(message(old + "\n\nbody", lineEnd: "\n")).change(
      words, to: others)
    guard case .replace(_, let contents) = changed else { return }
    #expect(
      try readMessage(Array(written.utf8)).string(ofEntry: 0)
        == String(decoding: contents, as: UTF8.self))
  }

  @Test func longFieldsAreFolded() throws {
    let long = (1...40).map { "word\($0)" }.joined(separator: " ")
    let written = try rewritten("Subject: Wren\n\nx", "Wren", long)
    #expect(written.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(readMessage(Array(written.utf8)).text(.subject) == long)
    let letters = String(repeating: "Łukaszą ", count: 30) + "x"
    let coded = try rewritten("Subject: Wren\n\nx", "Wren", letters)
    #expect(coded.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    #expect(readMessage(Array(coded.utf8)).text(.subject) == letters)
  }

  @Test(arguments: [
    (
      "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
      "J=F6rg Wr=\nen", "Wren", "X", "J=F6rg X"
    ),
    (
      "Content-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable",
      "<p>Wren", "Wren", "█é", "<p>&#9608;=E9"
    ),
    ("Content-Transfer-Encoding: base64", "\nV3Jlbg==\n", "Wren", "X", "\nWA==\n"),
    ("Subject: x", "a\nWren\n", "Wren", "X", "a\nX\n"),
  ])
  func bodiesKeepTheirEncoding(
    head: String, body: String, words: String, others: String, new: String
  ) throws {
    #expect(try rewritten(head + "\n\n" + body, words, others) == head + "\n\n" + new)
  }

  @Test func whatTheEncodingLacksChangesIt() throws {
    let plain = try rewritten("Subject: x\n\nMr Wren", "Wren", "█")
    #expect(
      plain == "Subject: x\nContent-Type: text/plain; charset=utf-8\n"
        + "Content-Transfer-Encoding: quoted-printable\n\nMr =E2=96=88")
    let latin = try rewritten(
      "Content-Type: text/plain; charset=\"iso-8859-1\"; format=flowed\n"
        + "Content-Transfer-Encoding: 8bit\n\nMr Wren", "Wren", "█")
    #expect(
      latin == "Content-Type: text/plain; charset=utf-8; format=flowed\n"
        + "Content-Transfer-Encoding: 8bit\n\nMr █")
    #expect(readMessage(Array(plain.utf8)).text(.body) == "Mr █")
  }

  /// Found by fuzzing: a page that is windows-1252 by its bytes got references for its quotation marks.
  @Test func pagesInMoreThanTheirEncodingKeepTheirBytes() throws {
    let head = Array("Content-Type: text/html; charset=iso-8859-1\n\n<p>".utf8)
    let bytes = head + [0x93, 0x57, 0x72, 0x65, 0x6E, 0x94, 0x20, 0xE9]
    let reading = readMessage(bytes)
    #expect(string(reading).contains("“Wren” é"))
    let result = rewriteMessage(bytes, [try reading.change("Wren", to: "X")])
    #expect(result.contents?.bytes == head + [0x93, 0x58, 0x94, 0x20, 0xE9])
  }

  @Test func messagesAndTheirTextsWithinOthers() throws {
    let inner = "Subject: Wren\nContent-Type: text/plain\n\nMr Ashdale"
    let text =
      "Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\n"
      + String(decoding: base64(Array(inner.utf8)), as: UTF8.self)
    let written = try rewritten(text, "Ashdale", "[NAME 1]")
    let reading = readMessage(Array(written.utf8))
    #expect(reading.text(.body, enclosed: 1) == "Mr [NAME 1]")
    #expect(reading.text(.messageField, MessageField.subject.number, enclosed: 1) == "Wren")
  }

  @Test func wordFilesWithinMessages() throws {
    let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    let word = ZipArchive([
      ("[Content_Types].xml", "<Types><!-- wordprocessingml --></Types>"),
      (
        "_rels/.rels",
        "<Relationships xmlns=\"\(relationships)\"><Relationship Id=\"r1\" Type=\"\(type)\" "
          + "Target=\"word/document.xml\"/></Relationships>"
      ),
      (
        "word/document.xml",
        "<w:document xmlns:w=\"\(main)\"><w:body><w:p><w:r><w:t>Mr Ashdale called.</w:t></w:r>"
          + "</w:p></w:body></w:document>"
      ),
    ]).file
    let head = """
      Subject: the draft
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b

      Attached.
      --b
      Content-Type: application/octet-stream; name="draft.docx"
      Content-Transfer-Encoding: base64


      """
    let bytes = message(head) + base64(word) + message("\n--b--\n")
    let reading = readMessage(bytes)
    try reading.checked()
    #expect(reading.stops.isEmpty && reading.unread.isEmpty)
    #expect(reading.text(.body, enclosed: 1) == "Mr Ashdale called.")
    #expect(reading.text(.attachmentName) == "draft.docx")
    let change = try reading.change("Ashdale", to: "[NAME 1]")
    let written = try #require(rewriteMessage(bytes, [change]).contents?.bytes)
    #expect(written.starts(with: message(head)))
    let again = readMessage(written)
    #expect(again.text(.body, enclosed: 1) == "Mr [NAME 1] called.")
    #expect(again.contents?.entries.map(\.name) == reading.contents?.entries.map(\.name))
    // The second reader unpacks it by itself.
    let limits = ReaderLimits(parts: 10, nesting: 10, textBytes: 1 << 20)
    let second = written.withUnsafeBufferPointer {
      FileReader.perform(
        ReaderRequest(task: .secondReading, fileBytes: written.count, limits: limits), on: $0)
    }
    #expect(string(second).contains("Mr [NAME 1] called."))
  }

  @Test func changesThatDoNotFitAreRefused() {
    let bytes = message("Subject: x\n\ny")
    #expect(rewriteMessage(bytes, [.replace(entry: 2, contents: [])]).stops == [.doesNotFit])
    #expect(rewriteMessage(bytes, [.add(name: [], contents: [])]).stops == [.doesNotFit])
    #expect(rewriteMessage(bytes, []).contents?.bytes == bytes)
  }

  /// Whatever a message is made of, each entry says what was written, and changing some changes
  /// nothing else.
  @Test func randomMessagesComeBackChanged() throws {
    var generator = SeededGenerator(seed: 6)
    for seed in 0..<400 {
      let made = GeneratedMessage(seed: UInt64(seed))
      let bytes = made.bytes
      let reading = readMessage(bytes)
      #expect(reading.stops.isEmpty, "seed \(seed)")
      try reading.checked()
      var entries = made.entries
      let found = try (reading.contents?.entries ?? []).indices.map(reading.string(ofEntry:))
      #expect(found == entries, "seed \(seed)")
      guard found == entries else { continue }
      var changed: [Int: [UInt8]] = [:]
      for number in entries.indices where generator.next().isMultiple(of: 3) {
        var text = entries[number]
        for name in GeneratedMessage.names { text = replacing(name, by: "Somebody", in: text) }
        if text != entries[number] { changed[number] = Array(text.utf8) }
        entries[number] = text
      }
      let result = rewriteMessage(
        bytes, changed.map { EntryChange.replace(entry: $0.key, contents: $0.value) })
      let written = try #require(result.contents?.bytes)
      let again = readMessage(written)
      #expect(again.stops.isEmpty, "seed \(seed)")
      let texts = try (again.contents?.entries ?? []).indices.map(again.string(ofEntry:))
      #expect(texts == entries, "seed \(seed)")
      expectTheRestIsKept(made, changed, written, "seed \(seed)")
    }
  }

  /// What did not change stands there byte for byte, in its order.
  private func expectTheRestIsKept(
    _ made: GeneratedMessage, _ changed: [Int: [UInt8]], _ written: [UInt8], _ words: Comment
  ) {
    var kept: [[UInt8]] = [[]]
    var number = 0
    for piece in made.pieces {
      if piece.entry != nil {
        number += 1
        if changed[number - 1] != nil {
          kept.append([])
          continue
        }
      }
      kept[kept.count - 1] += piece.raw
    }
    let last = kept.count - 1
    #expect(written.starts(with: kept[0]), words)
    #expect(written.reversed().starts(with: kept[last].reversed()), words)
    var rest = written[...]
    for piece in kept {
      guard let place = rest.firstRange(of: piece) else {
        Issue.record("a stretch that did not change is not there, \(words)")
        return
      }
      rest = rest[place.upperBound...]
    }
  }

  /// An independent reader sees the same message.
  @Test(.enabled(if: Python.has("email"), "python3 is not installed"))
  func pythonReadsWhatIsWritten() throws {
    let original = message(
      """
      From: Wren Ashdale <wren@example.org>
      Subject: =?utf-8?Q?J=C3=B6rg_Ashdale?=
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      J=F6rg Ash=
      dale called.
      --b
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename*=utf-8''J%C3%B6rg%20Ashdale.html

      PHA+QXNoZGFsZTwvcD4=
      --b
      Content-Type: application/octet-stream
      Content-Transfer-Encoding: base64

      AAEC
      --b--
      """)
    let reading = readMessage(original)
    let changes = try (reading.contents?.entries.indices ?? 0..<0).compactMap { number in
      let text = try reading.string(ofEntry: number)
      let changed = replacing("Ashdale", by: "“X”", in: text)
      return changed == text
        ? nil : EntryChange.replace(entry: number, contents: Array(changed.utf8))
    }
    #expect(changes.count == 4)
    let written = try #require(rewriteMessage(original, changes).contents?.bytes)
    let script = """
      import base64, email, email.policy, sys
      message = email.message_from_bytes(base64.b64decode(sys.stdin.read()), policy=email.policy.default)
      print(message["from"]); print(message["subject"])
      for part in message.iter_parts():
        print(part.get_content_type(), part.get_filename(), ascii(part.get_content()), part.defects)
      """
    let input = String(decoding: base64(written), as: UTF8.self)
    let outcome = try Python.run(script, input: input)
    #expect(
      outcome.text == """
        Wren “X” <wren@example.org>
        Jörg “X”
        text/plain None 'J\\xf6rg \\u201cX\\u201d called.' []
        text/html Jörg “X”.html '<p>\\u201cX\\u201d</p>' []
        application/octet-stream None b'\\x00\\x01\\x02' []

        """, "\(outcome.errorText)")
  }
}
