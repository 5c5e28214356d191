import Foundation
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

  /// The running program and both ends of the talk with it.
  fileprivate struct Talk {
    let process: Process
    let questions: FileHandle
    let answers: FileHandle
    var buffer = Data()
  }

  private let talk: Mutex<Talk>

  package init(_ repository: GitRepository) throws(ConfigurationError) {
    let input = Pipe()
    let output = Pipe()
    let process = try repository.git.start(["cat-file", "--batch"], input: input, output: output)
    talk = Mutex(
      Talk(
        process: process, questions: input.fileHandleForWriting,
        answers: output.fileHandleForReading))
  }

  deinit {
    talk.withLock { talk in
      // At the end of its input it ends by itself; a failure to close means that it has.
      try? talk.questions.close()
      talk.process.waitUntilExit()
    }
  }

  /// - Parameter limit: the most bytes to take; more are passed over.
  func content(of object: String, limit: Int) -> Content {
    talk.withLock { talk in
      do {
        try talk.questions.write(contentsOf: Data("\(object)\n".utf8))
      } catch {
        return .missing
      }
      guard let head = talk.line() else { return .missing }
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
    let more = answers.availableData
    buffer.append(more)
    return !more.isEmpty
  }

  fileprivate mutating func line() -> String? {
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer = Data(buffer[(end + 1)...])
        return line
      }
      guard fill() else { return nil }
    }
  }

  fileprivate mutating func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard fill() else { return nil }
    }
    let taken = [UInt8](buffer.prefix(count))
    buffer = Data(buffer.dropFirst(count))
    return taken
  }

  fileprivate mutating func skip(_ count: Int) -> Bool {
    var left = count
    while buffer.count < left {
      left -= buffer.count
      buffer = Data()
      guard fill() else { return false }
    }
    buffer = Data(buffer.dropFirst(left))
    return true
  }
}
