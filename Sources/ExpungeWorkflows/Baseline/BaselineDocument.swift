import ExpungeJudgement
import ExpungeText

/// What a baseline calls a document: the path below the baseline's folder, without what leaks.
struct BaselineDocument {
  /// The baseline's own; absolute.
  let folder: String
  /// Where the documents' paths begin; absolute.
  let root: String

  /// The same for every run, so that it can be compared: what leaks becomes a constant word.
  func name(of audit: DocumentAudit) -> String {
    let shown = audit.path.split(separator: "/", omittingEmptySubsequences: false)
    let fileNameLeaks = audit.findings.contains { finding in
      finding.location.map { audit.document?.parts[$0.part].kind == .fileName } ?? false
    }
    let pieces = shown.enumerated().map { index, piece in
      let isFile = index == shown.count - 1
      guard audit.leakingPieces.contains(index) || isFile && fileNameLeaks else {
        return String(piece)
      }
      return "[masked]" + (isFile ? Self.ending(of: piece) : "")
    }
    let path = pieces.joined(separator: "/")
    return PathText.relative(PathText.joined(root, path), to: folder) ?? path
  }

  private static func ending(of name: Substring) -> String {
    guard let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 6 else {
      return ""
    }
    return String(name[dot...])
  }
}
