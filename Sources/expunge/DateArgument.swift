import ArgumentParser
import ExpungeWorkflows

/// The date that a run speaks for: there is no other clock.
struct DateArgument: ParsableArguments {
  @Option(help: "The date the run speaks for, such as 2026-11-22.")
  var at: String?

  func checked() throws -> String? {
    guard let at else { return nil }
    guard CalendarDate(at) != nil else {
      throw ConfigurationError("\u{201C}\(at)\u{201D} is no date: write it as 2026-11-22")
    }
    return at
  }
}
