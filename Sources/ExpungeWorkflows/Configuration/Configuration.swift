package import ExpungeDetection
import ExpungeJudgement
import ExpungePacks
import ExpungeText

/// What a run is told, and by whom: the command line first, then the settings, then the profile.
package struct Configuration: Sendable {
  /// What stands on the command line; nil or empty where nothing does.
  package struct Given: Sendable {
    package var profile: String?
    package var patterns: String?
    package var failOn: Severity?
    package var baseline: String?

    package init() {}
  }

  /// Where a value came from.
  package enum Origin: Sendable, Equatable {
    case builtIn
    case profile
    case settings(line: Int, column: Int)
    case commandLine
  }

  /// One value of the run, for a person: what `config explain` prints.
  package struct Entry: Sendable, Equatable {
    package var key: String
    package var value: String
    package var origin: Origin
  }

  package let options: EngineOptions
  package let settings: SettingsFile?
  /// The file of known findings, if one is to be used.
  package let baseline: String?
  package private(set) var entries: [Entry] = []

  /// - Parameter options: what no settings can say: the date, parts of the engine.
  package init(options: EngineOptions, given: Given, settings file: SettingsFile?) {
    var options = options
    let settings = file?.settings ?? Settings()
    let folder = file?.folder ?? ""
    func inFolder(_ placed: Settings.Placed<String>?) -> Settings.Placed<String>? {
      placed.map { place in
        var place = place
        let path = PathText.joined(folder, place.value)
        place.value = PathText.relative(path, to: PathText.absolute(".")) ?? path
        return place
      }
    }
    options.settings = file.map { .init(name: $0.name, sha256: $0.sha256) }
    options.profile = Self.text("profile", given.profile, settings.profile, &entries) ?? "lgsco"
    options.patterns = Self.text("patterns", given.patterns, inFolder(settings.patterns), &entries)
    baseline = Self.text("baseline", given.baseline, inFolder(settings.baseline), &entries)
    options.failOn = given.failOn ?? settings.failOn?.value
    if given.failOn != nil {
      entries.append(Entry(key: "fail-on", value: Self.name(options.failOn), origin: .commandLine))
    } else {
      entries.append(
        Entry(
          key: "fail-on", value: Self.name(options.failOn),
          origin: settings.failOn.map { .settings(line: $0.line, column: $0.column) } ?? .profile))
    }
    for pattern in settings.exclude {
      options.exclude.patterns.append(pattern.value)
      entries.append(
        Entry(
          key: "exclude", value: pattern.value,
          origin: .settings(line: pattern.line, column: pattern.column)))
    }
    options.exclude.folder = folder
    for person in settings.named {
      options.named.append(person.value)
      // A name stands in the settings for a reason, but this output may go to a log.
      entries.append(
        Entry(
          key: "named", value: person.value.office.isEmpty ? "a person" : person.value.office,
          origin: .settings(line: person.line, column: person.column)))
    }
    for item in settings.acknowledged {
      options.acknowledged.append(item.value)
      let end = item.value.until.map { ", until \($0)" } ?? ""
      entries.append(
        Entry(
          key: "acknowledged", value: "\(item.value.sha256.prefix(12))\(end)",
          origin: .settings(line: item.line, column: item.column)))
    }
    for key in Limits.keys {
      let placed = settings.limits[key.name]
      if let placed { options.limits[keyPath: key.value] = placed.value }
      entries.append(
        Entry(
          key: "limits.\(key.name)", value: String(options.limits[keyPath: key.value]),
          origin: placed.map { .settings(line: $0.line, column: $0.column) } ?? .builtIn))
    }
    self.options = options
    self.settings = file
  }

  private static func name(_ severity: Severity?) -> String {
    severity?.name ?? "as the profile says"
  }

  private static func text(
    _ key: String, _ given: String?, _ placed: Settings.Placed<String>?, _ entries: inout [Entry]
  ) -> String? {
    let origin: Origin =
      given != nil
      ? .commandLine
      : placed.map { .settings(line: $0.line, column: $0.column) } ?? .builtIn
    let value = given ?? placed?.value
    entries.append(
      Entry(key: key, value: value ?? (key == "profile" ? "lgsco" : "none"), origin: origin))
    return value
  }
}
