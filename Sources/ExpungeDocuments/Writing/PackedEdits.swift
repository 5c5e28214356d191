package import ExpungeText

/// Carries edits of a packed file's contents out, entry by entry.
package enum PackedEdits {
  /// The entries that change. O(changed entries + edits × log edits).
  ///
  /// An entry that is no text goes as a whole where an edit takes all of it out.
  /// - Parameter edits: of the contents; each lies within one entry.
  /// - Throws: when one does not, when two overlap, or where no text can stand.
  package static func changes(
    _ edits: [FileEdit], in contents: FileContents
  ) throws(FileEditError) -> [EntryChange] {
    var byEntry: [Int: [FileEdit]] = [:]
    var removed: [Int] = []
    for edit in edits {
      guard let number = contents.entry(at: edit.source.start),
        contents.entries[number].range.contains(edit.source)
      else { throw .outOfPlace(edit.source) }
      let whole = contents.entries[number]
      if whole.language == .binary, edit.isMarkup, edit.replacement.isEmpty,
        edit.source == whole.range
      {
        removed.append(number)
        continue
      }
      let start = whole.range.start
      byEntry[number, default: []].append(
        FileEdit(
          source: ByteRange(edit.source.start - start, edit.source.end - start),
          replacement: edit.replacement, isMarkup: edit.isMarkup))
    }
    var changes = removed.map(EntryChange.remove)
    for (number, edits) in byEntry.sorted(by: { $0.key < $1.key }) {
      changes.append(
        .replace(
          entry: number,
          contents: try FileEdits.apply(
            edits, to: Array(contents.bytes(ofEntry: number)),
            language: contents.entries[number].language, encoding: .utf8)))
    }
    return changes
  }
}
