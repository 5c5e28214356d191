/// Something around a finding that makes it worse, less bad, surer or less sure, whatever its rule.
package struct Circumstance: Sendable, Equatable {
  /// Where in a document a finding stands.
  package enum Place: UInt8, Sendable, CaseIterable {
    case title, summary, head, furniture, fileName, link, comment, heading, quotation

    package var name: String {
      switch self {
      case .title: "title"
      case .summary: "summary"
      case .head: "head"
      case .furniture: "furniture"
      case .fileName: "file-name"
      case .link: "link"
      case .comment: "comment"
      case .heading: "heading"
      case .quotation: "quotation"
      }
    }
  }

  /// "exposed-place".
  package var name: String
  /// Why, as the end of a sentence: "titles and summaries are copied furthest".
  package var reason: String
  /// It holds in any of them; everywhere when empty.
  package var places: [Place]
  /// Words that must stand beside the finding; none are needed when empty.
  package var beside: [Rule.Context]
  /// Labels of the findings that it speaks about; all when empty.
  package var labels: [Label]
  /// Severities of the findings that it speaks about.
  package var from: Severity
  package var to: Severity
  /// Steps of severity, up or down.
  package var raises: Int
  /// Points of confidence.
  package var weight: Int
  package var source: String

  package init(
    name: String, reason: String, places: [Place] = [], beside: [Rule.Context] = [],
    labels: [Label] = [], from: Severity = .info, to: Severity = .critical, raises: Int = 0,
    weight: Int = 0, source: String = ""
  ) {
    self.name = name
    self.reason = reason
    self.places = places
    self.beside = beside
    self.labels = labels
    self.from = from
    self.to = to
    self.raises = raises
    self.weight = weight
    self.source = source
  }
}

extension TableWriter {
  mutating func circumstance(_ circumstance: Circumstance) {
    text(circumstance.name)
    text(circumstance.reason)
    list(circumstance.places) { $0.byte($1.rawValue) }
    list(circumstance.beside) { $0.context($1) }
    texts(circumstance.labels.map(\.rawValue))
    byte(circumstance.from.rawValue)
    byte(circumstance.to.rawValue)
    number(circumstance.raises)
    number(circumstance.weight)
    text(circumstance.source)
  }
}

extension TableReader {
  mutating func circumstance() throws(RuleTableError) -> Circumstance {
    Circumstance(
      name: try text(), reason: try text(),
      places: try list { (reader) throws(RuleTableError) in try reader.enumeration() },
      beside: try list { (reader) throws(RuleTableError) in try reader.context() },
      labels: try list { (reader) throws(RuleTableError) in try reader.named() },
      from: try severity(), to: try severity(), raises: try number(), weight: try number(),
      source: try text())
  }
}
