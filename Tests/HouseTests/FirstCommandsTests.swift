import Testing

/// The two commands that a newcomer types are kept in `.ci/commands`; `.ci/run` runs the second as it stands there.
@Suite struct FirstCommandsTests {
  @Test func thereAreTwo() throws {
    let commands = try Repository.file(".ci/commands").text
    #expect(
      commands == """
        .ci/set-up && swift run redress price Fixtures/cases/missed-visits.json
        .ci/set-up && swift test

        """)
  }

  @Test(.enabled(if: Repository.exists("README.md"))) func theREADMEGivesThem() throws {
    let lines = try Repository.file("README.md").lines.map { $0.hasPrefix("$ ") ? $0.dropFirst(2) : $0 }
    for command in try Repository.file(".ci/commands").lines where !command.isEmpty {
      #expect(lines.contains(command), "README.md does not give: \(command)")
    }
  }
}
