import ExpungeReporting
import Testing

@Suite("progress")
struct ProgressTests {
  private final class Clock {
    var now: UInt64 = 1_000_000_000
    func read() -> UInt64 { now }
    func pass(milliseconds: UInt64) { now += milliseconds * 1_000_000 }
  }

  @Test("says how far it is, ten times a second at most, and is erased")
  func draws() {
    let clock = Clock()
    let collector = Collector()
    var progress = Progress(
      enabled: true, total: 5_000, clock: clock.read, sink: collector.take)
    progress.advance(files: 4, bytes: 1)
    #expect(collector.writes == 0)
    clock.pass(milliseconds: 4_000)
    progress.advance(files: 1_200, bytes: 1_248_000_000)
    #expect(collector.string == "\r1,204 of 5,000 files, 312 MB/s, 13 s left")
    for _ in 0..<1_000 {
      clock.pass(milliseconds: 1)
      progress.advance(files: 1, bytes: 1_000)
    }
    #expect(collector.writes <= 11)
    progress.erase()
    let screen = Self.screen(collector.string)
    #expect(screen.allSatisfy { $0 == " " })
    let writes = collector.writes
    progress.erase()
    #expect(collector.writes == writes)
  }

  @Test("an unknown number of files")
  func unknownTotal() {
    let clock = Clock()
    let collector = Collector()
    var progress = Progress(enabled: true, total: nil, clock: clock.read, sink: collector.take)
    clock.pass(milliseconds: 2_000)
    progress.advance(files: 1, bytes: 3_000_000)
    #expect(collector.string == "\r1 file, 1.5 MB/s")
  }

  @Test("never wider than the terminal")
  func narrow() {
    let clock = Clock()
    let collector = Collector()
    var progress = Progress(
      enabled: true, total: 9, width: 10, clock: clock.read, sink: collector.take)
    clock.pass(milliseconds: 2_000)
    progress.advance(files: 3, bytes: 1)
    #expect(collector.string == "\r3 of 9 fi")
  }

  @Test("nothing when it is not wanted")
  func disabled() {
    let clock = Clock()
    let collector = Collector()
    var progress = Progress(enabled: false, total: 9, clock: clock.read, sink: collector.take)
    clock.pass(milliseconds: 9_000)
    progress.advance(files: 9, bytes: 9)
    progress.erase()
    #expect(collector.writes == 0)
  }

  /// What a terminal shows after these bytes.
  private static func screen(_ written: String) -> [Character] {
    var cells: [Character] = []
    var column = 0
    for character in written {
      if character == "\r" {
        column = 0
      } else {
        if column < cells.count { cells[column] = character } else { cells.append(character) }
        column += 1
      }
    }
    return cells
  }
}
