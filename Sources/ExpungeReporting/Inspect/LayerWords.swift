import ExpungeText

extension FileFact {
  /// "tracked change": what is counted, for one and for more.
  var words: (one: String, many: String) {
    switch self {
    case .trackedChanges: ("tracked change", "tracked changes")
    case .comments: ("comment", "comments")
    case .hiddenText: ("stretch of hidden text", "stretches of hidden text")
    case .footnotes: ("footnote", "footnotes")
    case .pictures: ("picture", "pictures")
    case .externalLinks: ("link to elsewhere", "links to elsewhere")
    case .embeddedFiles: ("embedded file", "embedded files")
    case .signatures: ("digital signature", "digital signatures")
    case .macros: ("file of macros", "files of macros")
    case .otherThanItsName:
      ("content that is not what the name says", "contents that are not what the name says")
    case .strayEntries:
      ("inner file that nothing refers to", "inner files that nothing refers to")
    case .otherVersions:
      ("file called as another version", "files called as other versions")
    }
  }

  /// The member of the JSON.
  var key: String {
    switch self {
    case .trackedChanges: "trackedChanges"
    case .comments: "comments"
    case .hiddenText: "hiddenText"
    case .footnotes: "footnotes"
    case .pictures: "pictures"
    case .externalLinks: "externalLinks"
    case .embeddedFiles: "embeddedFiles"
    case .signatures: "signatures"
    case .macros: "macros"
    case .otherThanItsName: "otherThanItsName"
    case .strayEntries: "strayEntries"
    case .otherVersions: "otherVersions"
    }
  }
}

extension LayerCut.Kind {
  /// "property": what is counted, for one and for more.
  var words: (one: String, many: String) {
    switch self {
    case .acceptChange: ("piece of a tracked change", "pieces of tracked changes")
    case .rejectChange:
      ("piece that tracked changes would undo", "pieces that tracked changes would undo")
    case .comment: ("piece of a comment", "pieces of comments")
    case .property: ("property", "properties")
    }
  }

  /// The member of the JSON.
  var key: String {
    switch self {
    case .acceptChange: "changesAccepted"
    case .rejectChange: "changesRejected"
    case .comment: "comments"
    case .property: "properties"
    }
  }
}
