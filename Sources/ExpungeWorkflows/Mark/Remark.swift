import ExpungeJudgement
import ExpungeReporting
import ExpungeText

/// A remark of a marked copy, and the bytes it stands at.
struct Remark {
  /// Bytes of the file, or of the contents of a packed one; nil where no mark can stand.
  let pieces: [ByteRange]?
  let lines: [String]

  /// What every marked copy begins with.
  static let warning = Remark(
    pieces: nil,
    lines: [
      "Confidential: a draft marked by Expunge. Not for publication.",
      "The remarks say what leaks and what to write instead; this copy holds everything that leaks.",
    ])

  /// - Parameter marks: whether marks can stand in a part.
  init(_ remark: FindingRemark, in document: Document, marks: (Part) -> Bool) {
    lines = remark.lines
    guard let location = remark.location, marks(document.parts[location.part]) else {
      pieces = nil
      return
    }
    let found = document.parts[location.part].source.pieces(of: location.range)
      .filter { !$0.isEmpty }
    pieces = found.isEmpty ? nil : found
  }

  private init(pieces: [ByteRange]?, lines: [String]) {
    self.pieces = pieces
    self.lines = lines
  }
}
