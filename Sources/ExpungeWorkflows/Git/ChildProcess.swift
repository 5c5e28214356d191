import CProcess
import Glibc

/// A program that runs beside ours, its output in our hands and its input, too, where it is asked things.
///
/// Started and waited for by the system's own calls: they answer at once, where Foundation's look every
/// twentieth of a second.
struct ChildProcess: ~Copyable {
  private let identifier: pid_t
  private let output: Int32
  private let input: Int32

  /// - Parameters:
  ///   - arguments: the program, looked for in PATH, and what it is given.
  ///   - environment: all of it.
  ///   - folder: where it runs.
  ///   - isAsked: whether it has an input; it is empty otherwise.
  /// - Returns: nil when it cannot be started.
  init?(_ arguments: [String], environment: [String: String], folder: String, isAsked: Bool) {
    var answers: [Int32] = [-1, -1]
    var questions: [Int32] = [-1, -1]
    // No program that we start inherits them: all but its first three descriptors are closed there.
    guard pipe(&answers) == 0 else { return nil }
    guard !isAsked || pipe(&questions) == 0 else {
      for end in answers { _ = close(end) }
      return nil
    }
    var process = pid_t()
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    let failed = Self.withPointers(to: arguments) { arguments in
      Self.withPointers(to: variables) { environment in
        expunge_program_start(
          arguments[0], arguments, environment, folder, questions[0], answers[1], &process)
      }
    }
    _ = close(answers[1])
    if isAsked { _ = close(questions[0]) }
    guard failed == 0 else {
      _ = close(answers[0])
      if isAsked { _ = close(questions[1]) }
      return nil
    }
    identifier = process
    output = answers[0]
    input = questions[1]
  }

  /// At the end of its input it ends by itself.
  deinit {
    if input >= 0 { _ = close(input) }
    _ = close(output)
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
  }

  /// Everything that it prints, and its exit code: 128 and the signal's number where one ended it, -1
  /// where its output could not be read to the end.
  consuming func finish() -> (code: Int32, output: [UInt8]) {
    var bytes: [UInt8] = []
    var isWhole = false
    while let more = read() {
      isWhole = more.isEmpty
      if isWhole { break }
      bytes += more
    }
    var status: Int32 = 0
    while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let code = signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    // It has been waited for: only our ends of the pipes are left.
    if input >= 0 { _ = close(input) }
    _ = close(output)
    discard self
    return (isWhole ? code : -1, bytes)
  }

  /// What it printed since the last time, when there is something; empty at the end, nil when that fails.
  func read() -> [UInt8]? {
    while true {
      var failed = false
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        let got = Glibc.read(output, buffer.baseAddress, buffer.count)
        failed = got < 0
        count = max(0, got)
      }
      if !failed { return bytes }
      guard errno == EINTR else { return nil }
    }
  }

  /// Asks it something; false when it is not there any more.
  func write(_ bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count {
      let written = bytes[position...].withUnsafeBytes {
        Glibc.write(input, $0.baseAddress, $0.count)
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return false }
      position += written
    }
    return true
  }

  /// Texts as C has them: the list ends with a null pointer.
  private static func withPointers<Result>(
    to texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer {
      for pointer in pointers { free(pointer) }
    }
    return body(pointers)
  }
}
