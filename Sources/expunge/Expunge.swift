import ArgumentParser

@main
struct Expunge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expunge",
    abstract: "Finds what is left of people in decisions about to be published.")
}
