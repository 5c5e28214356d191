import Foundation
import PackagePlugin

/// Compiles `Patterns/`, `Reports/Schemas/` and `Reports/Templates/` into one Swift file of the `Resources` module.
@main
struct CompilePatterns: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let root = context.package.directoryURL
    let output = context.pluginWorkDirectoryURL.appending(path: "CompiledPatterns.swift")
    let inputs = ["Patterns", "Reports/Schemas", "Reports/Templates"].flatMap { folder in
      files(below: root.appending(path: folder))
    }
    return [
      .buildCommand(
        displayName: "Compiling Patterns",
        executable: try context.tool(named: "expunge-compile-patterns").url,
        arguments: [root.path, output.path], inputFiles: inputs, outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
      .sorted { $0.path < $1.path }
  }
}
