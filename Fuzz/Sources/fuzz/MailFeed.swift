import ExpungeDocuments
import ExpungeParsers
import ExpungeText

/// Any message: its parts keep their promises, nothing changed leaves it as it is, and a body written
/// anew says what it said.
enum MailFeed {
  private static let limits = ReaderLimits(
    parts: 1_000, nesting: 40, textBytes: 1 << 20, packageEntries: 1_000, packageBytes: 1 << 20)

  static func test(_ bytes: [UInt8]) {
    let reading = read(bytes)
    guard let contents = reading.contents else { found("a message without contents") }
    do {
      let passed = try PartsMessage.decode(
        PartsMessage.encode(reading), file: bytes, limits: limits)
      require(passed.parts.count == reading.parts.count, "the message loses a part")
    } catch {
      found("our own message is refused: \(error)")
    }
    require(rewritten(bytes, []) == bytes, "a message changes without a change")
    guard reading.stops.isEmpty else { return }
    let changes = contents.entries.indices.map { number in
      EntryChange.replace(entry: number, contents: Array(contents.bytes(ofEntry: number)))
    }
    guard let copy = rewritten(bytes, changes) else { return }
    require(read(copy).contents?.bytes == contents.bytes, "a message written anew says otherwise")
  }

  private static func read(_ bytes: [UInt8]) -> ReadParts {
    bytes.withUnsafeBufferPointer { MessageFile.read($0, limits: limits) }
  }

  /// Nil where the message is not written.
  private static func rewritten(_ bytes: [UInt8], _ changes: [EntryChange]) -> [UInt8]? {
    let message = EntryChange.encode(changes)
    let request = ReaderRequest(
      task: .rewriting, fileBytes: bytes.count, changeBytes: message.count, limits: limits)
    return (bytes + message).withUnsafeBufferPointer {
      FileReader.perform(request, on: $0).contents?.bytes
    }
  }
}
