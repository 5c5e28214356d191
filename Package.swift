// swift-tools-version: 6.2
import PackageDescription

/// The gate builds with this set, so that no warning lands.
let refusesWarnings = Context.environment["EXPUNGE_WARNINGS_AS_ERRORS"] != nil

/// Every target of ours: Swift 6 mode, explicit existentials, imports that stay inside their module.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (refusesWarnings ? [.treatAllWarnings(as: .error)] : [])

let kernelSettings: [CSetting] = refusesWarnings ? [.treatAllWarnings(as: .error)] : []

/// The command carries Swift's libraries in itself: loading them one by one takes longer than a scan
/// of a small file. The libraries after the first are what Foundation needs and does not name.
let standsAlone: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]
  + [
    "CoreFoundation", "FoundationInternationalization", "_FoundationICU", "_FoundationCShims",
    "_FoundationCollections",
  ].map { .linkedLibrary($0, .when(platforms: [.linux], configuration: .release)) }

/// Optimised in debug builds, too: the tests scan megabytes, and every build compiles the patterns.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The modules of the data's way, lowest first: each may import only what stands above it.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings + optimised)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "Expunge",
  products: [
    .executable(name: "expunge", targets: ["expunge"]),
    .executable(name: "expunge-reader", targets: ["expunge-reader"]),
    .library(name: "ExpungeDevelopment", targets: ["ExpungeWorkflows", "ExpungeParsers"]),
    .library(name: "ExpungeTestSupport", targets: ["TestSupport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(name: "CLibExif", pkgConfig: "libexif", providers: [.apt(["libexif-dev"])]),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(name: "CKernels", cSettings: kernelSettings),
    .target(name: "CProcess", cSettings: kernelSettings),

    module("PCRE2", ["CPCRE2"]),
    module("ExpungeHashing", ["CSodium"]),
    module("ExpungeFiles", ["CProcess"]),
    module("ExpungeText", []),
    module("ExpungeJSON", ["ExpungeText"]),
    module("ExpungeDetection", ["PCRE2", "CKernels", "ExpungeText"]),
    module("ExpungePeople", ["ExpungeText"]),
    module("ExpungeCast", ["ExpungeText"]),
    module("ExpungePacks", ["PCRE2", "ExpungeDetection", "ExpungeHashing", "Yams"]),
    .target(
      name: "Resources", dependencies: ["CKernels"], swiftSettings: settings,
      plugins: ["CompilePatterns"]),
    module(
      "ExpungeJudgement",
      [
        "PCRE2", "ExpungeHashing", "ExpungeText", "ExpungeDetection", "ExpungePeople",
        "ExpungeCast",
      ]),
    module(
      "ExpungeRedaction", ["ExpungeText", "ExpungeJSON", "ExpungeDetection", "ExpungeJudgement"]),
    module("ExpungeDocuments", ["CKernels", "ExpungeText", "ExpungeFiles", "CProcess"]),
    module(
      "ExpungeParsers",
      [
        "CGumbo", "CLibXML2", "CLibZip", "CLibArchive", "CLibExif", "ExpungeText",
        "ExpungeDocuments",
      ]),
    module(
      "ExpungeReporting",
      [
        "ExpungeHashing", "ExpungeText", "ExpungeJSON", "ExpungeDetection", "ExpungeCast",
        "ExpungeJudgement", "Resources",
      ]),
    module(
      "ExpungeWorkflows",
      [
        "ExpungeHashing", "ExpungeFiles", "ExpungeText", "ExpungeJSON", "ExpungeDetection",
        "ExpungePacks", "ExpungePeople", "ExpungeCast", "Resources", "ExpungeJudgement",
        "ExpungeRedaction",
        "ExpungeDocuments", "ExpungeReporting", "CProcess",
      ]),

    .executableTarget(
      name: "expunge",
      dependencies: [
        "ExpungeWorkflows", "CProcess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings, linkerSettings: standsAlone),
    .executableTarget(
      name: "expunge-reader", dependencies: ["ExpungeParsers", "CProcess"],
      swiftSettings: settings),
    .executableTarget(
      name: "expunge-compile-patterns", dependencies: ["ExpungePacks", "ExpungePeople"],
      swiftSettings: settings),
    .plugin(
      name: "CompilePatterns", capability: .buildTool(), dependencies: ["expunge-compile-patterns"]),

    .target(name: "CFaults", path: "Tests/CFaults", cSettings: kernelSettings),
    .executableTarget(
      name: "expunge-fault", dependencies: ["CProcess", "CFaults"], path: "Tests/FaultProgram",
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["ExpungeText"], path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("PCRE2Tests", ["PCRE2"]),
    tests("ExpungeHashingTests", ["ExpungeHashing"]),
    tests("ExpungeTextTests", ["ExpungeText"]),
    tests("ExpungePeopleTests", ["ExpungePeople", "ExpungeText", "Resources"]),
    tests(
      "ExpungeCastTests",
      ["ExpungeCast", "ExpungeDetection", "ExpungeText", "ExpungePacks", "Resources"]),
    tests("ExpungeJSONTests", ["ExpungeJSON", "ExpungeText"]),
    tests("ExpungeDetectionTests", ["CKernels", "ExpungeDetection", "ExpungePacks", "Resources"]),
    tests(
      "ExpungePacksTests",
      [
        "ExpungePacks", "ExpungeDetection", "ExpungeText", "PCRE2", "Resources",
        "expunge-compile-patterns",
      ]),
    tests("ExpungeJudgementTests", ["ExpungeJudgement", "ExpungePacks", "Resources"]),
    tests(
      "ExpungeRedactionTests",
      ["ExpungeRedaction", "ExpungeText", "ExpungeDetection", "ExpungeJudgement"],
      exclude: ["Goldens"]),
    tests("ExpungeDocumentsTests", ["ExpungeDocuments", "ExpungeParsers", "expunge-reader"]),
    tests(
      "ExpungeReportingTests",
      ["ExpungeReporting", "ExpungeText", "ExpungeDetection", "ExpungeJudgement"],
      exclude: ["Goldens"]),
    tests("ExpungeFilesTests", ["ExpungeFiles"]),
    tests(
      "ExpungeWorkflowsTests",
      ["ExpungeWorkflows", "ExpungePacks", "ExpungeJudgement", "ExpungeText"]),
    tests(
      "CommandTests",
      [
        "expunge", "expunge-reader", "expunge-fault", "ExpungeHashing", "ExpungePacks",
        "ExpungeText",
      ],
      exclude: ["Goldens", "Fixtures"]),
  ],
  cLanguageStandard: .gnu17
)
