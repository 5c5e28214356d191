import Glibc

/// How far a long run has come, on one line of the terminal that is erased at its end.
///
/// Nothing is drawn in the first half second, and nothing ever when it is not enabled. It moves with
/// carriage returns and spaces alone, which any terminal understands.
package struct Progress {
  private static let second: UInt64 = 1_000_000_000
  private let isEnabled: Bool
  private let total: Int?
  private let width: Int
  private let clock: () -> UInt64
  private let sink: ([UInt8]) -> Void
  private let started: UInt64
  private var lastDrawn: UInt64 = 0
  private var shownCells = 0
  private var files = 0
  private var bytes = 0

  /// - Parameters:
  ///   - enabled: whether standard error is a terminal and progress is wanted.
  ///   - total: files to come, where known.
  ///   - width: cells of the terminal.
  ///   - clock: nanoseconds since any fixed moment, never going back.
  ///   - sink: takes what is drawn; a line that cannot be drawn is no reason to stop.
  package init(
    enabled: Bool, total: Int?, width: Int = 80,
    clock: @escaping () -> UInt64 = Self.monotonicClock,
    sink: @escaping ([UInt8]) -> Void
  ) {
    isEnabled = enabled
    self.total = total
    self.width = width
    self.clock = clock
    self.sink = sink
    started = enabled ? clock() : 0
  }

  /// Counts what was done since the last call, and draws at most ten times a second.
  package mutating func advance(files: Int, bytes: Int) {
    guard isEnabled else { return }
    self.files += files
    self.bytes += bytes
    let now = clock()
    let elapsed = now &- started
    guard elapsed >= Self.second / 2, now &- lastDrawn >= Self.second / 10 else { return }
    lastDrawn = now
    draw(words(elapsed: elapsed))
  }

  /// Makes room for other output on the same terminal, and for the shell's prompt at the end.
  package mutating func erase() {
    guard isEnabled, shownCells > 0 else { return }
    draw("")
    sink([0x0D])
  }

  /// "1,204 of 5,000 files, 312 MB/s, 12 s left".
  private func words(elapsed: UInt64) -> String {
    var words =
      total.map { "\(Wording.grouped(files)) of \(Wording.count($0, "file"))" }
      ?? Wording.count(files, "file")
    let milliseconds = Int(elapsed / 1_000_000)
    guard milliseconds > 0 else { return words }
    let tenths = bytes / 100 / milliseconds
    words +=
      tenths >= 100
      ? ", \(Wording.grouped(tenths / 10)) MB/s" : ", \(tenths / 10).\(tenths % 10) MB/s"
    if let total, files > 0, files < total, milliseconds >= 1000 {
      let left = (milliseconds * (total - files) / files + 999) / 1000
      words += left < 120 ? ", \(left) s left" : ", \((left + 59) / 60) min left"
    }
    return words
  }

  private mutating func draw(_ words: String) {
    let shown = String(words.prefix(max(0, width - 1)))
    let cells = shown.utf8.count
    let erased = String(repeating: " ", count: max(0, shownCells - cells))
    sink(Array("\r\(shown)\(erased)".utf8))
    shownCells = cells
  }

  /// The time since the machine started, in nanoseconds.
  package static func monotonicClock() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * second + UInt64(time.tv_nsec)
  }
}
