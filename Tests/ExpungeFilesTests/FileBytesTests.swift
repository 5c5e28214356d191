import ExpungeFiles
import Glibc
import Testing

@Suite struct FileBytesTests {
  private let folder = TemporaryFolder()

  private func reason(_ path: FilePath, limit: Int = 1 << 20) -> FileError.Reason? {
    do throws(FileError) {
      _ = try FileBytes.read(path, name: "draft", limit: limit)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func readsAFileWhole() throws {
    let text = String(repeating: "Mrs X complained. ", count: 20_000)
    #expect(
      try FileBytes.read(folder.file("a.txt", text), name: "a", limit: 1 << 20) == Array(text.utf8))
    #expect(try FileBytes.read(folder.file("empty.txt", ""), name: "a", limit: 10) == [])
  }

  @Test func saysWhatWhereAndWhatToDo() {
    do throws(FileError) {
      _ = try FileBytes.read(folder("none.txt"), name: "drafts/none.txt", limit: 10)
      Issue.record("a missing file was read")
    } catch {
      #expect(
        error.description
          == "drafts/none.txt cannot be read: there is no such file; check the spelling of the path"
      )
    }
  }

  @Test func refusesFoldersAndFilesOverTheLimit() {
    #expect(reason(folder.path) == .isFolder)
    let file = folder.file("a.txt", "12345")
    #expect(reason(file, limit: 4) == .overLimit(4))
    #expect(reason(file, limit: 5) == nil)
  }

  @Test(.disabled(if: geteuid() == 0, "root may read everything"))
  func saysWhenPermissionIsDenied() {
    let file = folder.file("secret.txt")
    #expect(file.cString { chmod($0, 0) } == 0)
    #expect(reason(file) == .permissionDenied)
  }

  /// Files of /proc claim a size of 0 and hold more: as if they had grown.
  @Test func noticesThatAFileIsNotWhatItWas() {
    #expect(reason(FilePath("/proc/self/status")) == .changedWhileRead)
  }

  @Test func readsANamedPipeToItsEnd() async throws {
    let pipe = folder("pipe")
    #expect(pipe.cString { mkfifo($0, 0o600) } == 0)
    let text = String(repeating: "x", count: 300_000)
    async let written: Void = Task.detached {
      let descriptor = pipe.cString { open($0, O_WRONLY) }
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { break }
        rest = rest.dropFirst(count)
      }
      close(descriptor)
    }.value
    let read = try FileBytes.read(pipe, name: "pipe", limit: 1 << 20)
    await written
    #expect(read.count == 300_000)
  }
}
