import ArgumentParser
import ExpungeJudgement
import ExpungeWorkflows

/// The option of commands that hunt the names of a case's real people.
struct CaseListArguments: ParsableArguments {
  @Option(
    help: """
      Names of the real people, one person a line or CSV, from a file or /dev/fd/N: hunted in every \
      form, held in locked memory, never written.
      """, completion: .file())
  var caseList: String?

  /// Reads the list and says on standard error how unusual rows were treated.
  func read() throws -> CaseList? {
    guard let caseList else { return nil }
    let list = try CaseLists.read(caseList)
    for remark in list.remarks {
      Diagnostics.print(
        remark.row > 0
          ? "case list, row \(remark.row): \(remark.words)" : "case list: \(remark.words)")
    }
    return list
  }
}
