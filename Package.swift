// swift-tools-version: 6.2
import PackageDescription

// A consumer of the engine alone writes `traits: []` and fetches no other package:
// every dependency below is used only under a trait that it leaves off.
let package = Package(
  name: "redress",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Redress", targets: ["Redress"]),
    .library(name: "RedressFiles", targets: ["RedressFiles"]),
    .library(name: "RedressDocuments", targets: ["RedressDocuments"]),
    .library(name: "RedressSigning", targets: ["RedressSigning"]),
    .library(name: "RedressLetters", targets: ["RedressLetters"]),
    .library(name: "RedressRegister", targets: ["RedressRegister"]),
    .executable(name: "redress", targets: ["RedressCommand"]),
  ],
  traits: [
    .default(enabledTraits: ["Command"]),
    .trait(name: "Files", description: "Read matrices and case facts from files."),
    .trait(name: "Command", description: "The redress command.", enabledTraits: ["Files"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .target(name: "Redress", swiftSettings: strict),
    .target(
      name: "RedressFiles",
      dependencies: [
        "Redress",
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["Files"])),
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Files"])),
      ],
      swiftSettings: strict),
    .target(name: "RedressDocuments", dependencies: ["Redress"], swiftSettings: strict),
    .target(
      name: "RedressSigning",
      dependencies: [
        "Redress", "RedressFiles",
        .product(name: "Crypto", package: "swift-crypto", condition: .when(traits: ["Files"])),
      ],
      swiftSettings: strict),
    .target(
      name: "RedressLetters",
      dependencies: ["Redress", "RedressFiles", "RedressDocuments", "RedressSigning"],
      resources: [.embedInCode("Catalogues"), .embedInCode("Rendering/Script/render.py")],
      swiftSettings: strict),
    .target(
      name: "RedressRegister",
      dependencies: [
        "Redress", "RedressFiles", "RedressDocuments", "RedressSigning",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Command"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "RedressCommand",
      dependencies: [
        "Redress", "RedressFiles", "RedressDocuments", "RedressSigning", "RedressLetters", "RedressRegister",
        .product(
          name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Command"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "AssessBenchmark", dependencies: ["Redress", "RedressFiles"], path: "Tests/Benchmarks/Assess",
      swiftSettings: strict),
    .executableTarget(
      name: "BatchBenchmark", dependencies: ["Redress", "RedressFiles"], path: "Tests/Benchmarks/Batch",
      swiftSettings: strict),
    .executableTarget(
      name: "LettersBenchmark", dependencies: ["RedressDocuments", "RedressLetters", "SampleLetters"],
      path: "Tests/Benchmarks/Letters", exclude: ["bulk.py"], swiftSettings: strict),
    .executableTarget(
      name: "RegisterBenchmark", dependencies: ["Redress", "RedressFiles", "RedressRegister", "RedressSigning"],
      path: "Tests/Benchmarks/Register", swiftSettings: strict),
    .target(
      name: "SampleLetters", dependencies: ["Redress", "RedressDocuments"], path: "Tests/SampleLetters",
      swiftSettings: strict),
    .target(
      name: "FuzzedReaders",
      dependencies: ["Redress", "RedressFiles", "RedressDocuments", "RedressSigning", "RedressRegister"],
      path: "Tests/Fuzzing/Readers", swiftSettings: strict),
    .target(name: "SeededRandomness", path: "Tests/SeededRandomness", swiftSettings: strict),
    .testTarget(name: "RedressTests", dependencies: ["Redress", "SeededRandomness"], swiftSettings: strict),
    .testTarget(name: "RedressFilesTests", dependencies: ["RedressFiles", "SeededRandomness"], swiftSettings: strict),
    .testTarget(
      name: "RedressDocumentsTests", dependencies: ["RedressDocuments", "SampleLetters", "SeededRandomness"],
      swiftSettings: strict),
    .testTarget(
      name: "RedressSigningTests", dependencies: ["RedressSigning", "SeededRandomness"], swiftSettings: strict),
    .testTarget(
      name: "RedressLettersTests", dependencies: ["RedressLetters", "SampleLetters", "SeededRandomness"],
      swiftSettings: strict),
    .testTarget(
      name: "RedressRegisterTests",
      dependencies: ["RedressRegister", "RedressCommand", "FuzzedReaders", "SeededRandomness"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["RedressFiles", "RedressCommand"], swiftSettings: strict),
    .testTarget(
      name: "GalleryTests",
      dependencies: ["Redress", "RedressFiles", "RedressDocuments", "RedressCommand", "SeededRandomness"],
      swiftSettings: strict),
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)

/// The program that `Tests/Fuzzing/run.py` builds. It hands over to libFuzzer, so only a build that links libFuzzer can
/// hold it.
var fuzzing: [Target] {
  guard Context.environment["REDRESS_FUZZ"] != nil else { return [] }
  return [
    .executableTarget(
      name: "FuzzReader", dependencies: ["FuzzedReaders"], path: "Tests/Fuzzing/Target",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])])
  ]
}

/// Every warning is an error, in our own targets only.
var strict: [SwiftSetting] { [.treatAllWarnings(as: .error)] }
