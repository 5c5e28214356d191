/// A change to the entries of a packed file.
package enum EntryChange: Hashable, Sendable {
  /// The entry's contents are these: UTF-8, or bytes as they are.
  case replace(entry: Int, contents: [UInt8])
  /// The file has the entry no more.
  case remove(entry: Int)
  /// The file has one entry more.
  case add(name: [UInt8], contents: [UInt8])

  package static func encode(_ changes: [EntryChange]) -> [UInt8] {
    var writer = MessageWriter()
    writer.number(changes.count)
    for change in changes {
      switch change {
      case .replace(let entry, let contents):
        writer.byte(0)
        writer.number(entry)
        writer.bytes(contents)
      case .remove(let entry):
        writer.byte(2)
        writer.number(entry)
      case .add(let name, let contents):
        writer.byte(1)
        writer.bytes(name)
        writer.bytes(contents)
      }
    }
    return writer.message
  }

  /// - Throws: when the message is none.
  package static func decode(_ message: [UInt8]) throws(PartsMessage.Garbage) -> [EntryChange] {
    var reader = MessageReader(message)
    var changes: [EntryChange] = []
    for _ in 0..<(try reader.count(atMost: message.count)) {
      switch try reader.byte() {
      case 0:
        changes.append(
          .replace(
            entry: try reader.number(), contents: try reader.bytes(atMost: message.count)))
      case 1:
        changes.append(
          .add(
            name: try reader.bytes(atMost: 4096),
            contents: try reader.bytes(atMost: message.count)))
      case 2:
        changes.append(.remove(entry: try reader.number()))
      default:
        throw .contents
      }
    }
    guard reader.isAtEnd else { throw .trailing }
    return changes
  }
}
