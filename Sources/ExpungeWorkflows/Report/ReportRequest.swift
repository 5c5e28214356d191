package import ExpungeFiles
package import ExpungeReporting

/// A report that is to go into a file of its own: "sarif=results.sarif".
package struct ReportRequest<Format: NamedFormat>: Sendable {
  package let format: Format
  package let file: FilePath

  /// - Throws: `ConfigurationError` when the format is unknown or the file is missing.
  package init(_ argument: String) throws(ConfigurationError) {
    let known = Format.allCases.map(\.rawValue).joined(separator: ", ")
    guard let equals = argument.firstIndex(of: "=") else {
      throw ConfigurationError(
        "--report takes a format and a file, such as json=results.json; the formats are \(known)")
    }
    let name = String(argument[..<equals])
    guard let format = Format(rawValue: name) else {
      throw ConfigurationError(
        "there is no format \u{201C}\(name)\u{201D} for --report: use one of \(known)")
    }
    let path = String(argument[argument.index(after: equals)...])
    guard !path.isEmpty, path != "-" else {
      throw ConfigurationError(
        "--report \(name)= names no file: write the file's path after it, or use --format for standard output"
      )
    }
    self.format = format
    file = FilePath(path)
  }
}
