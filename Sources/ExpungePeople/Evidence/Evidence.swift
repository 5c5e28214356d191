/// The kinds of evidence for and against a word being somebody's name.
///
/// Each has as many cases as the product of its dimensions; every case has a weight in
/// `Patterns/People/weights.txt`. Crossed kinds exist where the whole says more than the parts.
package enum PersonEvidence: Int, CaseIterable, Sendable {
  // MARK: The word itself
  case always
  /// Given name (4) × surname (4) × common word (6).
  case lists
  /// Shape (8) × common word (6).
  case shapeAndWord
  /// Shape (8) × given name (4).
  case shapeAndGiven
  /// Letters, 1 to 13 and more.
  case length
  case place
  case alwaysCapitalised
  /// Whether the letters of an unlisted word look like a name's: 5 steps.
  case letters
  /// Each role of the word.
  case ownRole
  /// How much more often general English has it with a capital (16); the same × position (3).
  case usedWithCapital
  case usedWithCapitalAndPosition
  /// How common it is with a capital (8); both in coarse steps (6 × 3).
  case frequency
  case usedWithCapitalAndFrequency
  /// How often it is in capitals throughout (4) × whether it is here (2).
  case usedInCapitals
  /// What it means (48) × also a name of something (2).
  case ownKind
  /// In capitals throughout: listed as a name or word, or spelt like a name (6) × letters, 2 to 6 and
  /// more (5).
  case inCapitals
  case possessive
  case accent
  case inFileName
  // MARK: Where it stands
  /// Position (3) × common word (6).
  case positionAndWord
  /// Position (3) × given name (4) × surname or none (2).
  case positionAndName
  /// Unlisted, given name, surname or both (4) × no word, rare, common (3) × position (3).
  case knownAndPosition
  /// Spelt like a name (5) × position (3), for an unlisted word.
  case lettersAndPosition
  /// The first two letters of an unlisted word (27 × 27, 0 for none); the last two.
  case beginning
  case ending
  case gapBefore
  case gapAfter
  case quoted
  case cell
  case aloneInLine
  case lineInCapitals
  // MARK: What stands beside it
  /// Each role of the word before × only a space between (2).
  case roleBefore
  /// Each role of the word after × only a space between (2).
  case roleAfter
  /// Each role of the word two before.
  case roleTwoBefore
  /// Each role of the word two after.
  case roleTwoAfter
  /// The word before: shape group (4) × given name or none (2) × surname or none (2) × word (3).
  case wordBefore
  /// The word after, the same.
  case wordAfter
  /// What a person does follows × no word, rare, common (3) × position (3).
  case verbAfter
  /// A word that introduces a person stands before × listed as a name (2) × no word, rare, common (3).
  case introduced
  /// What stands before × what stands after; the same × listed as a name (2) × no word, rare, common (3).
  case gaps
  case gapsAndKnown
  /// A cue word before, with only a space between or not (2); one after.
  case cueBefore
  case cueAfter
  /// A cue word two before, two after, and up to eight words away.
  case cueTwoBefore
  case cueTwoAfter
  case cueNear
  /// What the word before means (48) × capitalised (2) × only a space between (2); the one after.
  case kindBefore
  case kindAfter
  /// What the word two before means (48) × capitalised (2); two after.
  case kindTwoBefore
  case kindTwoAfter
  /// The form of the word before (5) × what one does (2) × capitalised (2) × only a space between (2);
  /// of the one after.
  case formBefore
  case formAfter
  case numberBefore
  case numberAfter
  case lastOfText
  // MARK: Certain and rare
  /// A title directly before × also a common word (2).
  case titled
  /// A title and initials before.
  case titledInitials
  case initialsBefore
  case initialsAfter
  case greeting
  case signedOff
  /// A kin word before × given name (2) × common word (2) × small letters (2).
  case kin
  /// "Surname, Forename" that ends a line or cell: the first half, the second half.
  case listed
  case capitalsAndInitial
  case bornAfter
  case endsMessage
  case apposition
  /// In a file's name: given (2) × surname (2) × common word (2).
  case fileNamePart
  case emailSaysSo
  /// After a word that introduces, before a verb of persons, or with a possessive, an unlisted or rare
  /// word that nothing else explains: × listed as a name (2).
  case fresh
  case coordinated
  /// Behind "Md", "Mohd".
  case afterCommonGiven
  /// A surname's plural × after an article (2).
  case plural
  /// First of its line × what stands behind it (15): a speaker, an entry of a list.
  case opensLine
  /// Alone in brackets, alone in quotation marks.
  case bracketed
  case quotedAlone
  /// Part of a file's name inside a text × given (2) × surname (2) × common word (2).
  case inNamedFile
  /// "X is the driver": the noun behind the verb is a person's.
  case saidToBePerson
  // MARK: Against
  case function
  /// Behind "St": a church, a school, a street.
  case afterSaint
  case afterPseudonym
  case inDate
  case hyphenatedWord
  case beforeEponymHead
  case eponym
  case eponymPossessive
  case judge
  case versus
  case beforePronoun
  case abbreviation
  case nation
  case theBeforeAndNounAfter
  /// "a product named X": the noun before the introducing word is no person's.
  case calledThing
  /// A word for a thing directly beside it: "the tool X", "the X tool".
  case besideThing
  /// "X is the portal": the noun behind the verb is no person's.
  case saidToBeThing
  // MARK: The run of capitalised words around it
  /// Words of the run, 1 to 5 and more.
  case runLength
  /// Its place in the run: only, first, inner, last.
  case runPlace
  case runOrganisation
  case runStreet
  case runLaw
  case runTitled
  /// Words of the run that are names (0 to 3) × words of the run (1 to 4).
  case runNames
  case runBeforeYear
  case runCommonWords
  // MARK: The rest of the document
  case titledElsewhere
  case afterArticleElsewhere
  case afterPlaceElsewhere
  case inOrganisationElsewhere
  case inLongRunElsewhere
  /// Times capitalised: 1, 2, 3, more.
  case timesCapitalised
  /// Times in small letters, 0, 1, more × common word (6).
  case timesSmall
  case timesInside
  // MARK: The second look
  /// The best other mention of the same word (6) × common word (2) × small letters (2).
  case sameElsewhere
  /// The best word that differs in one letter (6) × common word (2).
  case similarElsewhere
  /// The best word of which one begins the other (6) × common word (2).
  case shortOrLongElsewhere
  /// The score of the word before (6) × common word (2), joined by a space.
  case scoreBefore
  case scoreAfter
  /// The same, joined by a hyphen.
  case scoreBeforeHyphen
  case scoreAfterHyphen
  /// The score of the word it is coordinated with (6) × common word (2).
  case scoreCoordinated
  /// Sure names in the document (4) × common word (2) × beside a name (2).
  case sureNames
  /// Alone, with no likely name beside it × common word (6) × short text (2).
  case alone
  /// The text says that it is a person, a thing, or both (3) × common word (2).
  case saidElsewhere
  /// Two capitals, the first letters of a likely full name of the text.
  case initialsOfName
  /// The best candidate up to twelve words away (6) × common word (2).
  case scoreNear
  /// How many words of the document are likely names, others than this (5) × common word (2) × short
  /// text (2).
  case density

  /// How many cases each dimension has.
  var dimensions: [Int] {
    let roles = WordRoles.names.count
    return switch self {
    case .lists: [4, 4, 6]
    case .shapeAndWord: [8, 6]
    case .shapeAndGiven: [8, 4]
    case .length: [14]
    case .place: [4]
    case .letters: [5]
    case .ownRole, .roleTwoBefore, .roleTwoAfter: [roles]
    case .positionAndWord: [3, 6]
    case .positionAndName: [3, 4, 2]
    case .knownAndPosition: [4, 3, 3]
    case .lettersAndPosition: [5, 3]
    case .verbAfter: [3, 3]
    case .introduced: [2, 3]
    case .beginning, .ending: [27, 27]
    case .usedWithCapital: [WordUsage.capitalSteps]
    case .usedWithCapitalAndPosition: [WordUsage.capitalSteps, 3]
    case .frequency: [WordUsage.frequencySteps]
    case .usedWithCapitalAndFrequency: [6, 3]
    case .usedInCapitals: [WordUsage.shoutSteps, 2]
    case .inCapitals: [6, 5]
    case .ownKind, .kindTwoBefore, .kindTwoAfter: [WordUsage.kinds, 2]
    case .kindBefore, .kindAfter: [WordUsage.kinds, 2, 2]
    case .formBefore, .formAfter: [WordUsage.forms, 2, 2, 2]
    case .gaps: [Gap.Class.allCases.count, Gap.Class.allCases.count]
    case .gapsAndKnown: [Gap.Class.allCases.count, Gap.Class.allCases.count, 6]
    case .cueBefore, .cueAfter: [2, CueWords.capacity]
    case .cueTwoBefore, .cueTwoAfter, .cueNear: [CueWords.capacity]
    case .gapBefore, .gapAfter: [Gap.Class.allCases.count]
    case .roleBefore, .roleAfter: [roles, 2]
    case .wordBefore, .wordAfter: [4, 2, 2, 3]
    case .titled, .listed, .fresh, .plural: [2]
    case .opensLine: [Gap.Class.allCases.count]
    case .kin, .fileNamePart, .inNamedFile: [2, 2, 2]
    case .runLength: [5]
    case .runPlace: [4]
    case .runNames: [4, 4]
    case .timesCapitalised, .timesInside: [4]
    case .timesSmall: [3, 6]
    case .sameElsewhere: [6, 2, 2]
    case .similarElsewhere, .shortOrLongElsewhere, .scoreBefore, .scoreAfter,
      .scoreBeforeHyphen, .scoreAfterHyphen, .scoreCoordinated, .scoreNear:
      [6, 2]
    case .sureNames: [4, 2, 2]
    case .alone: [6, 2]
    case .density: [5, 2, 2]
    case .saidElsewhere: [3, 2]
    default: []
    }
  }

  /// Whether it needs the scores of the first look.
  package var isSecondLook: Bool { rawValue >= PersonEvidence.sameElsewhere.rawValue }
}
