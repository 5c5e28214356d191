import TestSupport

/// Somebody of an invented draft, whose real name was left in it.
struct DraftPerson {
  let forename: String
  let surname: String
  /// "Mrs"; nil for a child.
  let title: String?
  let isWoman: Bool
  /// What the draft itself calls the person: "Mrs X", "Y"; nil where it has no word but the name.
  let pseudonym: String?

  var she: String { isWoman ? "she" : "he" }
  var her: String { isWoman ? "her" : "his" }
  var plural: String { surname.hasSuffix("s") ? "\(surname)es" : "\(surname)s" }

  private static let women = [
    "Sarah", "Aisha", "Priya", "Oluwaseun", "Mei", "Fatima", "Siobhan", "Agnieszka", "Chloe",
    "Nadia", "Ngozi", "Emily", "Catrin", "Zainab", "Joanna", "Svetlana",
  ]
  private static let men = [
    "David", "Mohammed", "Rajesh", "Chukwuemeka", "Wei", "Ahmed", "Padraig", "Tomasz", "Liam",
    "Umar", "Kwame", "Daniel", "Gethin", "Ibrahim", "Peter", "Dmitri",
  ]
  private static let surnames = [
    "Thompson", "Hussain", "Patel", "Adeyemi", "Zhang", "Begum", "O'Sullivan", "Kowalska",
    "Pemberton", "Rahman", "Okonkwo", "Hargreaves", "Llewellyn", "Abdi", "Edwards", "Ivanova",
    "Williams", "Ellis", "Osei", "Ahmadi", "James", "Nowak", "Smith-Jones", "McAllister",
  ]

  /// People whose names share no word.
  static func cast(using generator: inout SeededGenerator) -> [DraftPerson] {
    var women = women.shuffled(using: &generator)[...]
    var men = men.shuffled(using: &generator)[...]
    var surnames = surnames.shuffled(using: &generator)[...]
    func person(title: Bool, known: ((String?) -> String)? = nil) -> DraftPerson {
      let isWoman = Bool.random(using: &generator)
      let forms = isWoman ? ["Mrs", "Ms", "Miss"] : ["Mr"]
      let form = title ? forms.randomElement(using: &generator) : nil
      return DraftPerson(
        forename: (isWoman ? women.popFirst() : men.popFirst()) ?? "",
        surname: surnames.popFirst() ?? "",
        title: form, isWoman: isWoman, pseudonym: known?(form))
    }
    return [
      person(title: true) { "\($0 ?? "") X" },
      person(title: false) { _ in "Y" },
      person(title: true),
      person(title: true),
      person(title: true),
    ]
  }
}
