import ArgumentParser
import BenchmarkSupport
import ExpungeCast
import ExpungeDetection
import ExpungeJudgement
import ExpungeText
import ExpungeWorkflows
import FoundationEssentials

/// Puts faults into clean drafts and counts how many the cast list finds; and counts its alarms on the
/// drafts as they are.
@main
struct Mutations: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures what the cast list finds of faults put into clean drafts.",
    discussion: """
      Of gold files only documents without any span are taken. A fault counts as found when a finding \
      of its class stands at its place, or at another place of the document where there was none \
      before; "any" counts a finding of any cast class at the place.
      """)

  @Option(help: "Faults of each kind and draft.")
  var seeds = 12

  @Option(help: "Number that the seeds begin at.")
  var first: UInt64 = 1

  @Option(help: "The publisher's profile.")
  var profile = "lgsco"

  @Flag(help: "Print every fault that was not found, and every alarm on a clean draft.")
  var misses = false

  @Argument(help: "Gold files (.jsonl) and text files.")
  var drafts: [String]

  private struct Draft {
    var name: String
    var text: String
  }

  private struct Figure {
    var tries = 0
    var found = 0
    var any = 0
  }

  private struct Observed {
    var check: String
    var range: Range<Int>
    var places: [Range<Int>]
    var severity: Severity
  }

  func run() throws {
    var options = EngineOptions()
    options.profile = profile
    let engine = try AuditEngine(options: options)
    var auditor = DocumentAuditor(engine: engine)
    var figures: [Mutator.Fault: Figure] = [:]
    var high = 0
    var alarms: [String: Int] = [:]
    let drafts = try read()
    for (number, draft) in drafts.enumerated() {
      let before = observed(draft.text, &auditor)
      for finding in before {
        alarms[finding.check, default: 0] += 1
        if finding.severity >= .high { high += 1 }
        if misses { print("alarm", draft.name, finding.check, excerpt(finding.range, draft.text)) }
      }
      let mutator = Mutator(draft.text)
      for fault in Mutator.Fault.allCases {
        for round in 0..<UInt64(seeds) {
          var seed = FixedSeed(first &+ round &* 7_919 &+ UInt64(number) &* 104_729)
          guard let mutation = mutator.mutation(fault, seed: &seed) else { continue }
          let after = observed(mutation.text, &auditor)
          let touching = after.filter { finding in
            finding.places.contains { place in
              mutation.places.contains { $0.overlaps(place) || $0 == place }
            }
          }
          let count = { (all: [Observed]) in all.count { $0.check == fault.rawValue } }
          let isFound = count(touching) > 0 || count(after) > count(before)
          figures[fault, default: Figure()].tries += 1
          if isFound { figures[fault]?.found += 1 }
          if !touching.isEmpty { figures[fault]?.any += 1 }
          if misses, !isFound, let place = mutation.places.first {
            print("miss", draft.name, fault.rawValue, excerpt(place, mutation.text))
          }
        }
      }
    }
    report(figures, drafts: drafts.count, high: high, alarms: alarms)
  }

  private func report(
    _ figures: [Mutator.Fault: Figure], drafts: Int, high: Int, alarms: [String: Int]
  ) {
    print("fault  tries  recall  at the place, any class")
    for fault in Mutator.Fault.allCases {
      let figure = figures[fault] ?? Figure()
      let tries = Double(max(1, figure.tries))
      print(
        "\(fault.rawValue) ", Figures.column(Double(figure.tries), 6, digits: 0),
        Figures.column(Double(figure.found) / tries, 7, digits: 3),
        Figures.column(Double(figure.any) / tries, 7, digits: 3))
    }
    print(
      "\(drafts) drafts as they are: \(high) findings of high severity or more,",
      Figures.text(10 * Double(high) / Double(max(1, drafts)), digits: 2), "in ten drafts")
    print(
      "by class:",
      alarms.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
  }

  private func observed(_ text: String, _ auditor: inout DocumentAuditor) -> [Observed] {
    let examined = auditor.examine(Array(text.utf8), path: "draft.txt", name: nil)
    return examined.audit.findings.compactMap { finding in
      guard finding.label == .consistency, let location = finding.location else { return nil }
      let pieces = finding.related.filter { $0.role == .piece }.map(\.location)
      let range = location.range.start..<location.range.end
      return Observed(
        check: finding.classCode, range: range,
        places: [range] + pieces.map { $0.range.start..<$0.range.end },
        severity: finding.severity)
    }
  }

  private func read() throws -> [Draft] {
    var read: [Draft] = []
    for path in drafts {
      let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
      let name = String(path.split(separator: "/").last ?? "")
      if path.hasSuffix(".jsonl") {
        for document in try GoldDocument.read(bytes) where document.spans.isEmpty {
          read.append(Draft(name: "\(name) \(document.identifier)", text: document.text))
        }
      } else {
        read.append(Draft(name: name, text: String(decoding: bytes, as: UTF8.self)))
      }
    }
    return read
  }

  private func excerpt(_ range: Range<Int>, _ text: String) -> String {
    let bytes = Array(text.utf8)
    let before = String(
      decoding: bytes[max(0, range.lowerBound - 60)..<range.lowerBound], as: UTF8.self)
    let after = String(
      decoding: bytes[range.upperBound..<min(bytes.count, range.upperBound + 40)], as: UTF8.self)
    let place = String(decoding: bytes[range], as: UTF8.self)
    return (before + "[[" + place + "]]" + after).split(whereSeparator: \.isNewline)
      .joined(separator: " / ")
  }
}
