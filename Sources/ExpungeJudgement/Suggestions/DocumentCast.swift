package import ExpungeCast
import ExpungeDetection
import ExpungeText

/// What a house style goes by, beside the findings of a document.
package struct DocumentCast: Sendable {
  /// The document's pseudonyms; nil where it has none.
  package let list: CastList?
  /// A pseudonym that seems to be somebody's, and how sure that is in a hundred.
  package struct Likeness: Sendable {
    package var key: CastKey
    package var confidence: Int
  }

  /// For people whose name was left, by subject.
  package let pseudonyms: [Int: Likeness]
  package let style: CastStyle
  /// Whether the statement keeps genders to itself.
  package let isNeutral: Bool
  /// Of whom the words before a finding speak, where it is told.
  private(set) package var gendersBefore: [Location: Gender] = [:]

  package init(
    list: CastList? = nil, pseudonyms: [Int: Likeness] = [:], style: CastStyle = CastStyle()
  ) {
    self.list = list
    self.pseudonyms = pseudonyms
    self.style = style
    isNeutral = list?.isNeutral(style: style) ?? (style.neutrality == .always)
  }

  /// Of whom the words before a place speak; nobody's gender in a neutral statement.
  package func gender(before location: Location) -> Gender {
    isNeutral ? .unknown : gendersBefore[location] ?? .unknown
  }

  /// Letters that nobody new may get, whatever the names.
  var takenLetters: Set<String> {
    (list?.usedLetters ?? []).union(style.discouragedLetters).union(style.realInitials)
  }
}

extension DocumentCast {
  /// Reads of whom the words before facts about a person speak: "in her eighties".
  mutating func readGenders(before findings: [Finding], in facts: DocumentFacts) {
    guard let list else { return }
    for finding in findings {
      guard let location = finding.location else { continue }
      switch finding.label {
      case .age, .address, .organisation, .birthDate: break
      default: continue
      }
      let start = facts.readings[location.part].folded(location.range).start
      gendersBefore[location] = list.gender(before: start, inPart: location.part)
    }
  }
}
