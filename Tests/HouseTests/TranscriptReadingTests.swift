import Testing

/// The transcripts are read, run and rewritten as they say.
@Suite struct TranscriptReadingTests {
  private let text = """
    Words.

    ```sh
    $ git clone …
    ```

    ```console
    $ echo one
    one
    $ redress price \\
      no-such-file
    redress: there is no file no-such-file.
    ? 66
    ```
    Words.

    """

  @Test func readsCommandsAndAnswers() throws {
    let transcript = try Transcript(text)
    #expect(transcript.steps.map(\.command) == ["echo one", "redress price \\\n  no-such-file"])
    #expect(transcript.steps.map(\.line) == [8, 10])
    #expect(
      transcript.steps.map(transcript.answer) == [
        ["one"], ["redress: there is no file no-such-file.", "? 66"],
      ])
    #expect(transcript.text == text)
  }

  @Test func runsThem() async throws {
    let transcript = try Transcript(text)
    let answers = try await TranscriptRunner().answers(to: transcript)
    #expect(answers == transcript.steps.map(transcript.answer))
  }

  @Test func seesAWrongAnswerAndRightsIt() async throws {
    for (right, wrong) in [("\none\n", "\ntwo\n"), ("? 66\n", ""), ("\none\n", "\none\n\n"), ("\none\n", "\n")] {
      var transcript = try Transcript(text.replacing(right, with: wrong))
      let answers = try await TranscriptRunner().answers(to: transcript)
      #expect(answers != transcript.steps.map(transcript.answer))
      try transcript.replaceAnswers(by: answers)
      #expect(transcript.text == text)
    }
  }

  @Test func runsTheNewcomersCommandWithoutBuildingAgain() async throws {
    let transcript = try Transcript("```console\n$ \(TranscriptRunner.newcomer)--version\n```")
    let plain = try Transcript("```console\n$ redress --version\n```")
    #expect(try await TranscriptRunner().answers(to: transcript) == TranscriptRunner().answers(to: plain))
  }

  @Test(arguments: ["swift test", ".ci/run", "rm -r .build", "swift run redress"])
  func runsNothingElse(command: String) async throws {
    let transcript = try Transcript("```console\n$ \(command)\n```")
    await #expect(throws: Transcript.Fault.self) { try await TranscriptRunner().answers(to: transcript) }
  }

  @Test(
    arguments: [
      "```console\n$ redress": 1, "```console\n```": 1, "```console\nredress\n```": 1, "a\n ```console\n ```": 2,
      "```console now\n```": 1,
    ])
  func refusesBlocksThatItWouldMisread(text: String, line: Int) throws {
    let fault = #expect(throws: Transcript.Fault.self) { try Transcript(text) }
    #expect(fault?.line == line)
  }
}
