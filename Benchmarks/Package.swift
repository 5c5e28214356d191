// swift-tools-version: 6.2
import PackageDescription

/// The name under which SwiftPM compiles the package in the folder above: the folder's own name,
/// lower case, with every character that a C identifier cannot hold replaced.
///
/// What the benchmarks measure has package access; modules compiled under one package name see it.
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

let development = Target.Dependency.product(
  name: "ExpungeDevelopment", package: expunge.identity)
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// `packageAccess: false` keeps SwiftPM from naming this package, so that the name above holds.
func program(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name, dependencies: ["BenchmarkSupport", development, arguments] + dependencies,
    packageAccess: false, swiftSettings: settings)
}

let package = Package(
  name: "ExpungeBenchmarks",
  products: [.library(name: "BenchmarkSupport", targets: ["BenchmarkSupport"])],
  dependencies: [
    .package(path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(
      name: "BenchmarkSupport",
      dependencies: [development, .product(name: "Yams", package: "Yams")],
      packageAccess: false, swiftSettings: settings),
    program("corpus"),
    program("count"),
    program("costs"),
    program("names"),
    program("people"),
    program("mutations"),
    program("ratios", [.product(name: "ExpungeTestSupport", package: expunge.identity)]),
  ],
  cLanguageStandard: .gnu17
)
