import ArgumentParser
import ExpungeReporting

/// Where and how the commands that decide about documents report.
struct ReportArguments: ParsableArguments {
  @Option(help: "How to report on standard output.")
  var format = ReportFormat.text

  @Option(
    help: ArgumentHelp(
      "Write a report into a new file beside that, such as sarif=results.sarif. Can be given again.",
      valueName: "format=file"))
  var report: [String] = []

  @Flag(help: "Print the verdict and nothing else.")
  var quiet = false
}

extension ReportFormat: ExpressibleByArgument {}
