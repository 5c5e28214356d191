import ExpungeDetection
import ExpungeText

/// The windows of a document between the two looks at them.
///
/// The first ones are kept as they were judged, which is all of them in most documents; of the others
/// so much is kept as the whole document turns on, and they are judged again.
struct Drafts {
  struct Draft {
    let window: TextWindow
    /// Ranges of the candidates that stand, by place.
    let standing: [PackedRange]
    /// Guards that may cross blocks, which come with the rules' hits.
    let crossing: [PackedGuard]
  }

  /// Candidates and guards that are kept: some megabytes.
  private static let mostKept = 8_000

  private(set) var all: [Draft] = []
  /// By number of the window.
  var kept: [Int: JudgedWindow] = [:]
  private var keptCount = 0
  /// Of the part that is judged again.
  private var readers: (part: Int, spans: [SpanReader])?

  /// - Parameter keeping: whether the window has to be kept, however much there is.
  mutating func add(_ judged: JudgedWindow, keeping: Bool) {
    let count = judged.standing.count + judged.guards.entries.count / 4
    let isKept = keeping || keptCount + count <= Self.mostKept
    all.append(
      Draft(
        window: judged.window, standing: judged.standing.map { PackedRange($0.range) },
        crossing: isKept ? [] : judged.guards.crossing))
    guard isKept else { return }
    keptCount += count
    kept[all.count - 1] = judged
  }

  /// A window that needs no second look.
  mutating func addSettled(_ window: TextWindow) {
    all.append(Draft(window: window, standing: [], crossing: []))
  }

  /// The number of the window that holds a block of a part. O(log windows).
  func number(ofBlock block: Int, of part: Int) -> Int {
    all.partitioningIndex {
      $0.window.part > part || $0.window.part == part && $0.window.blocks.upperBound > block
    }
  }

  mutating func spans(of part: Int, _ made: () -> [SpanReader]) -> [SpanReader] {
    defer { readers = nil }
    if let readers, readers.part == part { return readers.spans }
    return made()
  }

  mutating func put(_ spans: [SpanReader], of part: Int) { readers = (part, spans) }
}

/// A guard's hit in few bytes.
struct PackedGuard {
  let rule: Int32
  let range: PackedRange
}
