// swift-tools-version: 6.2
import PackageDescription

/// The name under which SwiftPM compiles the package in the folder above; see `Benchmarks`.
let expunge: (identity: String, packageName: String) = {
  let folders = Context.packageDirectory.split(separator: "/")
  var identity = folders.dropLast().last.map { $0.lowercased() } ?? ""
  if identity.hasSuffix(".git") { identity.removeLast(4) }
  var name = identity.map { character -> Character in
    character.isLetter || character.isNumber ? character : "_"
  }
  if identity.first?.isNumber == true { name.insert("_", at: 0) }
  return (identity, String(name))
}()

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-package-name", expunge.packageName]),
]

let shared: [Target.Dependency] = [
  .product(name: "ExpungeDevelopment", package: expunge.identity),
  .product(name: "ExpungeTestSupport", package: expunge.identity),
  .product(name: "BenchmarkSupport", package: "Benchmarks"),
]

let package = Package(
  name: "ExpungeFuzz",
  dependencies: [
    .package(path: ".."),
    .package(path: "../Benchmarks"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .target(name: "CFuzzer"),
    .target(
      name: "FuzzSupport", dependencies: shared, packageAccess: false, swiftSettings: settings),
    .executableTarget(
      name: "fuzz", dependencies: ["CFuzzer", "FuzzSupport"] + shared, packageAccess: false,
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    .executableTarget(
      name: "long",
      dependencies: [
        "FuzzSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + shared, packageAccess: false, swiftSettings: settings),
  ],
  cLanguageStandard: .gnu17
)
