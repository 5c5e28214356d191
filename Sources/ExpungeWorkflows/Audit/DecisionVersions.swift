import ExpungeDetection
import ExpungeFiles
import ExpungeText

/// Files of one folder that are called as versions of one decision are: "24 001 draft.docx" beside
/// "24 001 final v2.docx". Only one of them is meant to be published.
struct DecisionVersions {
  /// Words of a file's name that tell versions apart, in small letters.
  private let words: Set<String>

  /// - Parameter checks: nil is made where none of them asks for versions.
  init?(for checks: [PublicationCheck]) {
    let words = checks.flatMap { check -> [String] in
      if case .versions(let words, one: _, many: _) = check.subject { words } else { [] }
    }
    guard !words.isEmpty else { return nil }
    self.words = Set(words)
  }

  /// For each path, how many of the others are versions of the same decision. O(bytes of the names).
  func others(of paths: [FilePath]) -> [Int] {
    let keys = paths.map { path -> Key? in
      guard !path.isStandardInput, let words = decision(calledBy: path.lastComponent) else {
        return nil
      }
      return Key(folder: path.folder, words: words)
    }
    var counts: [Key: Int] = [:]
    for case let key? in keys { counts[key, default: 0] += 1 }
    return keys.map { key in key.flatMap { counts[$0] }.map { $0 - 1 } ?? 0 }
  }

  private struct Key: Hashable {
    let folder: FilePath
    let words: [String]
  }

  /// The words of a name that belong to the decision; nil where none does.
  private func decision(calledBy name: ArraySlice<UInt8>) -> [String]? {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    var pieces = name.split(separator: ".", omittingEmptySubsequences: false)
    if pieces.count > 1 { pieces.removeLast() }
    let all = pieces.joined(separator: " ").split { !$0.isLetter && !$0.isNumber }.map(String.init)
    var kept: [String] = []
    var isAfterVersion = false
    for word in all {
      let isVersion = words.contains(word) || isNumbered(word)
      // "draft 2"; a number of the decision is longer.
      let isItsNumber = isAfterVersion && word.count <= 2 && word.allSatisfy(\.isNumber)
      if !isVersion, !isItsNumber { kept.append(word) }
      isAfterVersion = isVersion
    }
    return kept.isEmpty ? nil : kept
  }

  /// "v2", "draft3".
  private func isNumbered(_ word: String) -> Bool {
    let stem = word.prefix { !$0.isNumber }
    let number = word.dropFirst(stem.count)
    return !number.isEmpty && number.count <= 2 && number.allSatisfy(\.isNumber)
      && words.contains(String(stem))
  }
}
