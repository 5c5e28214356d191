import Synchronization

/// Hands out the content of objects, one at a time, from one `git cat-file`.
package final class GitBlobs: Sendable {
  /// What an object turned out to be.
  enum Content: Sendable {
    case bytes([UInt8])
    case overLimit
    /// The history was cut, or the repository is damaged.
    case missing
  }

  /// The running program, and what it printed and nobody took yet.
  fileprivate struct Talk: ~Copyable {
    let process: ChildProcess
    var buffer: ArraySlice<UInt8> = []
  }

  private let talk: Mutex<Talk>

  package init(_ repository: GitRepository) throws(ConfigurationError) {
    let process = try repository.git.start(["cat-file", "--batch"], isAsked: true)
    talk = Mutex(Talk(process: process))
  }

  /// - Parameter limit: the most bytes to take; more are passed over.
  func content(of object: String, limit: Int) -> Content {
    talk.withLock { talk in
      guard talk.process.write(Array("\(object)\n".utf8)), let head = talk.line() else {
        return .missing
      }
      let fields = head.split(separator: " ")
      guard fields.count == 3, fields[1] == "blob", let size = Int(fields[2]) else {
        return .missing
      }
      if size > limit {
        return talk.skip(size + 1) ? .overLimit : .missing
      }
      guard let bytes = talk.take(size + 1) else { return .missing }
      return .bytes(Array(bytes.dropLast()))
    }
  }
}

extension GitBlobs.Talk {
  /// Reads on; false at the end.
  fileprivate mutating func fill() -> Bool {
    guard let more = process.read(), !more.isEmpty else { return false }
    buffer += more
    return true
  }

  fileprivate mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer = buffer[(end + 1)...]
        return line
      }
      guard fill() else { return nil }
    }
  }

  fileprivate mutating func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard fill() else { return nil }
    }
    defer { buffer = ArraySlice(Array(buffer.dropFirst(count))) }
    return Array(buffer.prefix(count))
  }

  fileprivate mutating func skip(_ count: Int) -> Bool {
    var left = count
    while buffer.count < left {
      left -= buffer.count
      buffer = []
      guard fill() else { return false }
    }
    buffer = buffer.dropFirst(left)
    return true
  }
}
