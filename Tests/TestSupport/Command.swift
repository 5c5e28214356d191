package import Foundation

/// Runs the real programs, as a person or a pipeline would.
package struct Command {
  package struct Outcome: Sendable {
    package let status: Int32
    /// Whether a signal ended it.
    package let isSignalled: Bool
    package let output: Data
    package let errors: Data

    package var text: String { String(decoding: output, as: UTF8.self) }
    package var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The folder of the package.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A program that the build put beside the tests.
  package static func program(_ name: String) -> URL {
    let running = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent(name)
    if FileManager.default.isExecutableFile(atPath: running.path) { return running }
    #if DEBUG
      return root.appendingPathComponent(".build/debug/\(name)")
    #else
      return root.appendingPathComponent(".build/release/\(name)")
    #endif
  }

  /// Runs `expunge` to its end.
  ///
  /// - Parameters:
  ///   - environment: replaces the whole environment but for PATH.
  package static func expunge(
    _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
    in folder: URL? = nil
  ) throws -> Outcome {
    try run(program("expunge"), arguments, input: input, environment: environment, in: folder)
  }

  package static func run(
    _ program: URL, _ arguments: [String], input: Data? = nil,
    environment: [String: String] = [:], in folder: URL? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    ].merging(environment) { $1 }
    process.currentDirectoryURL = folder
    let files = try Scratch()
    defer { files.remove() }
    // Files rather than pipes: nothing can fill up and wait.
    let output = try files.handle("output")
    let errors = try files.handle("errors")
    process.standardOutput = output
    process.standardError = errors
    if let input {
      let source = files.url("input")
      try input.write(to: source)
      process.standardInput = try FileHandle(forReadingFrom: source)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    try output.close()
    try errors.close()
    return Outcome(
      status: process.terminationStatus,
      isSignalled: process.terminationReason == .uncaughtSignal,
      output: try Data(contentsOf: files.url("output")),
      errors: try Data(contentsOf: files.url("errors")))
  }

  /// A folder of its own, gone with `remove`.
  package struct Scratch {
    package let folder: URL

    package init() throws {
      folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("expunge-test-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    package func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

    @discardableResult
    package func write(_ text: String, to name: String) throws -> URL {
      try write(Data(text.utf8), to: name)
    }

    @discardableResult
    package func write(_ data: Data, to name: String) throws -> URL {
      let place = url(name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: place)
      return place
    }

    /// Names of everything below the folder, hidden files too.
    package func contents(of name: String = "") -> [String] {
      (FileManager.default.subpaths(atPath: url(name).path) ?? []).sorted()
    }

    package func remove() { try? FileManager.default.removeItem(at: folder) }

    fileprivate func handle(_ name: String) throws -> FileHandle {
      try Data().write(to: url(name))
      return try FileHandle(forWritingTo: url(name))
    }
  }
}
