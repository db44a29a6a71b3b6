import Foundation
import Redress
import RedressFiles

/// How many cases a second the engine assesses, explanation and all, with the facts already in memory and on one
/// thread.
///
/// Run from the root of the repository: `swift run -c release AssessBenchmark [cases] [rounds] [--alone]`. The seed is
/// fixed, so that two runs assess the same cases. The second calculation (recheck) is timed beside it in the same run,
/// unless `--alone` leaves it out.
@main
struct AssessBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let count = arguments.first ?? 100_000
    let rounds = arguments.dropFirst().first ?? 15
    let edition = try MatrixLibrary(folder: "Matrices").edition(Literal.edition("2022-10-01"), of: "progress")
    let matrix = edition.matrix
    var draw = CaseDraw(matrix, seed: 7)
    let cases = (0..<count).map { _ in draw.next() }
    let assessor = Assessor(matrix)

    var sheet = Assessment()
    var outcomes: [Assessment.Outcome: Int] = [:]
    var lines = 0
    for facts in cases {
      assessor.assess(facts, into: &sheet)
      outcomes[sheet.outcome, default: 0] += 1
      lines += sheet.lines.count
    }
    print(
      "\(count) cases, \(lines / count) lines each:",
      outcomes.map { "\($0.value) \($0.key.rawValue)" }.sorted().joined(separator: ", "))

    var kept: Int64 = 0
    let assess = median(rounds) {
      // By span, so that the loop itself copies no case.
      let cases = cases.span
      for place in cases.indices {
        assessor.assess(cases[place], into: &sheet)
        kept &+= sheet.award?.payable.pence ?? 0
      }
    }
    report("assess", count, assess)
    if CommandLine.arguments.contains("--alone") { return }
    let again = median(max(1, rounds / 5)) {
      for facts in cases {
        assessor.assess(facts, into: &sheet)
        kept &+= Int64(recheck(sheet, of: facts, under: matrix).count)
      }
    }
    report("assess and recheck", count, again)
    print("ratio of the two: \(String(format: "%.1f", again / assess)); checksum \(kept)")
  }

  private static func median(_ rounds: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<rounds).map { _ in clock.measure(body) / .seconds(1) }.sorted()
    return times[times.count / 2]
  }

  private static func report(_ name: String, _ count: Int, _ seconds: Double) {
    let each = String(format: "%.0f", seconds / Double(count) * 1e9)
    print("\(name): \(Int(Double(count) / seconds)) cases a second, \(each) ns each")
  }
}
