import ExpungeDocuments
import ExpungeParsers
import ExpungeText

/// Any message: its parts keep their promises, nothing changed leaves it as it is, and a body written
/// anew says what it said.
enum MailFeed {
  private static let limits = ReaderLimits(
    parts: 1_000, nesting: 40, textBytes: 1 << 20, packageEntries: 1_000, packageBytes: 1 << 20)

  static func test(_ input: [UInt8]) {
    let bytes = Array(input.prefix(4096))
    let reading = read(bytes)
    guard let contents = reading.contents else { found("a message without contents") }
    PartChecks.check(reading, of: bytes, limits: limits)
    // One message in eight is written, too, always the same ones: writing reads it several times.
    guard bytes.reduce(0, { $0 &* 31 &+ Int($1) }) & 7 == 0 else { return }
    require(rewritten(bytes, []) == bytes, "a message changes without a change")
    guard reading.stops.isEmpty else { return }
    let changes = contents.entries.indices.map { number in
      EntryChange.replace(entry: number, contents: Array(contents.bytes(ofEntry: number)))
    }
    guard let copy = rewritten(bytes, changes) else { return }
    let again = read(copy).contents
    let other = contents.entries.indices.first { number in
      guard let again, again.entries.indices.contains(number) else { return true }
      return again.bytes(ofEntry: number) != contents.bytes(ofEntry: number)
    }
    require(
      other == nil && again?.bytes == contents.bytes,
      "entry \(other ?? contents.entries.count) of a message written anew says otherwise")
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
