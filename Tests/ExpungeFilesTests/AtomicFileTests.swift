import ExpungeFiles
import Glibc
import Testing

@Suite(.serialized) struct AtomicFileTests {
  private let folder = TemporaryFolder()

  private func reason(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func appearsWholeUnderItsName() throws {
    let target = folder("copy.txt")
    let file = try AtomicFile.create(target, name: "copy.txt")
    try file.write(Array("Mrs X ".utf8))
    #expect(folder.names.allSatisfy { $0.hasPrefix(".expunge-") && $0.hasSuffix(".part") })
    try file.write(Array("complained.".utf8))
    try file.publish()
    #expect(folder.names == ["copy.txt"])
    #expect(try FileBytes.read(target, name: "x", limit: 100) == Array("Mrs X complained.".utf8))
    var status = stat()
    #expect(target.cString { stat($0, &status) } == 0)
    #expect(status.st_mode & 0o777 == 0o600)
  }

  @Test func replacesNothing() throws {
    let target = folder.file("copy.txt", "old")
    #expect(
      reason { () throws(FileError) in _ = try AtomicFile.create(target, name: "c") }
        == .alreadyExists)

    let late = folder("late.txt")
    let file = try AtomicFile.create(late, name: "late.txt")
    try file.write(Array("new".utf8))
    folder.file("late.txt", "old")
    do throws(FileError) {
      try file.publish()
      Issue.record("a file was replaced")
    } catch {
      #expect(error.reason == .alreadyExists)
    }
    #expect(folder.names == ["copy.txt", "late.txt"])
    #expect(try FileBytes.read(late, name: "x", limit: 100) == Array("old".utf8))
  }

  @Test func leavesNothingWhenDroppedOrWithdrawn() throws {
    do {
      let dropped = try AtomicFile.create(folder("a.txt"), name: "a")
      try dropped.write(Array("half".utf8))
    }
    let withdrawn = try AtomicFile.create(folder("b.txt"), name: "b")
    withdrawn.withdraw()
    #expect(folder.names.isEmpty)
  }

  @Test func saysThatThereIsNoFolder() {
    let target = folder("none/copy.txt")
    #expect(
      reason { () throws(FileError) in _ = try AtomicFile.create(target, name: "c") } == .notFound)
  }

  /// Needs the right to mount a small disk.
  @Test func aFullDiskLeavesNothingHalfWritten() throws {
    let disk = folder.folder("disk")
    guard disk.cString({ mount("tmpfs", $0, "tmpfs", 0, "size=16k") }) == 0 else { return }
    defer { _ = disk.cString { umount($0) } }
    do {
      let file = try AtomicFile.create(disk.appending("copy.txt".utf8), name: "copy.txt")
      let big = [UInt8](repeating: 0x61, count: 1 << 16)
      #expect(reason { () throws(FileError) in try file.write(big) } == .diskFull)
    }
    #expect(FileWalk.entries(of: [disk]).allSatisfy { $0.outcome != .document })
  }

  /// A process that is told to stop while it writes removes what it has written so far.
  @Test(arguments: [(SIGTERM, Int32(143)), (SIGINT, Int32(130))])
  func aKillHalfWayLeavesNothing(signal: Int32, status expected: Int32) throws {
    let file = try AtomicFile.create(folder("copy.txt"), name: "copy.txt")
    try file.write(Array("half".utf8))
    #expect(folder.names.count == 1)
    // The child inherits the table of live temporaries and does nothing but install and wait.
    typealias Fork = @convention(c) () -> pid_t
    let symbol = try #require(dlsym(nil, "fork"))
    let child = unsafeBitCast(symbol, to: Fork.self)()
    if child == 0 {
      // The threads that run tests hold signals back.
      var none = sigset_t()
      sigemptyset(&none)
      sigprocmask(SIG_SETMASK, &none, nil)
      // What other tests have made is not this child's to remove.
      ProvisionalFiles.keep()
      guard (try? ProcessSignals.install()) != nil else { _exit(1) }
      kill(getpid(), signal)
      _exit(2)
    }
    var status: Int32 = 0
    #expect(waitpid(child, &status, 0) == child)
    #expect(status >> 8 & 0xFF == expected)
    #expect(folder.names.isEmpty)
    file.withdraw()
  }
}

@Suite struct StandardOutputTests {
  @Test func aClosedPipeIsSilent() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    var output = StandardOutput(descriptor: ends[1])
    try output.write(String(repeating: "finding\n", count: 100_000))
    try output.flush()
    #expect(output.outcome == .closedPipe)
    try output.write("more")
    try output.flush()
    close(ends[1])
  }

  @Test func aFullDiskIsNot() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    var output = StandardOutput(descriptor: full, name: "the report")
    try output.write("finding\n")
    do throws(FileError) {
      try output.flush()
      Issue.record("a full disk went unnoticed")
    } catch {
      #expect(
        error.description
          == "the report cannot be written: the disk is full; free some space and run again")
    }
  }

  @Test func writesInOrder() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    var output = StandardOutput(descriptor: ends[1])
    for number in 0..<1000 { try output.write("\(number) ") }
    try output.flush()
    #expect(output.outcome == .complete)
    close(ends[1])
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = bytes.withUnsafeMutableBytes { read(ends[0], $0.baseAddress, $0.count) }
    close(ends[0])
    #expect(
      String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        == (0..<1000).map { "\($0) " }.joined())
  }
}
