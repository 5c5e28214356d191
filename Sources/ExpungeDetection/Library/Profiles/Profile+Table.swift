import ExpungeText

extension TableWriter {
  mutating func profile(_ profile: Profile) {
    text(profile.identifier)
    text(profile.title)
    text(profile.source)
    text(profile.description)
    number(profile.defaultFloor)
    list(profile.floors.sorted { $0.key.rawValue < $1.key.rawValue }) {
      $0.text($1.key.rawValue)
      $0.number($1.value)
    }
    severities(profile.severitiesByRule)
    severities(profile.severitiesByClass)
    severities(profile.severitiesByLabel.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value })
    byte(profile.failOn.rawValue)
    number(profile.combinationLimit)
    byte(profile.masksFacts ? 1 : 0)
    list(profile.namedOnPurpose) { writer, entry in
      writer.text(entry.title)
      writer.texts(entry.labels.map(\.rawValue))
      writer.list(entry.beside) { $0.context($1) }
      writer.byte(entry.severity.rawValue)
      writer.text(entry.source)
    }
    list(profile.named) { writer, person in
      writer.text(person.name)
      writer.text(person.office)
      writer.text(person.reason)
      writer.text(person.approver)
      writer.text(person.from?.description ?? "")
      writer.text(person.until?.description ?? "")
    }
    byte(profile.inlineMarkers.rawValue)
    byte(profile.realInitials.rawValue)
    pairs(profile.houseStyle)
    pairs(profile.suggestions)
    texts(profile.ownSites)
    texts(profile.publicationAllows)
  }

  private mutating func severities(_ values: [String: Severity]) {
    list(values.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.byte($1.value.rawValue)
    }
  }

  private mutating func pairs(_ values: [String: String]) {
    list(values.sorted { $0.key < $1.key }) {
      $0.text($1.key)
      $0.text($1.value)
    }
  }
}

extension TableReader {
  mutating func profile() throws(RuleTableError) -> Profile {
    var profile = Profile(
      identifier: try text(), title: try text(), source: try text(), description: try text(),
      defaultFloor: try number())
    profile.floors = try dictionary { (reader) throws(RuleTableError) in
      (try reader.named(), try reader.number())
    }
    profile.severitiesByRule = try severities()
    profile.severitiesByClass = try severities()
    profile.severitiesByLabel = try dictionary { (reader) throws(RuleTableError) in
      (try reader.named(), try reader.severity())
    }
    profile.failOn = try severity()
    profile.combinationLimit = try number()
    profile.masksFacts = try byte() == 1
    profile.namedOnPurpose = try list { (reader) throws(RuleTableError) in
      NamedOnPurpose(
        title: try reader.text(),
        labels: try reader.list { (reader) throws(RuleTableError) in try reader.named() },
        beside: try reader.list { (reader) throws(RuleTableError) in try reader.context() },
        severity: try reader.severity(), source: try reader.text())
    }
    profile.named = try list { (reader) throws(RuleTableError) in
      NamedPerson(
        name: try reader.text(), office: try reader.text(), reason: try reader.text(),
        approver: try reader.text(), from: try reader.day(), until: try reader.day())
    }
    profile.inlineMarkers = try enumeration()
    profile.realInitials = try enumeration()
    profile.houseStyle = try pairs()
    profile.suggestions = try pairs()
    profile.ownSites = try texts()
    profile.publicationAllows = try texts()
    return profile
  }

  private mutating func severities() throws(RuleTableError) -> [String: Severity] {
    try dictionary { (reader) throws(RuleTableError) in
      (try reader.text(), try reader.severity())
    }
  }

  private mutating func pairs() throws(RuleTableError) -> [String: String] {
    try dictionary { (reader) throws(RuleTableError) in (try reader.text(), try reader.text()) }
  }

  private mutating func day() throws(RuleTableError) -> CalendarDay? {
    let text = try text()
    guard !text.isEmpty else { return nil }
    guard let day = CalendarDay(text) else { throw corrupt }
    return day
  }
}
