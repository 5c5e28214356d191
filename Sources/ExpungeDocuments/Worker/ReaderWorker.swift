import CProcess
package import ExpungeFiles
package import ExpungeText
import Glibc

/// Our side of `expunge-reader`, the process that alone parses untrusted formats.
///
/// One worker serves many files and belongs to one thread. Whatever it does wrong (it crashes, hangs,
/// takes too much memory, answers garbage) costs the file in hand; the next one gets a new process.
package final class ReaderWorker {
  /// Why a file could not be read by the worker; the worker is gone by then.
  enum Failure: Error, Hashable {
    case cannotStart
    case stopped
    case seconds
    case memory
    case garbage

    var unread: Unread {
      switch self {
      case .cannotStart:
        Unread(
          reason: "the reader of documents could not be started; "
            + "install expunge-reader beside expunge")
      case .stopped, .garbage:
        Unread(reason: "the reader stopped; convert the file to text and examine that")
      case .seconds:
        Unread(
          reason: "the reader took too long; raise the limit or convert the file to text",
          limit: "reader-seconds")
      case .memory:
        Unread(
          reason: "the reader took too much memory; raise the limit or convert the file to text",
          limit: "reader-bytes")
      }
    }
  }

  /// The executable and its arguments; others than the real reader only in tests.
  package struct Command: Hashable, Sendable {
    package let executable: FilePath
    package let arguments: [String]

    package init(executable: FilePath, arguments: [String] = []) {
      self.executable = executable
      self.arguments = arguments
    }

    /// `expunge-reader` in the folder of the running program; nil if that folder cannot be told.
    package static let besideThisProgram: Command? = {
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        guard let base = bytes.baseAddress else { return -1 }
        return readlink("/proc/self/exe", base, bytes.count)
      }
      guard count > 0, count < buffer.count else { return nil }
      let program = FilePath(bytes: buffer[..<count])
      return Command(executable: program.folder.appending("expunge-reader".utf8))
    }()
  }

  private struct Running {
    let process: pid_t
    let socket: Int32
  }

  private let command: Command?
  private let limits: Limits
  private var running: Running?
  /// Whether the kernel filters the running worker's system calls; nil before the first start.
  package private(set) var filtersSystemCalls: Bool?

  /// The libraries of the running worker, with their versions.
  private(set) var unpackers: [String] = []

  package init(_ command: Command?, limits: Limits) {
    self.command = command
    self.limits = limits
  }

  deinit { stop() }

  /// What the reader makes of a file; a page must be valid UTF-8 without NUL.
  ///
  /// - Parameter changes: for a rewriting alone.
  func run(
    _ task: ReaderTask, on file: [UInt8], changes: [EntryChange] = []
  ) throws(Failure) -> ReadParts {
    let message = changes.isEmpty ? [] : EntryChange.encode(changes)
    let request = ReaderRequest(
      task: task, fileBytes: file.count, changeBytes: message.count,
      limits: ReaderLimits(limits, fileBytes: file.count, isPacked: task != .page))
    do throws(Failure) {
      let worker = try hand(over: request, message.isEmpty ? file : file + message)
      let answer = try answer(of: worker, to: request)
      do throws(PartsMessage.Garbage) {
        return try PartsMessage.decode(answer, file: file, limits: request.limits)
      } catch {
        throw .garbage
      }
    } catch {
      stop()
      throw error
    }
  }

  /// Hands the request to a living worker; one that died in idleness is replaced once.
  private func hand(over request: ReaderRequest, _ page: [UInt8]) throws(Failure) -> Running {
    let sealed = page.withUnsafeBytes { expunge_sealed_file($0.baseAddress, $0.count) }
    guard sealed >= 0 else { throw .memory }
    defer { close(sealed) }
    retireIfSpent()
    for isLastTry in [running == nil, true] {
      let worker: Running
      if let running { worker = running } else { worker = try start() }
      let sent = request.encoded.withUnsafeBytes {
        expunge_send_descriptor(worker.socket, $0.baseAddress, $0.count, sealed)
      }
      if sent == 0 { return worker }
      let failure = ended()
      if isLastTry { throw failure }
    }
    throw .stopped
  }

  // MARK: Starting and stopping

  /// Seconds of processor time after which the kernel ends a worker, however many files it served.
  private var lifetime: Int { max(limits.readerSeconds, 1) * 30 }

  private func start() throws(Failure) -> Running {
    guard let command else { throw .cannotStart }
    var sockets: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &sockets) == 0
    else { throw .cannotStart }
    var process: pid_t = 0
    let words =
      [command.executable.text] + command.arguments
      + ["\(lifetime)", "\(limits.readerBytes)"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    let path = command.executable.bytes.map { CChar(bitPattern: $0) } + [0]
    let failed = expunge_reader_start(path, arguments, sockets[1], &process)
    close(sockets[1])
    guard failed == 0 else {
      close(sockets[0])
      throw .cannotStart
    }
    let worker = Running(process: process, socket: sockets[0])
    running = worker
    let greeting = try receive(PartsMessage.greetingSize, from: worker, starting: true)
    guard greeting.starts(with: PartsMessage.greeting) else { throw .cannotStart }
    let said = greeting.dropFirst(PartsMessage.greeting.count)
    filtersSystemCalls = said.first.map { $0 & systemCallsFlag != 0 }
    unpackers = PartsMessage.unpackers(Array(said.dropFirst()))
    return worker
  }

  /// Ends a worker between files rather than let its total of processor time end it within one.
  private func retireIfSpent() {
    guard let running else { return }
    let used = expunge_process_time(running.process)
    if used > Int64(lifetime - 2 * max(limits.readerSeconds, 1)) * 1_000_000_000 { stop() }
  }

  /// Ends the worker, if there is one, and tells how it had ended by itself.
  @discardableResult private func stop() -> Failure {
    guard let worker = running else { return .stopped }
    running = nil
    close(worker.socket)
    kill(worker.process, SIGKILL)
    var status: Int32 = 0
    while waitpid(worker.process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    if signal == SIGXCPU { return .seconds }
    if signal == 0, status >> 8 & 0xFF == ReaderExit.outOfMemory { return .memory }
    return .stopped
  }

  /// As `stop`, for a worker that closed its end: it is given a moment to end by itself.
  private func ended() -> Failure {
    guard let worker = running else { return .stopped }
    var status: Int32 = 0
    for _ in 0..<100 {
      let found = waitpid(worker.process, &status, WNOHANG)
      if found == worker.process {
        running = nil
        close(worker.socket)
        if status & 0x7F == SIGXCPU { return .seconds }
        if status & 0x7F == 0, status >> 8 & 0xFF == ReaderExit.outOfMemory { return .memory }
        return .stopped
      }
      usleep(1000)
    }
    return stop()
  }

  // MARK: Receiving

  private func answer(of worker: Running, to request: ReaderRequest) throws(Failure) -> [UInt8] {
    let used = expunge_process_time(worker.process)
    let header = try receive(PartsMessage.frameHeaderSize, from: worker, since: used)
    let size = header.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let unpacked = request.task == .page ? 0 : request.limits.packageBytes
    let most = UInt64(1 << 20) + 4 * UInt64(request.limits.textBytes + unpacked)
    guard size <= min(most, UInt64(limits.readerBytes)) else { throw .garbage }
    return try receive(Int(size), from: worker, since: used)
  }

  /// Reads exactly so many bytes, watching the worker's processor time and the clock on the wall.
  private func receive(
    _ count: Int, from worker: Running, since used: Int64 = 0, starting: Bool = false
  ) throws(Failure) -> [UInt8] {
    let started = now()
    // A worker that sleeps uses no processor time; three times as long is a hang.
    let patience = Int64(max(limits.readerSeconds, 1)) * 3_000_000_000
    var bytes: [UInt8] = []
    while bytes.count < count {
      var poll = pollfd(fd: worker.socket, events: Int16(POLLIN), revents: 0)
      let ready = Glibc.poll(&poll, 1, 50)
      if ready < 0, errno != EINTR { throw .stopped }
      if ready > 0 {
        let room = min(count - bytes.count, 1 << 20)
        let piece = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
          filled = max(0, Glibc.read(worker.socket, buffer.baseAddress, room))
        }
        guard !piece.isEmpty else {
          let failure = ended()
          throw starting ? .cannotStart : failure
        }
        bytes += piece
        continue
      }
      let spent = expunge_process_time(worker.process) - used
      if spent > Int64(limits.readerSeconds) * 1_000_000_000 || now() - started > patience {
        throw starting ? .cannotStart : .seconds
      }
    }
    return bytes
  }

  /// Nanoseconds of the steady clock: for patience only, never for results.
  private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

/// How the reader's process ends when it ends by itself.
package enum ReaderExit {
  package static let usage: Int32 = 64
  package static let outOfMemory: Int32 = 71
  package static let notConfined: Int32 = 77
}

private let systemCallsFlag = UInt8(EXPUNGE_CONFINED_SYSTEM_CALLS)
