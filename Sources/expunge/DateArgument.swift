import ArgumentParser
import ExpungeText
import ExpungeWorkflows

/// The date that a run speaks for: there is no other clock, so exemptions that end need it.
struct DateArgument: ParsableArguments {
  @Option(help: "The date the run speaks for, such as 2026-11-22.")
  var at: String?

  func checked() throws -> CalendarDay? {
    guard let at else { return nil }
    guard let day = CalendarDay(at) else {
      throw ConfigurationError("\u{201C}\(at)\u{201D} is no date: write it as 2026-11-22")
    }
    return day
  }
}
