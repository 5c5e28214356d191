package import ExpungeReporting
import Foundation

extension MeasuredFigures {
  /// The keys of `evaluate --json` that a report shows.
  private struct File: Decodable {
    struct With: Decodable {
      var testSet: String
      var version: String
      var rules: String
      var profile: String
    }

    var documents: Int
    var words: Int
    var directSpans: Int
    var directRecall: Double?
    var directRecallInterval: [Double]?
    var indirectRecall: Double?
    var precision: Double?
    var falseAlarmsPer10000Words: Double?
    var cleanDocumentsFlagged: Double?
    var measured: With?
  }

  /// Reads what `evaluate --json` printed.
  ///
  /// - Throws: `ConfigurationError` when it cannot be read or is none.
  package static func read(_ path: String) throws(ConfigurationError) -> MeasuredFigures {
    let file: File = try ReportInput.decode(
      path, what: "a measurement: make one with expunge evaluate --json")
    let shares =
      [
        file.directRecall, file.indirectRecall, file.precision, file.cleanDocumentsFlagged,
      ] + (file.directRecallInterval ?? [])
    let isSound =
      [file.documents, file.words, file.directSpans].allSatisfy {
        (0...1_000_000_000_000).contains($0)
      }
      && shares.compactMap(\.self).allSatisfy { (0...1).contains($0) }
      && (0...10_000).contains(file.falseAlarmsPer10000Words ?? 0)
      && file.directRecallInterval.map { $0.count == 2 } ?? true
    guard isSound else {
      throw ConfigurationError(
        "\(path): the file holds figures that no measurement has: make it anew with expunge evaluate "
          + "--json")
    }
    var figures = MeasuredFigures(
      testSet: file.measured.map { MaskedSentence.of($0.testSet) } ?? "a test set without a name",
      documents: file.documents, words: file.words, directSpans: file.directSpans)
    figures.directRecall = file.directRecall
    figures.directRecallInterval = file.directRecallInterval
    figures.indirectRecall = file.indirectRecall
    figures.precision = file.precision
    figures.falseAlarmsPer10000Words = file.falseAlarmsPer10000Words
    figures.cleanDocumentsFlagged = file.cleanDocumentsFlagged
    figures.toolVersion = file.measured?.version
    figures.rulesHash = file.measured?.rules
    figures.profile = file.measured?.profile
    return figures
  }
}
