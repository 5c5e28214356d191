import ExpungeText

/// The run of capitals around a word, and the rest of the document.
extension FirstLook {
  func run(_ index: Int, _ add: (PersonEvidence, Int) -> Void) {
    let number = words.runOfToken[index]
    guard number >= 0 else { return }
    let run = words.runs[Int(number)]
    add(.runLength, min(5, run.capitals) - 1)
    add(
      .runPlace,
      run.first == run.last ? 0 : run.first == index ? 1 : run.last == index ? 3 : 2)
    if run.isOrganisation { add(.runOrganisation, 0) }
    if run.isStreet { add(.runStreet, 0) }
    if run.isLaw { add(.runLaw, 0) }
    if run.isTitled { add(.runTitled, 0) }
    add(.runNames, min(3, run.names) * 4 + min(4, run.capitals) - 1)
    if run.isBeforeYear { add(.runBeforeYear, 0) }
    if run.capitals > 1, run.commonWords == run.capitals { add(.runCommonWords, 0) }
  }

  func elsewhere(
    _ form: Vocabulary.Form, isWord: Bool, _ add: (PersonEvidence, Int) -> Void
  ) {
    if form.titled > 0 { add(.titledElsewhere, 0) }
    if form.afterArticle > 0 { add(.afterArticleElsewhere, 0) }
    if form.afterPlace > 0 { add(.afterPlaceElsewhere, 0) }
    if form.inOrganisation > 0 { add(.inOrganisationElsewhere, 0) }
    if form.inLongRun > 0 { add(.inLongRunElsewhere, 0) }
    add(.timesCapitalised, max(0, min(4, Int(form.capitalised)) - 1))
    add(.timesSmall, min(2, Int(form.small)) * 6 + form.record.word)
    add(.timesInside, min(3, Int(form.capitalisedInside)))
  }
}
