import Glibc

/// A path as the kernel takes it: bytes, which on Linux need not be UTF-8.
package struct FilePath: Hashable, Sendable, Comparable {
  /// Without a NUL; empty only if it was given empty.
  package let bytes: [UInt8]

  package init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// A path as it was typed. Arguments are handed to a program as text, in which bytes that are not
  /// UTF-8 are lost, so the process's own are looked up.
  package init(argument text: String) {
    if text.unicodeScalars.contains("\u{FFFD}") {
      for argument in UnsafeBufferPointer(
        start: CommandLine.unsafeArgv, count: Int(CommandLine.argc))
      {
        guard let argument, String(cString: argument) == text else { continue }
        self.init(
          bytes: UnsafeBufferPointer(start: argument, count: strlen(argument)).map {
            UInt8(bitPattern: $0)
          })
        return
      }
    }
    self.init(text)
  }

  /// What follows a NUL is dropped, as the kernel would.
  package init(bytes: some Sequence<UInt8>) {
    self.bytes = Array(bytes.prefix { $0 != 0 })
  }

  /// For people and reports; bytes that are not UTF-8 show as U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// "-" stands for the standard input.
  package var isStandardInput: Bool { bytes == [UInt8(ascii: "-")] }

  package func appending(_ name: some Sequence<UInt8>) -> FilePath {
    var joined = bytes
    if let last = joined.last, last != separator { joined.append(separator) }
    joined += name
    return FilePath(bytes: joined)
  }

  /// The bytes after the last separator; trailing separators do not count.
  package var lastComponent: ArraySlice<UInt8> {
    let end = bytes.lastIndex { $0 != separator }.map { $0 + 1 } ?? 0
    let start = bytes[..<end].lastIndex(of: separator).map { $0 + 1 } ?? 0
    return bytes[start..<end]
  }

  /// The folder that holds it, "." for a bare name.
  package var folder: FilePath {
    let start = lastComponent.startIndex
    guard start > 0 else { return FilePath(".") }
    let end = bytes[..<start].lastIndex { $0 != separator }.map { $0 + 1 } ?? 0
    return end == 0 ? FilePath("/") : FilePath(bytes: bytes[..<end])
  }

  /// What follows the last full stop of the name, in lower case; empty for none or a hidden name.
  package var fileExtension: String {
    let name = lastComponent
    guard let stop = name.lastIndex(of: UInt8(ascii: ".")), stop > name.startIndex else {
      return ""
    }
    return String(decoding: name[(stop + 1)...], as: UTF8.self).lowercased()
  }

  /// By bytes.
  package static func < (a: FilePath, b: FilePath) -> Bool {
    a.bytes.lexicographicallyPrecedes(b.bytes)
  }

  /// Calls with the path as a C string.
  func withCString<Result, Failure: Error>(
    _ body: (UnsafePointer<CChar>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let terminated = ContiguousArray(bytes.map { CChar(bitPattern: $0) } + [0])
    var result: Swift.Result<Result, Failure>?
    terminated.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      do throws(Failure) {
        result = .success(try body(base))
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { preconditionFailure("a terminated path is never empty") }
    return try result.get()
  }
}

private let separator = UInt8(ascii: "/")
