import ExpungeDocuments
import ExpungeFiles
import ExpungeParsers
import ExpungeText
import Testing

/// A message of these lines, which end as the mail's do.
func message(_ text: String, lineEnd: String = "\r\n") -> [UInt8] {
  Array(
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd).utf8)
}

/// Reads a message in this process.
func readMessage(
  _ bytes: [UInt8], nesting: Int = 100, parts: Int = 10_000, entries: Int = 10_000,
  bytesOfText: Int = 1 << 24
) -> ReadParts {
  let limits = ReaderLimits(
    parts: parts, nesting: nesting, textBytes: bytesOfText, packageEntries: entries,
    packageBytes: bytesOfText)
  return bytes.withUnsafeBufferPointer { MessageFile.read($0, limits: limits) }
}

func rewriteMessage(_ bytes: [UInt8], _ changes: [EntryChange]) -> ReadParts {
  let limits = ReaderLimits(parts: 10_000, nesting: 100, textBytes: 1 << 24)
  let encoded = EntryChange.encode(changes)
  let request = ReaderRequest(
    task: .rewriting, fileBytes: bytes.count, changeBytes: encoded.count, limits: limits)
  return (bytes + encoded).withUnsafeBufferPointer { FileReader.perform(request, on: $0) }
}

extension ReadParts {
  /// "role number: text", of an enclosed file "enclosed/role number: text".
  var described: [String] {
    parts.map { part in
      "\(part.enclosed == 0 ? "" : "\(part.enclosed)/")\(part.role) \(part.number): "
        + String(decoding: part.text, as: UTF8.self)
    }
  }

  func text(_ role: PartRole, _ number: Int = 1, enclosed: Int) -> String? {
    parts.first { $0.role == role && $0.number == number && $0.enclosed == enclosed }
      .map { String(decoding: $0.text, as: UTF8.self) }
  }

  func text(_ field: MessageField) -> String? { text(.messageField, field.number, enclosed: 0) }

  func string(ofEntry number: Int) throws -> String {
    String(decoding: try #require(contents).bytes(ofEntry: number), as: UTF8.self)
  }

  /// The change that puts other words in the first entry that holds these.
  func change(_ words: String, to others: String) throws -> EntryChange {
    let contents = try #require(contents)
    let entry = try #require(
      contents.entries.indices.first {
        String(decoding: contents.bytes(ofEntry: $0), as: UTF8.self).contains(words)
      }, "an entry holds the words")
    let text = try string(ofEntry: entry)
    let changed = replacing(words, by: others, in: text)
    return .replace(entry: entry, contents: Array(changed.utf8))
  }

  /// What the worker's message makes of it; the claims that it checks hold.
  func checked() throws {
    let limits = ReaderLimits(parts: 10_000, nesting: 100, textBytes: 1 << 24)
    let passed = try PartsMessage.decode(PartsMessage.encode(self), file: [], limits: limits)
    #expect(passed.parts.count == parts.count)
    for part in parts {
      checkMap(part.text, part.source, file: contents?.bytes ?? [])
    }
  }
}

func replacing(_ words: String, by others: String, in text: String) -> String {
  text.split(separator: words, omittingEmptySubsequences: false).joined(separator: others)
}
