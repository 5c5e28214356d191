/// The header fields of an e-mail that people fill in or that name them (RFC 5322, 3.6).
package enum MessageField: String, Sendable, CaseIterable {
  case from, sender
  case replyTo = "reply-to"
  case to, cc, bcc, subject, date
  case messageIdentifier = "message-id"
  case inReplyTo = "in-reply-to"
  case references, comments, keywords, received
  case returnPath = "return-path"
  case deliveredTo = "delivered-to"
  case originatingAddress = "x-originating-ip"
  case threadTopic = "thread-topic"

  package var words: String { rawValue }

  /// Whether it names messages rather than people (RFC 5322, 3.6.4).
  package var isIdentifier: Bool {
    switch self {
    case .messageIdentifier, .inReplyTo, .references: true
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
