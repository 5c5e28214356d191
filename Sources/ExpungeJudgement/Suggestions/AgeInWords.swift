package import ExpungeCast
import ExpungeText

/// An age as a text writes it, and the band that says as much of it as a reader needs.
package struct AgeInWords: Sendable, Equatable {
  package var years: Int

  /// Reads the first number; nil where there is none, or no age of a person.
  package init?(_ bytes: ArraySlice<UInt8>) {
    let digits = bytes.drop { !Ascii.isDigit($0) }.prefix(while: Ascii.isDigit)
    guard (1...3).contains(digits.count) else { return nil }
    years = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    guard years < 120 else { return nil }
  }

  /// Behind a noun or a verb: "under 13", "in her eighties".
  package func predicate(of gender: Gender) -> String {
    switch years {
    case 0..<13: return "under 13"
    case 13..<20: return "in \(gender.possessive) teens"
    case 90...: return "over ninety"
    default: return "in \(gender.possessive) \(Self.decades[years / 10 - 2])"
    }
  }

  /// Before a noun: "teenage", "older"; the beginning of each band is a consonant's or a vowel's.
  package var attribute: String {
    switch years {
    case 0..<13: "young"
    case 13..<20: "teenage"
    case 20..<40: "young adult"
    case 40..<65: "middle-aged"
    default: "older"
    }
  }

  /// As a noun of its own: "teenager", "older person".
  package var noun: String {
    switch years {
    case 0..<13: "young child"
    case 13..<20: "teenager"
    case 20..<40: "young adult"
    case 40..<65: "middle-aged person"
    default: "older person"
    }
  }

  private static let decades = [
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties",
  ]
}

extension Gender {
  /// "her", "his", "their"
  package var possessive: String {
    switch self {
    case .woman: "her"
    case .man: "his"
    case .unknown: "their"
    }
  }
}
