import ExpungeFiles
import ExpungeReporting
import Foundation

/// The page that GitHub's runner shows for a step, where it asks for one.
enum StepSummary {
  /// Nil outside a step of a workflow.
  static func reporter(paths: PathStyle) -> (any Reporter)? {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
    else { return nil }
    return StepSummaryReporter(paths: paths) {
      try AppendedFile.append($0, to: FilePath(path), name: "the step summary")
    }
  }
}
