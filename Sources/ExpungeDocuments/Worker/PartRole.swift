import ExpungeText

/// What a part read by the worker is. The worker names a role and a number, never words of its own,
/// so that nothing a hostile file contains can come out as a part's name.
package enum PartRole: UInt8, Sendable, CaseIterable {
  case body, title, hiddenText, comment, link, pictureAddress, alternativeText, attribute, property
  case script, styleSheet, markup
  // Word processors. Headers and footers are numbered by the first section that shows them, deleted
  // text by its paragraph, a comment's author by the comment.
  case textBox, header, firstPageHeader, evenPageHeader, footer, firstPageFooter, evenPageFooter
  case footnote, endnote, commentAuthor, deletedText, changeAuthor, field, bookmark, contentControl
  /// Numbered as `DocumentProperty` says.
  case documentProperty
  case customProperty, customData, person, glossary, setting, styleName, pictureData, chart
  /// An entry of a package that nothing else reads; the names of all entries.
  case innerFile, innerNames
  // E-mails.
  /// Numbered as `MessageField` says.
  case messageField
  case otherMessageField, attachmentName, plainBody, attachmentText
  /// What a zip file says about itself behind its entries.
  case packageRemark
  /// Who wrote a page, as it tells programs.
  case author

  /// In a person's words; unique for a number.
  func name(_ number: Int) -> String {
    switch self {
    case .body: "body"
    case .title: "title"
    case .markup: "markup"
    case .innerNames: "names of inner files"
    case .packageRemark: "remark of the zip file"
    case .documentProperty:
      "document property: \(DocumentProperty(number: number)?.words ?? "\(number)")"
    case .messageField: "message header: \(MessageField(number: number)?.words ?? "\(number)")"
    default: "\(numberedName) \(number)"
    }
  }

  private var numberedName: String {
    switch self {
    case .body, .title, .markup, .innerNames, .packageRemark, .documentProperty, .messageField: ""
    case .hiddenText: "hidden text"
    case .comment: "comment"
    case .link: "link"
    case .pictureAddress: "address of picture"
    case .alternativeText: "alternative text of picture"
    case .attribute: "attribute"
    case .author: "author"
    case .property: "property"
    case .script: "script"
    case .styleSheet: "style sheet"
    case .textBox: "text box"
    case .header: "header of section"
    case .firstPageHeader: "first-page header of section"
    case .evenPageHeader: "even-page header of section"
    case .footer: "footer of section"
    case .firstPageFooter: "first-page footer of section"
    case .evenPageFooter: "even-page footer of section"
    case .footnote: "footnote"
    case .endnote: "endnote"
    case .commentAuthor: "author of comment"
    case .deletedText: "deleted text, paragraph"
    case .changeAuthor: "author of change"
    case .field: "field"
    case .bookmark: "bookmark"
    case .contentControl: "content control"
    case .customProperty: "custom property"
    case .customData: "custom data"
    case .person: "person in the file's list"
    case .glossary: "building block"
    case .setting: "document setting"
    case .styleName: "style"
    case .pictureData: "data of picture"
    case .chart: "chart"
    case .innerFile: "inner file"
    case .otherMessageField: "other message header"
    case .attachmentName: "name of attachment"
    case .plainBody: "plain body"
    case .attachmentText: "text of attachment"
    }
  }

  var kind: Part.Kind {
    switch self {
    case .body, .hiddenText, .textBox, .deletedText, .glossary, .chart, .plainBody,
      .attachmentText:
      .body
    case .title: .title
    case .comment: .comment
    case .link, .pictureAddress: .link
    case .alternativeText: .alternativeText
    case .attribute: .attribute
    case .property, .documentProperty, .customProperty, .customData, .person, .setting,
      .pictureData, .commentAuthor, .changeAuthor, .innerNames, .messageField, .otherMessageField,
      .attachmentName, .packageRemark, .author:
      .property
    case .script: .script
    case .styleSheet: .styleSheet
    case .markup, .innerFile, .styleName: .markup
    case .header, .firstPageHeader, .evenPageHeader: .header
    case .footer, .firstPageFooter, .evenPageFooter: .footer
    case .footnote, .endnote: .note
    case .field, .bookmark, .contentControl: .field
    }
  }

  var visibility: Part.Visibility {
    switch self {
    case .body, .title, .textBox, .header, .firstPageHeader, .evenPageHeader, .footer,
      .firstPageFooter, .evenPageFooter, .footnote, .endnote, .chart, .plainBody, .attachmentText:
      .shown
    case .property, .documentProperty, .customProperty, .customData, .person, .setting, .styleName,
      .pictureData, .commentAuthor, .changeAuthor, .innerNames, .messageField, .otherMessageField,
      .attachmentName, .packageRemark, .author:
      .metadata
    case .deletedText: .deleted
    case .hiddenText, .comment, .link, .pictureAddress, .alternativeText, .attribute, .script,
      .styleSheet, .markup, .innerFile, .field, .bookmark, .contentControl, .glossary:
      .hidden
    }
  }
}
