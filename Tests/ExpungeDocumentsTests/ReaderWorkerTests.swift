import ExpungeDocuments
import ExpungeFiles
import ExpungeText
import TestSupport
import Testing

@Suite struct ReaderWorkerTests {
  private let html = Array("<!doctype html><p>Mrs X</p>".utf8)

  private func reader(_ script: String, limits: Limits = Limits()) -> DocumentReader {
    let command = ReaderWorker.Command(executable: FilePath("/bin/sh"), arguments: ["-c", script])
    return DocumentReader(worker: command, limits: limits)
  }

  private func unread(_ reader: DocumentReader, _ bytes: [UInt8]? = nil) -> [Unread] {
    switch reader.read(bytes: bytes ?? html, path: FilePath("a.html")) {
    case .document(let document): document.unread
    case .archive: []
    case .unread(let unread): unread
    }
  }

  /// The greeting of a worker that then misbehaves, written to its socket.
  private let greets = "printf 'EXPUNGE2\\003\\002\\011\\016\\001\\007\\003\\003\\006\\002' >&0; "

  @Test func servesManyFilesUnderAFilter() throws {
    let reader = DocumentReader()
    for number in 0..<200 {
      let bytes = Array("<!doctype html><p>Number \(number)</p>".utf8)
      guard case .document(let document) = reader.read(bytes: bytes, path: FilePath("a.html"))
      else {
        Issue.record("unread")
        return
      }
      #expect(try document.body.string == "Number \(number)")
    }
    #expect(reader.filtersSystemCalls == true)
  }

  @Test func aCrashCostsOneFile() {
    let stopped = ["the reader stopped; convert the file to text and examine that"]
    #expect(unread(reader(greets + "kill -SEGV $$")).map(\.reason) == stopped)
    #expect(
      unread(reader(greets + "dd bs=80 count=1 <&0 >/dev/null 2>&1; kill -ABRT $$")).map(\.reason)
        == stopped)
  }

  @Test func aHangIsEnded() {
    var limits = Limits()
    limits.readerSeconds = 1
    #expect(unread(reader(greets + "sleep 60", limits: limits)).map(\.limit) == ["reader-seconds"])
    #expect(
      unread(reader(greets + "while :; do :; done", limits: limits)).map(\.limit) == [
        "reader-seconds"
      ])
  }

  @Test func takingMemoryIsEnded() {
    #expect(unread(reader(greets + "exit 71")).map(\.limit) == ["reader-bytes"])
    // The real worker under a limit that its page breaks.
    var limits = Limits()
    limits.readerBytes = 128 * 1024 * 1024
    let heavy = Array(repeatElement(Array("<p a b c>".utf8), count: 300_000).joined())
    #expect(unread(DocumentReader(limits: limits), heavy).map(\.limit) == ["reader-bytes"])
  }

  @Test(arguments: [
    "printf 'garbage garbage garbage'", "printf '\\377\\377\\377\\377\\377\\377\\377\\377'",
    "printf '\\004\\0\\0\\0\\0\\0\\0\\0\\0\\001\\0\\001'", "head -c 100000 /dev/zero",
  ])
  func garbageIsRefused(output: String) {
    let script = greets + "dd bs=80 count=1 <&0 >/dev/null 2>&1; " + output + " >&0; sleep 5"
    #expect(
      unread(reader(script)).map(\.reason) == [
        "the reader stopped; convert the file to text and examine that"
      ])
  }

  @Test func aMissingReaderIsSaid() {
    for executable in ["/nonexistent/expunge-reader", "/bin/true"] {
      let reader = DocumentReader(worker: .init(executable: FilePath(executable)))
      #expect(
        unread(reader).first?.reason.contains("install expunge-reader beside expunge") == true)
    }
  }

  @Test func theNextFileGetsANewWorker() throws {
    var limits = Limits()
    limits.nesting = 50
    let reader = DocumentReader(limits: limits)
    let deep = Array(("<!doctype html>" + String(repeating: "<div>", count: 100) + "x").utf8)
    #expect(unread(reader, deep).map(\.limit) == ["nesting"])
    #expect(unread(reader).isEmpty)
    limits.documentParts = 3
    let many = Array("<!doctype html><!--a--><!--b--><!--c-->".utf8)
    #expect(unread(DocumentReader(limits: limits), many).map(\.limit) == ["document-parts"])
  }

  @Test func deepNestingOverflowsNothing() {
    let reader = DocumentReader()
    let deep = Array(("<!doctype html>" + String(repeating: "<div>", count: 20_000) + "x").utf8)
    #expect(unread(reader, deep).map(\.limit) == ["nesting"])
    #expect(unread(reader).isEmpty)
  }
}

@Suite struct PartsMessageTests {
  private let file = Array("<p>Mrs <b>Tho</b>mp&#115;on</p><!-- x --><a href='m%40x'>".utf8)

  private var reading: ReadParts {
    file.withUnsafeBufferPointer { bytes in
      let html = String(decoding: bytes, as: UTF8.self)
      return ReadParts(parts: page(html), stops: [.nesting])
    }
  }

  private let limits = ReaderLimits(parts: 10, nesting: 10, textBytes: 1000)

  @Test func comesBackAsItWas() throws {
    let sent = reading
    let got = try PartsMessage.decode(PartsMessage.encode(sent), file: file, limits: limits)
    #expect(got.stops == sent.stops)
    #expect(got.parts.map(\.role) == sent.parts.map(\.role))
    #expect(got.parts.map(\.text) == sent.parts.map(\.text))
    #expect(got.parts.map(\.blocks) == sent.parts.map(\.blocks))
    #expect(got.parts.map(\.source.runs) == sent.parts.map(\.source.runs))
  }

  /// Whatever a broken worker sends is refused or keeps every promise of a part.
  @Test func nothingIsTrusted() {
    let message = PartsMessage.encode(reading)
    var generator = SeededGenerator(seed: 99)
    var accepted = 0
    for _ in 0..<20_000 {
      var broken = message
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: 0..<broken.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: broken[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: broken.remove(at: place)
        default: broken.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        }
      }
      guard let got = try? PartsMessage.decode(broken, file: file, limits: limits) else { continue }
      accepted += 1
      for part in got.parts {
        checkMap(part.text, part.source, file: file)
        #expect(String(validating: part.text, as: UTF8.self) != nil)
        #expect(part.blocks.allSatisfy { $0.range.end <= part.text.count && !$0.range.isEmpty })
      }
    }
    #expect(accepted < 10_000)
  }

  @Test func limitsAreKept() {
    let message = PartsMessage.encode(reading)
    for limits in [
      ReaderLimits(parts: 2, nesting: 10, textBytes: 1000),
      ReaderLimits(parts: 10, nesting: 10, textBytes: 5),
    ] {
      #expect(throws: (any Error).self) {
        try PartsMessage.decode(message, file: file, limits: limits)
      }
    }
  }
}
