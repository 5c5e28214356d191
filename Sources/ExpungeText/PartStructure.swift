/// A part's shape as a reader of a decision sees it: its sections, and its lines.
package struct PartStructure: Sendable {
  /// A stretch under one heading, or the title block, the summary, or the page's furniture.
  package struct Section: Sendable, Hashable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Body's name and reference, category, outcome and date lines.
      case head
      case summary
      case section
      /// Menus, cookie texts, sign-off: repeated on every page of the site.
      case furniture
    }

    package let kind: Kind
    /// The heading as it stands: "What I found", "The complaint"; "Summary" for a summary line.
    package let title: String
    /// Bytes of the part's text.
    package let range: ByteRange

    package init(kind: Kind, title: String, range: ByteRange) {
      self.kind = kind
      self.title = title
      self.range = range
    }
  }

  /// Ascending and disjoint; together they hold every block.
  package let sections: [Section]
  package let lines: LineIndex
  /// The decision's own reference in its title line, as bytes of the text; nil without one.
  package let ownReference: ByteRange?
  /// The authority named in the title line, as bytes of the text.
  package let authority: ByteRange?
  /// What stands after "Category :", as bytes of the text.
  package let category: ByteRange?

  package init(
    sections: [Section], lines: LineIndex, ownReference: ByteRange?, authority: ByteRange?,
    category: ByteRange?
  ) {
    self.sections = sections
    self.lines = lines
    self.ownReference = ownReference
    self.authority = authority
    self.category = category
  }

  /// The section that holds a byte of the text. O(log n).
  package func section(at offset: Int) -> Section? {
    let index = sections.partitioningIndex { $0.range.end > offset }
    guard index < sections.count, sections[index].range.start <= offset else { return nil }
    return sections[index]
  }
}
