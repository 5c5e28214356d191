import ExpungeCast
import ExpungeDetection
import ExpungeJudgement
import ExpungeRedaction
import ExpungeText

/// The redaction of one document in memory: planned, carried out, proved; and planned anew with labels
/// where the style's own words were found again.
struct RedactionAttempt {
  let plan: RedactionPlan
  let search: SurvivorSearch
  /// The copy's path below the output folder, or how it is called.
  let name: String
  let copy: Result<RedactedCopy, RedactedCopy.Failure>

  /// What attempts have in common.
  struct Task {
    let item: AuditRun.Item
    let options: RedactOptions
    let engine: AuditEngine
    let ordinaryWords: Set<String>

    func plan(_ words: StyleWords) -> RedactionPlan? {
      RedactionPlan(
        for: item.examined.audit, style: options.style, scope: options.scope, words: words)
    }
  }

  /// - Parameters:
  ///   - plan: the first one.
  ///   - nameCopy: gives the copy its name; asked once.
  init(
    _ task: Task, _ plan: RedactionPlan, words: StyleWords, auditor: inout DocumentAuditor,
    nameCopy: (RedactionPlan, SurvivorSearch) -> (shown: String, file: String)
  ) {
    var plan = plan
    var search = Self.search(task, plan)
    let name = nameCopy(plan, search)
    var words = words
    var copy = Self.copy(task, plan, search, name.file, &auditor)
    // What was found again loses the style's words; labels are never found.
    while case .success(let made) = copy, !made.proof.isProved,
      Self.drop(foundAgainIn: made, from: &words, task.options.style), let next = task.plan(words)
    {
      plan = next
      search = Self.search(task, plan)
      copy = Self.copy(task, plan, search, name.file, &auditor)
    }
    self.plan = plan
    self.search = search
    self.name = name.shown
    self.copy = copy
  }

  private static func search(_ task: Task, _ plan: RedactionPlan) -> SurvivorSearch {
    SurvivorSearch(
      for: plan.removed, foldings: task.engine.library.foldings, ordinaryWords: task.ordinaryWords)
  }

  private static func copy(
    _ task: Task, _ plan: RedactionPlan, _ search: SurvivorSearch, _ name: String,
    _ auditor: inout DocumentAuditor
  ) -> Result<RedactedCopy, RedactedCopy.Failure> {
    do throws(RedactedCopy.Failure) {
      return .success(
        try RedactedCopy(
          of: task.item, name: name, plan: plan, search: search, changes: task.options.changes,
          auditor: &auditor))
    } catch {
      return .failure(error)
    }
  }

  /// Takes away the words that block in a copy: those of a label, or the letters that contradict others.
  ///
  /// - Returns: whether there were any.
  private static func drop(
    foundAgainIn copy: RedactedCopy, from words: inout StyleWords, _ style: RedactionStyle
  ) -> Bool {
    guard style != .label, style != .mask else { return false }
    let before = (words.labelled, words.pseudonyms.count)
    for finding in copy.proof.blockingFindings {
      guard finding.label == .consistency else {
        words.labelled.insert(finding.label)
        continue
      }
      let letters = letters(of: finding, in: copy)
      let known = Set(words.cast.list?.entries.map(\.key.letter) ?? [])
      let count = words.pseudonyms.count
      words.pseudonyms = words.pseudonyms.filter {
        known.contains($0.value.name) || !letters.contains($0.value.name)
      }
      if words.pseudonyms.count == count { words.labelled.insert(.person) }
    }
    return before != (words.labelled, words.pseudonyms.count)
  }

  /// The letters that stand alone where a finding speaks of.
  private static func letters(of finding: Finding, in copy: RedactedCopy) -> Set<String> {
    let places = [finding.location].compactMap(\.self) + finding.related.map(\.location)
    return places.reduce(into: []) { letters, place in
      guard let part = copy.readAgain?.parts[place.part] else { return }
      let text = part.text[place.range.start..<place.range.end]
      for word in text.split(whereSeparator: { !Ascii.isLetter($0) }) where word.count <= 2 {
        letters.insert(String(decoding: word, as: UTF8.self))
      }
    }
  }
}
