import ExpungeDetection
import ExpungeJudgement
import ExpungeText

extension TextReporter {
  /// What a review leaves standing: where, why, who agreed, until when.
  mutating func writeExempt(_ findings: [Finding], in document: MaskedDocument) {
    guard !findings.isEmpty else { return }
    canvas.line("EXEMPT by a review: these stay as they are", .heading, indent: 1)
    for finding in findings {
      var words = Wording.capitalised(finding.label.words)
      if let location = finding.location {
        let line = document.position(of: location.range.start, in: location.part).line
        words += ", line \(Wording.grouped(line))"
      }
      if let suppression = finding.suppression {
        words += ": \(Self.words(suppression, in: document))"
      }
      canvas.line(Wording.stopped(words), indent: 4, hanging: 6)
    }
    canvas.blank()
  }

  /// "the office's own postcode (approved by Head of Casework, until 2027-05-01)"
  private static func words(_ suppression: Suppression, in document: MaskedDocument) -> String {
    var details: [String] = []
    if let approver = suppression.approver {
      details.append("approved by \(document.text(of: approver))")
    }
    if let until = suppression.until { details.append("until \(until)") }
    let reason = Wording.unstopped(document.text(of: suppression.reason))
    return details.isEmpty ? reason : "\(reason) (\(details.joined(separator: ", ")))"
  }

  /// Markers that do nothing, and why: stale ones are taken out, faulty ones mended.
  mutating func writeMarkers(_ markers: [InlineMarker], in document: MaskedDocument) {
    let idle = markers.filter { $0.state != .honoured }
    guard !idle.isEmpty else { return }
    canvas.line("MARKERS THAT EXEMPT NOTHING", .warning, indent: 1)
    for marker in idle {
      let line = document.position(
        of: marker.location.range.start, in: marker.location.part
      ).line
      let place = document.part(marker.location.part).map { part in
        part.isMainBody ? "line \(Wording.grouped(line))" : PlaceWords.name(of: part)
      }
      canvas.line(
        Wording.capitalised("\(place ?? "a marker"): \(marker.state.words)"), indent: 4,
        hanging: 6)
    }
    canvas.blank()
  }
}
