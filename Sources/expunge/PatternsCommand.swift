import ArgumentParser
import ExpungeJudgement
import ExpungePacks
import ExpungeWorkflows

/// What is looked for, and how one changes it.
struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns",
    abstract: "List, show, check, test, export and measure the rules and guards.",
    subcommands: [
      List.self, Show.self, Classes.self, Lint.self, Test.self, Export.self, CoverageCommand.self,
      CalibrateCommand.self,
    ],
    defaultSubcommand: List.self)

  struct Folder: ParsableArguments {
    @Option(
      help: "A folder of packs that replace or join the built-in ones.", completion: .directory)
    var patterns: String?
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "One line for each rule and guard.")
    @OptionGroup var folder: Folder

    mutating func run() throws {
      let output = CommandOutput()
      try output.write(lines: PatternLibraries.catalogue(folder: folder.patterns).list)
      try output.finish()
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Everything about one rule or guard, with its examples.")
    @OptionGroup var folder: Folder
    @Argument(help: "Its identifier, such as postal/postcode.") var identifier: String

    mutating func run() throws {
      let catalogue = try PatternLibraries.catalogue(folder: folder.patterns)
      guard let text = catalogue.show(identifier) else {
        throw ConfigurationError(
          "there is no rule or guard \u{201C}\(identifier)\u{201D}: see `expunge patterns list`")
      }
      let output = CommandOutput()
      try output.write(lines: text)
      try output.finish()
    }
  }

  struct Classes: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Every class of leak: whether it is looked for, and by what.")
    @OptionGroup var folder: Folder

    mutating func run() throws {
      let output = CommandOutput()
      try output.write(PatternLibraries.catalogue(folder: folder.patterns).classes)
      try output.finish()
    }
  }

  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check that every pattern is safe and every entry complete.")
    @Argument(help: "A folder of packs; the built-in ones when left out.") var folder: String?

    mutating func run() throws {
      let problems = try PatternLibraries.catalogue(folder: folder).lint()
      let output = CommandOutput()
      for problem in problems { try output.write(lines: "\(problem)\n") }
      let errors = problems.count { $0.gravity == .error }
      try output.write("\(errors) errors, \(problems.count - errors) warnings\n")
      try output.finish()
      throw CommandOutcome(code: (errors == 0 ? ExitCode.clean : .blocked).rawValue)
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Run the examples of every rule and guard.")
    @Argument(help: "A folder of packs; the built-in ones when left out.") var folder: String?

    mutating func run() throws {
      let report = try PatternLibraries.catalogue(folder: folder).test()
      let output = CommandOutput()
      for failure in report.failures { try output.write(lines: "\(failure)\n") }
      try output.write(
        "\(report.rules) rules and guards, \(report.examples) examples, \(report.failures.count) failed\n"
      )
      try output.finish()
      throw CommandOutcome(code: (report.failures.isEmpty ? ExitCode.clean : .blocked).rawValue)
    }
  }

  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the built-in packs into a new folder, to be changed and used by --patterns.")
    @Argument(help: "A folder that does not exist yet.", completion: .directory) var folder: String

    mutating func run() throws {
      let count = try PatternLibraries.export(to: folder)
      let output = CommandOutput()
      try output.write("\(count) files written\n")
      try output.finish()
    }
  }
}
