import Foundation
import Testing

/// What the documents show is what the command prints.
///
/// After a change that is meant, `REDRESS_UPDATE=1 swift test --filter Transcript` writes the new answers into the
/// files.
@Suite struct TranscriptTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["REDRESS_UPDATE"] == "1"

  private static let paths = (try? Repository.paths().filter { $0.hasSuffix(".md") }) ?? []

  @Test func thereAreSome() throws {
    let transcripts = try Repository.files(in: "Fixtures/transcripts", ending: ".md")
    #expect(!transcripts.isEmpty)
    for file in transcripts { #expect(try !Transcript(file.text).steps.isEmpty, "\(file.path) shows no command") }
  }

  @Test(arguments: paths) func showsWhatIsPrinted(path: String) async throws {
    let file = try Repository.file(path)
    var transcript = try Transcript(file.text)
    if transcript.steps.isEmpty { return }
    let answers = try await TranscriptRunner().answers(to: transcript)

    if Self.isUpdating {
      try transcript.replaceAnswers(by: answers)
      if transcript.text != file.text {
        try Data(transcript.text.utf8).write(to: Repository.root.appendingPathComponent(path), options: .atomic)
      }
      return
    }
    for (step, answer) in zip(transcript.steps, answers) {
      let shown = transcript.answer(to: step)
      guard let place = firstDifference(shown, answer) else { continue }
      Issue.record(
        """
        \(path):\(step.line): \(step.command)
        line \(step.answer.lowerBound + place + 1) shows:  \(place < shown.count ? shown[place] : "nothing more")
        but it prints:  \(place < answer.count ? answer[place] : "nothing more")
        """)
    }
  }

  private func firstDifference(_ one: [String], _ other: [String]) -> Int? {
    if let place = zip(one, other).enumerated().first(where: { $1.0 != $1.1 })?.offset { return place }
    return one.count == other.count ? nil : min(one.count, other.count)
  }
}
