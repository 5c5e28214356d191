import ExpungeText

/// The marks of emphasis around what is taken out of a Markdown text.
enum EmphasisMarks {
  /// An edit that empties what stands between two runs of one mark ("*Jones*") takes the marks with it:
  /// left alone, they would read as other marks.
  static func widened(_ edit: FileEdit, in bytes: [UInt8]) -> FileEdit {
    guard edit.replacement.isEmpty, !edit.source.isEmpty, edit.source.end < bytes.count,
      edit.source.start > 0
    else { return edit }
    let mark = bytes[edit.source.end]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_") else { return edit }
    let before = bytes[..<edit.source.start].reversed().prefix { $0 == mark }.count
    let after = bytes[edit.source.end...].prefix { $0 == mark }.count
    guard before == after else { return edit }
    return FileEdit(
      source: ByteRange(edit.source.start - before, edit.source.end + after), replacement: [])
  }
}
