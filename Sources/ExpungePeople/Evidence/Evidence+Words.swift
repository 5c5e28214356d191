extension PersonEvidence {
  /// What it says, in a sentence for a caseworker and without values; nil where a case says nothing by
  /// itself, such as the length of a word.
  ///
  /// - Parameter isFor: whether the case speaks for a name.
  package func words(isFor: Bool) -> String? {
    switch self {
    case .lists, .shapeAndGiven:
      isFor ? "The lists of names have the word." : "The lists of names hardly know the word."
    case .shapeAndWord, .positionAndWord, .positionAndName:
      isFor ? "It is written as names are." : "Ordinary words are written so, too."
    case .knownAndPosition:
      isFor ? "It is written as names are." : "Ordinary words are written so, too."
    case .verbAfter:
      isFor ? "The words after it say what a person does." : "The words after it fit no person."
    case .introduced:
      isFor ? "The words before it introduce a person." : "The words before it introduce no person."
    case .letters, .lettersAndPosition, .beginning, .ending:
      isFor ? "It is spelt as names are." : "It is not spelt as names are."
    case .place: isFor ? "No list of places has it." : "It is a place."
    case .possessive: "Something belongs to it."
    case .titled, .titledInitials: "A title stands before it."
    case .initialsBefore, .initialsAfter: "Initials stand beside it."
    case .greeting: "A greeting stands before it."
    case .signedOff: "It stands where a letter is signed."
    case .kin: "A word for a relation stands before it."
    case .listed: "It stands as in a list: surname, comma, forename."
    case .capitalsAndInitial: "It is in capitals and followed by an initial."
    case .bornAfter: "A birth or an age follows."
    case .endsMessage: "It ends a message or a quotation."
    case .apposition, .saidToBePerson: "The sentence says what kind of person it is."
    case .fileNamePart, .inNamedFile: "It is part of a file's name."
    case .emailSaysSo: "An e-mail address of the document has it."
    case .fresh: "Nothing explains the word, and it stands where a person stands."
    case .coordinated, .scoreCoordinated:
      isFor ? "It is joined to a name." : "It is joined to no name."
    case .afterCommonGiven: "A common first name stands before it."
    case .plural: "It is the plural of a surname."
    case .opensLine: "It begins its line as a speaker or an entry does."
    case .function: "It is a word of grammar."
    case .afterSaint: "It is a saint's."
    case .afterPseudonym: "It begins a sentence after an anonymised name."
    case .inDate: "It stands in a date."
    case .hyphenatedWord: "It is the beginning of a hyphenated word."
    case .beforeEponymHead, .eponym, .eponymPossessive:
      "Conditions, tests or laws are called after the name."
    case .judge: "It stands as a judge's or an office-holder's name."
    case .versus: "It is a party of a published case."
    case .beforePronoun: "A pronoun follows, so it is a verb."
    case .abbreviation: "It is an abbreviation."
    case .nation: "It is a people, a language or a religion."
    case .theBeforeAndNounAfter: "It stands between an article and a noun."
    case .calledThing, .saidToBeThing, .besideThing: "The sentence says that it is a thing."
    case .quotedAlone: "It stands alone in quotation marks."
    case .cueNear:
      isFor ? "The words around it speak of people." : "The words around it speak of things."
    case .usedWithCapital, .usedWithCapitalAndPosition, .usedWithCapitalAndFrequency, .frequency,
      .usedInCapitals:
      isFor ? "English rarely uses the word without a capital." : "English uses it as a word."
    case .inCapitals: isFor ? "It is a name in capitals." : "It looks like an abbreviation."
    case .ownKind: isFor ? "It means nothing else." : "It means something else."
    case .roleBefore, .wordBefore, .roleTwoBefore, .gapBefore, .cueBefore, .cueTwoBefore,
      .kindBefore, .kindTwoBefore, .formBefore:
      isFor ? "The words before it introduce a person." : "The words before it introduce no person."
    case .roleAfter, .wordAfter, .roleTwoAfter, .gapAfter, .cueAfter, .cueTwoAfter, .kindAfter,
      .kindTwoAfter, .formAfter:
      isFor ? "The words after it say what a person does." : "The words after it fit no person."
    case .runOrganisation, .runStreet, .runLaw:
      "It stands in the name of a body, a street or a law."
    case .runNames: isFor ? "Other names stand beside it." : "No other name stands beside it."
    case .titledElsewhere: "A title stands before the same word elsewhere."
    case .afterArticleElsewhere, .afterPlaceElsewhere, .inOrganisationElsewhere,
      .inLongRunElsewhere:
      isFor ? "The document uses it as a name." : "The document uses it otherwise, too."
    case .timesSmall, .timesCapitalised, .timesInside:
      isFor ? "The document writes it as a name." : "The document writes it as a word, too."
    case .sameElsewhere:
      isFor ? "The same name stands elsewhere." : "It stands nowhere else as a name."
    case .similarElsewhere, .shortOrLongElsewhere:
      isFor ? "A name much like it stands elsewhere." : "No name like it stands elsewhere."
    case .scoreBefore, .scoreAfter, .scoreBeforeHyphen, .scoreAfterHyphen:
      isFor ? "The word beside it is a name." : "The word beside it is no name."
    case .initialsOfName: "They are the first letters of a name of the document."
    case .saidElsewhere: "The document says elsewhere what it is."
    case .scoreNear: isFor ? "Names stand near it." : "No name stands near it."
    case .alone, .sureNames, .density:
      isFor ? "The document has names." : "Nothing around it is a name."
    default: nil
    }
  }
}
