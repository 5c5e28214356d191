import ExpungeFiles
import ExpungeJudgement
import ExpungeRedaction

/// Names for copies below an output folder, without anything that was removed.
struct CopyNames {
  private var names = OutputNames()
  private let arguments: [String]

  init(arguments: [String]) { self.arguments = arguments }

  /// A name for something that is no copy.
  mutating func claim(_ name: String) -> String { names.claim(name) }

  mutating func claim(
    for item: AuditRun.Item, plan: RedactionPlan, search: SurvivorSearch
  ) -> String {
    names.claim(name(for: item, plan: plan, search: search))
  }

  /// Below a folder that was named the path stays; a folder whose name leaks or holds what was removed
  /// is left out of it, and no name leads out of the output folder.
  private func name(
    for item: AuditRun.Item, plan: RedactionPlan, search: SurvivorSearch
  ) -> String {
    if item.path.isStandardInput { return "standard-input.txt" }
    let own = String(decoding: item.path.lastComponent, as: UTF8.self)
    let name = plan.fileName.map { String(decoding: $0, as: UTF8.self) } ?? own
    let root = arguments.filter { item.path.text.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
      .max { $0.count < $1.count }
    guard let root else { return name }
    let pieces = item.path.text.split(separator: "/", omittingEmptySubsequences: false)
    let first = root.count { $0 == "/" } + (root.hasSuffix("/") ? 0 : 1)
    let folders = pieces.indices.dropLast().dropFirst(first).filter { index in
      !["", ".", ".."].contains(pieces[index])
        && !item.examined.audit.leakingPieces.contains(index)
        && search.search(fileName: Array(pieces[index].utf8)).survivorCount == 0
    }
    return (folders.map { String(pieces[$0]) } + [name]).joined(separator: "/")
  }
}
