import ExpungeDetection
import ExpungeJudgement
import ExpungeText

/// One way of writing something else in place of leaks.
protocol ReplacementStyle: Sendable {
  /// What stands in place of a leak; nil where the style has no words for it, and its label stands there.
  func replacement(for leak: LeakInText) -> Replacement?

  /// Whether what was found says no more than the style would write in its place, so that it stays.
  func leavesStanding(_ leak: LeakInText) -> Bool
}

extension ReplacementStyle {
  func leavesStanding(_ leak: LeakInText) -> Bool { false }
}

/// What is written in place of a leak, and what changes beside it so that the sentence still reads.
struct Replacement: Sendable, Equatable {
  var words: String
  var mends: [Mend] = []
}

/// A change beside a leak: an article, a preposition, a comma.
struct Mend: Sendable, Equatable {
  /// Bytes of the part's text.
  var range: ByteRange
  var words: String
}

/// A leak where it stands, as a style sees it.
struct LeakInText: Sendable {
  let label: Label
  let placeholder: Placeholder
  /// Of the finding that gives the label.
  let location: Location
  /// What goes, in bytes of `text`.
  let range: ByteRange
  /// The part's text.
  let text: [UInt8]
  let kind: Part.Kind
  /// What goes before it in the same part.
  let previous: Neighbour?

  struct Neighbour: Sendable {
    let location: Location
    let range: ByteRange
  }

  /// Whether the part is made of sentences, so that words may stand in place of words.
  var isProse: Bool {
    switch kind {
    case .body, .title, .comment, .note, .header, .footer, .alternativeText, .attribute, .property:
      true
    case .link, .field, .script, .styleSheet, .markup, .fileName: false
    }
  }

  var value: ArraySlice<UInt8> { text[range.start..<range.end] }

  /// Whether it is several days: "3 and 5 May".
  var hasSpan: Bool {
    let words = String(decoding: value, as: UTF8.self)
    return words.contains(" and ") || words.contains(" to ")
  }

  /// Whether bytes stand right behind what goes.
  func isFollowed(by words: String) -> Bool { text[range.end...].starts(with: words.utf8) }

  /// Whether bytes stand right before an offset.
  func stands(_ words: String, before offset: Int) -> Bool {
    text[..<offset].reversed().starts(with: words.utf8.reversed())
  }
}
