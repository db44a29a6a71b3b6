/// The commands that a Markdown file shows in its `console` blocks, with what it says they print:
///
///     ```console
///     $ redress price Fixtures/cases/outside-its-level.json
///     …what is printed, to the letter…
///     ? 65
///     ```
///
/// The last line gives the exit code, and is there only when that is not 0. A command that ends in `\` goes on.
struct Transcript {
  struct Step: Equatable {
    let command: String
    /// The number of the command's line, from 1.
    let line: Int
    /// Where the answer stands among the lines of the file.
    let answer: Range<Int>
  }

  struct Fault: Error, Equatable, CustomStringConvertible {
    let line: Int
    let says: String
    var description: String { "line \(line): \(says)" }
  }

  private(set) var lines: [String]
  private(set) var steps: [Step] = []

  init(_ text: String) throws(Fault) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var place = 0
    while place < lines.count {
      if lines[place] == "```console" {
        place = try readBlock(after: place)
      } else if lines[place].contains("```console") {
        throw Fault(line: place + 1, says: "a console block starts at the beginning of a line, with nothing after it")
      }
      place += 1
    }
  }

  var text: String { lines.joined(separator: "\n") }

  func answer(to step: Step) -> [String] { Array(lines[step.answer]) }

  /// Puts new answers, one a step, in the places of the old.
  mutating func replaceAnswers(by answers: [[String]]) throws(Fault) {
    for (step, answer) in zip(steps, answers).reversed() { lines.replaceSubrange(step.answer, with: answer) }
    self = try Transcript(text)
  }

  /// Reads the steps of a block and returns the place of its closing fence.
  private mutating func readBlock(after fence: Int) throws(Fault) -> Int {
    guard let end = lines[(fence + 1)...].firstIndex(of: "```") else {
      throw Fault(line: fence + 1, says: "this block is never closed")
    }
    var place = fence + 1
    if place == end || !lines[place].hasPrefix("$ ") {
      throw Fault(line: fence + 1, says: "a console block begins with a command, after \"$ \"")
    }
    while place < end {
      let line = place + 1
      var command = String(lines[place].dropFirst(2))
      place += 1
      while command.hasSuffix("\\"), place < end {
        command += "\n" + lines[place]
        place += 1
      }
      let next = lines[place..<end].firstIndex { $0.hasPrefix("$ ") } ?? end
      steps.append(Step(command: command, line: line, answer: place..<next))
      place = next
    }
    return end
  }
}
