import ExpungeDetection
import ExpungeText

/// Compares a file with the rules of publication: layers that must be gone, wording of a draft, links
/// that leave the publisher's site.
struct PublicationStage {
  let facts: DocumentFacts
  let policy: Policy
  let checks: [PublicationCheck]

  /// Findings of all checks that the profile asks for, to stand among the document's others.
  ///
  /// O(parts and their blocks for each check; the text of headers, footers, links and properties).
  func findings(after found: [Finding]) -> [Finding] {
    let format = facts.document.format
    var made: [Finding] = []
    var subject = found.map(\.subject).max() ?? 0
    for check in checks
    where check.formats.contains(format)
      && !policy.profile.publicationAllows.contains(check.identifier)
    {
      for remark in remarks(of: check) {
        subject += 1
        made.append(finding(of: check, remark, subject: subject))
      }
    }
    return made
  }

  /// One place that a check speaks about, or the whole file.
  private struct Remark {
    var location: Location?
    /// What was counted, as a sentence; empty where the number says nothing.
    var words = ""
  }

  private func remarks(of check: PublicationCheck) -> [Remark] {
    switch check.subject {
    case .fact(let fact, let one, let many): return counted(fact, one, many)
    case .versions(_, let one, let many): return counted(.otherVersions, one, many)
    case .properties(let names, let harmless):
      return properties(names, harmless: Set(harmless))
    case .wording(let phrases, let kinds, let wholeBlocks):
      return parts(of: kinds).compactMap { part in
        let range =
          wholeBlocks ? block(of: part, saying: phrases) : place(of: phrases, in: part)
        return range.map { Remark(location: Location(part: part, range: $0)) }
      }
    case .offSiteLinks:
      guard !policy.profile.ownSites.isEmpty else { return [] }
      return parts(of: [.link], anyVisibility: true).filter(leavesTheSite).map(whole)
    }
  }

  private func counted(_ fact: FileFact, _ one: String, _ many: String) -> [Remark] {
    guard let count = facts.document.facts[fact], count > 0 else { return [] }
    let words = one.isEmpty ? "" : "\(count) \(count == 1 ? one : many)."
    return [Remark(location: nil, words: words)]
  }

  private func finding(
    of check: PublicationCheck, _ remark: Remark, subject: Int
  ) -> Finding {
    let severity =
      policy.profile.severity(
        rule: check.identifier, classCode: check.classCode, label: check.label) ?? check.severity
    let isBlocking = policy.blocks(
      severity: severity, confidence: check.confidence, label: check.label)
    let words = remark.words.isEmpty ? check.reason : "\(remark.words) \(check.reason)"
    var evidence = [
      Evidence(code: .rule, subject: check.identifier, words: words, weight: check.confidence)
    ]
    if severity >= policy.failOn {
      evidence.append(.floor(of: policy, for: check.label, isBlocking: isBlocking))
    }
    let part = remark.location.map { facts.document.parts[$0.part].name } ?? ""
    return Finding(
      ordinal: 0,
      place: PlaceIdentifier.ofDocument(
        classCode: check.classCode, label: check.label, about: "\(check.identifier) \(part)"),
      rule: check.identifier, classCode: check.classCode, label: check.label, severity: severity,
      confidence: check.confidence, blocking: isBlocking, subject: subject, remedy: check.remedy,
      suggestion: check.suggestion, location: remark.location, evidence: evidence)
  }

  // MARK: Parts

  private func parts(of kinds: [Part.Kind], anyVisibility: Bool = false) -> [Int] {
    facts.parts.filter { number in
      let part = facts.document.parts[number]
      return kinds.contains(part.kind) && (anyVisibility || part.visibility == .shown)
    }
  }

  private func whole(_ part: Int) -> Remark {
    Remark(
      location: Location(
        part: part, range: ByteRange(0, facts.document.parts[part].text.count)))
  }

  /// Properties that say something, by what they are called after the colon.
  private func properties(_ names: [String], harmless: Set<String>) -> [Remark] {
    let wanted = Set(names.map { "document property: \($0)" })
    return facts.parts.filter { number in
      let part = facts.document.parts[number]
      guard part.kind == .property, wanted.contains(part.name) else { return false }
      let value = Self.words(of: facts.text(of: number)[...]).joined(separator: " ")
      return !value.isEmpty && !harmless.contains(value)
        && value != policy.profile.title.lowercased()
    }.map(whole)
  }

  /// What stands between white space, in small letters.
  private static func words(of text: ArraySlice<UInt8>) -> [String] {
    text.split(whereSeparator: Ascii.isSpace).map {
      String(decoding: $0, as: UTF8.self).lowercased()
    }
  }

  // MARK: Wording

  /// The first of the phrases in a part, as whole words, in bytes of the part's text.
  private func place(of phrases: [String], in part: Int) -> ByteRange? {
    let text = facts.text(of: part)
    return phrases.compactMap { phrase in
      Self.place(of: Array(phrase.utf8), in: text).map {
        facts.location(of: $0, in: part).range
      }
    }.min()
  }

  private static func place(of phrase: [UInt8], in text: [UInt8]) -> ByteRange? {
    guard !phrase.isEmpty, phrase.count <= text.count else { return nil }
    for start in 0...(text.count - phrase.count) {
      let end = start + phrase.count
      if start > 0, isWord(text[start - 1]) { continue }
      if end < text.count, isWord(text[end]) { continue }
      if zip(text[start..<end], phrase).allSatisfy({ small($0) == $1 }) {
        return ByteRange(start, end)
      }
    }
    return nil
  }

  /// The first block that says one of the phrases and nothing else.
  private func block(of part: Int, saying phrases: [String]) -> ByteRange? {
    let longest = (phrases.map(\.utf8.count).max() ?? 0) + 16
    let wanted = phrases.map { Array($0.utf8) }
    let text = facts.document.parts[part].text
    return facts.document.parts[part].blocks.lazy.map(\.range).first { range in
      guard range.count <= longest else { return false }
      let said = Self.core(of: text[range.start..<range.end])
      return wanted.contains {
        $0.count == said.count && zip(said, $0).allSatisfy { Self.small($0) == $1 }
      }
    }
  }

  /// A block without the marks and numbers around its words.
  private static func core(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.firstIndex(where: Ascii.isLetter),
      let last = text.lastIndex(where: Ascii.isLetter)
    else { return [] }
    return text[first...last]
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    Ascii.isLetter(byte) || Ascii.isDigit(byte) || byte >= 0x80
  }

  private static func small(_ byte: UInt8) -> UInt8 { Ascii.isUpper(byte) ? byte | 0x20 : byte }

  // MARK: Links

  /// Whether a link leads to a host that is not the publisher's; one without a host leads nowhere else.
  private func leavesTheSite(_ part: Int) -> Bool {
    guard let host = Self.host(of: facts.text(of: part)) else { return false }
    return !policy.profile.ownSites.contains { host == $0 || host.hasSuffix(".\($0)") }
  }

  /// The host of a web address, in small letters.
  private static func host(of text: [UInt8]) -> String? {
    let address = String(decoding: text, as: UTF8.self).lowercased()
    guard
      let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) })
    else { return nil }
    let authority = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let host = authority.split(separator: "@").last?.prefix { $0 != ":" }
    return host.flatMap { $0.isEmpty ? nil : String($0) }
  }
}
