import ExpungeText

/// What a part read by the worker is. The worker names a role and a number, never words of its own,
/// so that nothing a hostile page contains can come out as a part's name.
package enum PartRole: UInt8, Sendable, CaseIterable {
  case body, title, hiddenText, comment, link, pictureAddress, alternativeText, attribute, property
  case script, styleSheet, markup

  /// In a person's words; unique for a number.
  func name(_ number: Int) -> String {
    switch self {
    case .body: "body"
    case .title: "title"
    case .hiddenText: "hidden text \(number)"
    case .comment: "comment \(number)"
    case .link: "link \(number)"
    case .pictureAddress: "address of picture \(number)"
    case .alternativeText: "alternative text of picture \(number)"
    case .attribute: "attribute \(number)"
    case .property: "property \(number)"
    case .script: "script \(number)"
    case .styleSheet: "style sheet \(number)"
    case .markup: "markup"
    }
  }

  var kind: Part.Kind {
    switch self {
    case .body, .hiddenText: .body
    case .title: .title
    case .comment: .comment
    case .link, .pictureAddress: .link
    case .alternativeText: .alternativeText
    case .attribute: .attribute
    case .property: .property
    case .script: .script
    case .styleSheet: .styleSheet
    case .markup: .markup
    }
  }

  var visibility: Part.Visibility {
    switch self {
    case .body, .title: .shown
    case .property: .metadata
    case .hiddenText, .comment, .link, .pictureAddress, .alternativeText, .attribute, .script,
      .styleSheet, .markup:
      .hidden
    }
  }
}
