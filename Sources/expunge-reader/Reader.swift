import CProcess
import ExpungeDocuments
import ExpungeParsers
import Glibc

/// The worker that alone parses untrusted formats: descriptor in, parts out, until its caller closes.
///
/// Started by `expunge` with a socket as its standard input and nothing else open. It gives up its
/// rights before it reads the first byte of a document.
@main
struct Reader {
  static func main() {
    guard expunge_process_harden() == 0 else { exit(ReaderExit.notConfined) }
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let seconds = UInt64(arguments[1]),
      let memory = UInt64(arguments[2])
    else {
      let words = "expunge-reader is started by expunge to read documents; run expunge instead\n"
      _ = words.withCString { write(STDERR_FILENO, $0, strlen($0)) }
      exit(ReaderExit.usage)
    }
    let inForce = expunge_confine_reader(seconds, memory)
    guard inForce > 0 else { exit(ReaderExit.notConfined) }
    send(PartsMessage.greeting + [UInt8(inForce)] + Unpackers.versions)
    while let (request, page) = receive() {
      serve(request, page)
      close(page)
    }
  }

  private static let socket = STDIN_FILENO

  /// The next request and the page beside it; nil when the caller has closed its end.
  private static func receive() -> (ReaderRequest, Int32)? {
    var bytes = [UInt8](repeating: 0, count: ReaderRequest.size)
    var page: Int32 = -1
    let received = bytes.withUnsafeMutableBytes {
      expunge_receive_descriptor(socket, $0.baseAddress, $0.count, &page)
    }
    guard received == 1, let request = ReaderRequest(bytes) else { return nil }
    return (request, page)
  }

  private static func serve(_ request: ReaderRequest, _ file: Int32) {
    let size = request.fileBytes + request.changeBytes
    guard size > 0 else {
      answer(FileReader.perform(request, on: UnsafeBufferPointer(start: nil, count: 0)))
      return
    }
    guard let mapped = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED else {
      exit(ReaderExit.outOfMemory)
    }
    let bytes = UnsafeBufferPointer(
      start: UnsafePointer(mapped.assumingMemoryBound(to: UInt8.self)), count: size)
    answer(FileReader.perform(request, on: bytes))
    munmap(mapped, size)
  }

  private static func answer(_ reading: ReadParts) {
    let message = PartsMessage.encode(reading)
    let size = UInt64(message.count)
    send((0..<8).map { UInt8(truncatingIfNeeded: size >> ($0 * 8)) })
    send(message)
  }

  private static func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = write(socket, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        // The caller has gone; nobody waits for the answer.
        guard written > 0 else { exit(0) }
        rest = rest.dropFirst(written)
      }
    }
  }
}
