import ExpungeFiles
import Glibc

/// A folder of its own for one test, removed with all it holds.
final class TemporaryFolder {
  let path: FilePath

  init() {
    let place = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(place)/expunge-tests-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String in
      guard let base = buffer.baseAddress, let name = mkdtemp(base) else { return "" }
      return String(cString: name)
    }
    precondition(!made.isEmpty, "a temporary folder could not be made")
    path = FilePath(made)
  }

  deinit { TemporaryFolder.remove(path) }

  func callAsFunction(_ name: String) -> FilePath { path.appending(name.utf8) }

  @discardableResult func file(_ name: String, _ text: String = "text\n") -> FilePath {
    file(bytes: Array(name.utf8), text)
  }

  @discardableResult func file(bytes name: [UInt8], _ text: String = "text\n") -> FilePath {
    let place = path.appending(name)
    let descriptor = place.cString { open($0, O_WRONLY | O_CREAT | O_TRUNC, 0o644) }
    precondition(descriptor >= 0, "a test file could not be made")
    let written = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    precondition(written == text.utf8.count)
    close(descriptor)
    return place
  }

  @discardableResult func folder(_ name: String) -> FilePath {
    let place = self(name)
    precondition(place.cString { mkdir($0, 0o755) } == 0)
    return place
  }

  /// Names in the folder, sorted.
  var names: [String] { TemporaryFolder.names(in: path).sorted() }

  private static func names(in folder: FilePath) -> [String] {
    guard let stream = folder.cString({ opendir($0) }) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ folder: FilePath) {
    guard let stream = folder.cString({ opendir($0) }) else { return }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard name != Array(".".utf8), name != Array("..".utf8) else { continue }
      let place = folder.appending(name)
      if entry.pointee.d_type == UInt8(DT_DIR) { remove(place) }
      _ = place.cString { unlink($0) }
    }
    _ = folder.cString { rmdir($0) }
  }
}

extension FilePath {
  func cString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { preconditionFailure("never empty") }
      return body(base)
    }
  }
}
