/// The properties that word processors keep of a file (ISO/IEC 29500-2, core properties; 29500-1,
/// 22.2, extended properties; OpenDocument 1.3 part 3, 4.3).
package enum DocumentProperty: String, Sendable, CaseIterable {
  case title, subject, author, keywords, description
  case lastModifiedBy = "last modified by"
  case category
  case status = "content status"
  case identifier, language, version, revision, created, modified
  case lastPrinted = "last printed"
  case printedBy = "printed by"
  case template, manager, company, application
  case linkBase = "base of links"
  case headings = "headings of the document"
  case initialAuthor = "first author"
  case statistics
  case other

  package var words: String { rawValue }

  /// Whether programs fill it in, so that a word of it is nobody's name by itself.
  package var isFilledByPrograms: Bool {
    switch self {
    case .identifier, .language, .version, .revision, .created, .modified, .lastPrinted, .template,
      .application, .statistics, .status:
      true
    case .title, .subject, .author, .keywords, .description, .lastModifiedBy, .category,
      .printedBy, .manager, .company, .linkBase, .headings, .initialAuthor, .other:
      false
    }
  }

  /// Whether it is who wrote, changed, printed or answers for the file.
  var saysWho: Bool {
    switch self {
    case .author, .lastModifiedBy, .printedBy, .manager, .initialAuthor: true
    default: false
    }
  }

  /// Counts from 1.
  package var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  init?(number: Int) {
    guard Self.allCases.indices.contains(number - 1) else { return nil }
    self = Self.allCases[number - 1]
  }
}
