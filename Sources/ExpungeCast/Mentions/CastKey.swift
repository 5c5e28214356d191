/// A pseudonym as a decision uses it: title and letter, a letter alone, a role or an institution.
package struct CastKey: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    /// "mrs", in small letters.
    case titled(String)
    /// A letter alone, or behind "child".
    case bare
    /// "social worker".
    case role(String)
    /// "school".
    case institution(String)
  }

  package var form: Form
  /// "X", "XX", "B-C", or "2".
  package var letter: String

  package init(form: Form, letter: String) {
    self.form = form
    self.letter = letter
  }

  /// As a decision writes it: "Mrs X", "Y", "Social Worker B".
  package var name: String {
    switch form {
    case .titled(let title): "\(Self.capitalised(title)) \(letter)"
    case .bare: letter
    case .role(let noun), .institution(let noun): "\(Self.capitalised(noun)) \(letter)"
    }
  }

  /// "person" or "institution".
  package var isPerson: Bool {
    if case .institution = form { false } else { true }
  }

  package var title: String? {
    if case .titled(let title) = form { title } else { nil }
  }

  private static func capitalised(_ words: String) -> String {
    if words == "gp" || words == "ot" || words == "pa" || words == "pc" || words == "senco" {
      return words.uppercased()
    }
    return words.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }
      .joined(separator: " ")
  }
}
