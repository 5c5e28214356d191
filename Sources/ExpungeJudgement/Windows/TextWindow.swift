import ExpungeText

/// A stretch of a part that is judged by itself: no hit reaches into it or out of it.
///
/// A document is judged window by window, so that memory does not grow with what is found in it; what
/// is found does not depend on where the windows lie. Most documents are one window.
struct TextWindow {
  /// Index into the document's parts.
  let part: Int
  /// Bytes of the part's reading. A part's windows follow on from one another and hold all of it.
  let range: ByteRange
  /// Positions, among the part's blocks, of those that it holds whole.
  let blocks: Range<Int>
  /// Whether rules can be asked again and say the same: not where one of them gave up.
  let isRepeatable: Bool
}
