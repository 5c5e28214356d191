/// What an identifier tells about its holder to whoever can read it: facts, never their values.
package struct Revelation: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let surname = Revelation(rawValue: 1)
  package static let birthDate = Revelation(rawValue: 2)
  package static let sex = Revelation(rawValue: 4)
  package static let initials = Revelation(rawValue: 8)
  package static let localAuthority = Revelation(rawValue: 16)

  /// "birth date and sex"; empty for nothing.
  package var words: String {
    let facts: [(Revelation, String)] = [
      (.surname, "the beginning of the surname"), (.birthDate, "birth date"), (.sex, "sex"),
      (.initials, "initials"), (.localAuthority, "the local authority that gave it"),
    ]
    let named = facts.filter { contains($0.0) }.map(\.1)
    guard let last = named.last else { return "" }
    return named.count == 1
      ? last : named.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Validator {
  /// What a valid value of this kind gives away; empty for one that fails the check.
  package func revelation(of value: Span<UInt8>) -> Revelation {
    switch self {
    case .chiNumber: grade(value) == .pass ? [.birthDate, .sex] : []
    case .drivingLicence:
      grade(value) == .pass ? [.surname, .birthDate, .sex, .initials] : []
    case .pesel, .belgianNational, .danishIdentity, .swedishIdentity, .norwegianIdentity,
      .finnishIdentity, .balticIdentity, .bulgarianIdentity, .romanianIdentity, .czechIdentity,
      .koreanIdentity, .chineseIdentity, .southAfricanIdentity, .frenchSocialSecurity,
      .greekIdentity, .malaysianIdentity:
      grade(value) == .pass ? [.birthDate, .sex] : []
    case .germanPension, .austrianSocialInsurance, .icelandicIdentity:
      grade(value) == .pass ? [.birthDate] : []
    case .italianFiscalCode, .mexicanIdentity:
      grade(value) == .pass ? [.surname, .birthDate, .sex] : []
    case .machineReadableZone: grade(value) == .pass ? [.birthDate, .sex] : []
    case .pupilNumber: grade(value) == .pass ? [.localAuthority] : []
    default: []
    }
  }

  /// "a true CHI number reveals birth date and sex"; nil where the value reveals nothing.
  package func reveals(_ value: Span<UInt8>) -> String? {
    let revelation = revelation(of: value)
    guard !revelation.isEmpty else { return nil }
    return "a true \(kind) reveals \(revelation.words)"
  }

  private var kind: String {
    switch self {
    case .chiNumber: "CHI number"
    case .drivingLicence: "driver number"
    case .pesel: "PESEL"
    case .pupilNumber: "pupil number"
    case .machineReadableZone: "machine-readable zone"
    case .italianFiscalCode: "fiscal code"
    default: "identity number of this kind"
    }
  }
}
