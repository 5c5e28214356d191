import ExpungeDetection
import ExpungeText

extension Hit {
  /// The match and its core, which a lookahead may have captured behind it; bytes of the reading.
  var extent: ByteRange {
    ByteRange(min(start, matchStart), max(end, matchEnd))
  }
}
