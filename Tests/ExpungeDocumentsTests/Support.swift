import ExpungeDocuments
import ExpungeFiles
import ExpungeParsers
import ExpungeText
import Testing

extension Part {
  var string: String { String(decoding: text, as: UTF8.self) }

  var blockStrings: [String] {
    blocks.map { String(decoding: text[$0.range.start..<$0.range.end], as: UTF8.self) }
  }

  /// The range of the words, which must stand in the part.
  func range(of words: String) throws -> ByteRange {
    let wanted = Array(words.utf8)
    let start = try #require(
      text.indices.first { text[$0...].starts(with: wanted) }, "the words stand in the part")
    return ByteRange(start, start + wanted.count)
  }
}

extension Document {
  func part(_ name: String) throws -> Part { try #require(parts.first { $0.name == name }) }

  var body: Part { get throws { try part("body") } }
}

/// Reads text as the named file, web pages through the real worker.
func read(
  _ bytes: [UInt8], as name: String = "draft.txt", limits: Limits = Limits()
) -> ReadResult {
  DocumentReader(limits: limits).read(bytes: bytes, path: FilePath(name))
}

func document(_ text: String, as name: String = "draft.txt") throws -> Document {
  try document(Array(text.utf8), as: name)
}

func document(_ bytes: [UInt8], as name: String = "draft.txt") throws -> Document {
  switch read(bytes, as: name) {
  case .document(let document): return document
  case .archive:
    Issue.record("an archive")
    return Document(format: .plainText, parts: [])
  case .unread(let reasons):
    Issue.record("unread: \(reasons)")
    return Document(format: .plainText, parts: [])
  }
}

func reasons(_ result: ReadResult) -> [String] {
  switch result {
  case .document(let document): document.unread.map(\.reason)
  case .archive: []
  case .unread(let unread): unread.map(\.reason)
  }
}

/// A web page read in this process, for tests of the parser alone; without its markup.
func page(_ html: String) -> [ReadPart] {
  wholePage(html).parts.filter { $0.role != .markup }
}

func wholePage(_ html: String) -> ReadParts {
  let limits = ReaderLimits(parts: 1000, nesting: 1000, textBytes: 1 << 24)
  return Array(html.utf8).withUnsafeBufferPointer { HTMLReader.read($0, limits: limits) }
}

/// Checks what every source map promises; returns how many bytes of text have a place in the file.
@discardableResult
func checkMap(_ text: [UInt8], _ source: SourceMap, file: [UInt8]) -> Int {
  var end = 0
  var covered = 0
  for run in source.runs {
    #expect(run.text.start >= end && run.text.end <= text.count && !run.text.isEmpty)
    #expect(run.source.start >= 0 && run.source.end <= file.count)
    if run.verbatim {
      #expect(
        text[run.text.start..<run.text.end] == file[run.source.start..<run.source.end],
        "a verbatim run equals the file's bytes")
    }
    end = run.text.end
    covered += run.text.count
  }
  return covered
}
