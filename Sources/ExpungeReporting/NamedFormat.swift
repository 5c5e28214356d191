/// A form of report that a person asks for by its name.
package protocol NamedFormat: RawRepresentable<String>, CaseIterable, Sendable {
  /// Whether it never holds a value or a word of a document, whoever asks.
  var isForPipelines: Bool { get }
}
