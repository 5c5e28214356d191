import TestSupport

/// An invented draft in which real names were left, with what each of them may become.
struct Draft {
  /// A place where a person is named.
  struct Mention {
    enum Form {
      /// "Mrs Thompson": a title and a letter.
      case titled
      /// "Sarah Thompson", "Thompson": a letter, with the person's title or without.
      case named
      /// "Liam" behind a relation: a letter alone.
      case child
      /// "the Thompsons"
      case family
      /// "Mr and Mrs Thompson"
      case couple
      /// "an Okafor relative"
      case attribute
    }
    /// Index into `people`.
    let person: Int
    let form: Form
  }

  /// One paragraph: fixed words, with mentions between them.
  struct Paragraph {
    var pieces: [(words: String, mention: Mention?)] = []

    var text: String { pieces.map(\.words).joined() }
  }

  let people: [DraftPerson]
  let paragraphs: [Paragraph]

  var text: String { paragraphs.map(\.text).joined(separator: "\n\n") + "\n" }

  /// The real names, word by word.
  var names: [String] {
    people.flatMap { person in
      [person.forename] + person.surname.split(separator: "-").map(String.init)
    }
  }

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    people = DraftPerson.cast(using: &generator)
    var writer = Writer(people: people)
    let optional: [(inout Writer) -> Void] = [
      { $0.log() }, { $0.childAtSchool() },
      { $0.couple() }, { $0.visitor() }, { $0.relative() }, { $0.signature() }, { $0.heading() },
      { $0.quoted() }, { $0.childAlone() }, { $0.surnameFirst() }, { $0.neighbourAgain() },
    ]
    // Who is not introduced may be anybody, the person who complains too.
    writer.opening()
    writer.neighbour()
    writer.officer()
    writer.family()
    for write in optional.shuffled(using: &generator).prefix(
      Int.random(in: 5...11, using: &generator))
    {
      write(&writer)
    }
    writer.closing()
    paragraphs = writer.paragraphs
  }
}

extension Draft {
  /// Writes paragraphs; every one names people at least once with a form of address or in full.
  private struct Writer {
    let people: [DraftPerson]
    private(set) var paragraphs: [Paragraph] = []

    init(people: [DraftPerson]) { self.people = people }

    private mutating func add(_ pieces: Any...) {
      var paragraph = Paragraph()
      for piece in pieces {
        if let words = piece as? String { paragraph.pieces.append((words, nil)) }
        if let (words, mention) = piece as? (String, Mention) {
          paragraph.pieces.append((words, mention))
        }
      }
      paragraphs.append(paragraph)
    }

    private func titled(_ person: Int, _ form: Mention.Form = .titled) -> (String, Mention) {
      let it = people[person]
      return ("\(it.title ?? "") \(it.surname)", Mention(person: person, form: form))
    }

    private func called(_ words: String, _ person: Int, _ form: Mention.Form) -> (String, Mention) {
      (words, Mention(person: person, form: form))
    }

    private var complainant: DraftPerson { people[0] }
    private var x: String { complainant.pseudonym ?? "" }
    private var child: DraftPerson { people[1] }
    private var son: String { child.isWoman ? "daughter" : "son" }

    mutating func opening() {
      add(
        "Summary: \(x) complained that the Council failed to provide support for \(complainant.her) \(son), Y. We found fault."
      )
      add("The complaint")
      add(
        "\(x) complains about delay. \(x) says \(complainant.she) wrote to the Council twice and had no answer."
      )
      add("What I found")
    }

    mutating func log() {
      add(
        "The log reads: \u{201C}Spoke to ", titled(0), "'s \(son) today. ", titled(0),
        " told us \(complainant.she) was worried.\u{201D}")
    }

    mutating func childAtSchool() {
      add(
        "\(x) told the school that \(complainant.her) \(son), ",
        called("\(child.forename) \(child.surname)", 1, .child),
        ", had missed \(child.her) lessons.")
    }

    mutating func childAlone() {
      add(
        "The school wrote that ", called("\(child.forename) \(child.surname)", 1, .child),
        " was unhappy. ", called(child.forename, 1, .child), "'s teacher agreed that ",
        called(child.forename, 1, .child), " needed help.")
    }

    mutating func neighbour() {
      let it = people[2]
      add(
        "A neighbour, ", titled(2), ", reported noise. ",
        titled(2),
        it.surname.hasSuffix("s")
          ? "' letter said \(it.she) could not sleep." : "'s letter said \(it.she) could not sleep."
      )
    }

    mutating func neighbourAgain() {
      let it = people[2]
      add(
        "The Council visited ", titled(2), " in May. It asked ", titled(2),
        " to keep a diary, which \(it.she) did. ",
        called("\(it.forename) \(it.surname)", 2, .named),
        " sent it in June and said \(it.she) was tired.")
    }

    mutating func officer() {
      let it = people[3]
      add(
        "The social worker, ", called("\(it.forename) \(it.surname)", 3, .named),
        ", visited the home. ", titled(3), " wrote that \(it.she) saw no risk.")
    }

    mutating func family() {
      let it = people[4]
      add(
        "Another neighbour, ", titled(4), ", lives next door. The ", called(it.plural, 4, .family),
        "' garden was flooded, and the ", called(it.plural, 4, .family), " were moved.")
    }

    mutating func couple() {
      let it = people[4]
      guard it.title == "Mr" || it.title == "Mrs" else { return }
      add(
        "The Council then met ", called("Mr and Mrs \(it.surname)", 4, .couple), " at the office.")
    }

    mutating func visitor() {
      let it = people[3]
      add(
        "In July a ", called("\(it.title ?? "") \(it.surname)", 3, .titled),
        " rang about the visit and said \(it.she) would return.")
    }

    mutating func relative() {
      let it = people[4]
      let article = "AEIO".contains(it.surname.prefix(1)) ? "an" : "a"
      add(
        "", titled(4), " rang in May. Later \(article) ", called(it.surname, 4, .attribute),
        " relative collected the keys.")
    }

    mutating func signature() {
      add(
        "The letter ended: Yours sincerely, ",
        called("\(people[3].title ?? "") \(people[3].forename) \(people[3].surname)", 3, .titled))
    }

    mutating func heading() {
      add(
        "VISIT TO ",
        called(
          "\((people[2].title ?? "").uppercased()) \(people[2].surname.uppercased())", 2, .titled))
    }

    mutating func quoted() {
      add(
        "A note says that \u{2018}", titled(2), "\u{2019} was present and that \u{201C}", titled(2),
        " agreed\u{201D}.")
    }

    mutating func surnameFirst() {
      let it = people[3]
      add(
        "The rota lists ", called("\(it.surname), \(it.forename)", 3, .named),
        " as the officer on duty. ", titled(3), " confirmed it.")
    }

    mutating func closing() {
      add("Final decision")
      add(
        "I have completed my investigation. The Council has apologised to \(x) and will pay \(complainant.isWoman ? "her" : "him") for the delay."
      )
    }
  }
}
