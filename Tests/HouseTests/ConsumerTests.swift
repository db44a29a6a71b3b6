import Foundation
import Testing

/// A housing system that wants the arithmetic only takes the product `Redress` and gets no other package with it.
@Suite struct ConsumerTests {
  @Test(.timeLimit(.minutes(5))) func buildsWithTheEngineAloneAndFetchesNothing() async throws {
    let place = try TemporaryFolder()
    defer { place.remove() }
    try place.write(manifest, to: "consumer/Package.swift")
    try place.write(program, to: "consumer/Sources/consumer/main.swift")

    // A cache and a build folder of its own: nothing that was fetched before can serve it.
    let build = try await Subprocess.run(
      [
        "swift", "build", "--disable-sandbox", "--jobs", "2", "--package-path", "consumer",
        "--scratch-path", "build", "--cache-path", "cache",
      ], in: place.url)
    try #require(build.status == 0, "\(build.output)")

    #expect(contents(of: place, "build/checkouts") == [])
    #expect(contents(of: place, "build/repositories") == [])
    #expect(contents(of: place, "cache/repositories") == [])
    #expect(contents(of: place, "consumer") == ["Package.swift", "Sources"])

    let run = try await Subprocess.run([place.url.appendingPathComponent("build/debug/consumer").path])
    #expect(run.output == "£180.00 12 October 2026\n")
    #expect(run.status == 0)
  }

  private func contents(of place: TemporaryFolder, _ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: place.url.appendingPathComponent(folder).path)
    return (names ?? []).sorted()
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "consumer",
      platforms: [.macOS(.v15)],
      dependencies: [.package(path: "\(Repository.root.path)", traits: [])],
      targets: [
        .executableTarget(
          name: "consumer",
          dependencies: [.product(name: "Redress", package: "\(Repository.root.lastPathComponent)")])
      ]
    )
    """
  }

  private var program: String {
    """
    import Redress

    guard let day = CivilDate(year: 2026, month: 10, day: 12) else { fatalError("no such day") }
    print(Money(pence: 180_00), day)
    """
  }
}
