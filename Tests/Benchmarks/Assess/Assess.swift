import Foundation
import Redress
import RedressFiles

/// How many cases a second the engine assesses, explanation and all, with the facts already in memory and on one
/// thread.
///
/// Run from the root of the repository:
/// `swift run -c release AssessBenchmark [cases] [rounds] [--alone] [--workload]`. The seed is fixed, so that two runs
/// assess the same cases. The cases are of the Progress scheme, or of the performance workload, where filling the facts
/// is timed too. The second calculation (recheck) is timed beside it in the same run, unless `--alone` leaves it out.
@main
struct AssessBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let count = arguments.first ?? 100_000
    let rounds = arguments.dropFirst().first ?? 15
    if CommandLine.arguments.contains("--workload") {
      let matrix = try matrix(in: "Tests/Benchmarks/workload/Matrices", of: "workload", from: "2022-01-01")
      var draw = WorkloadDraw(matrix, seed: 7)
      let numbers = (0..<count).map { _ in draw.next() }
      fill(numbers, numbers.map { draw.stated($0) }, draw, matrix, rounds)
    } else {
      let matrix = try matrix(in: "Matrices", of: "progress", from: "2022-10-01")
      var draw = CaseDraw(matrix, seed: 7)
      assess((0..<count).map { _ in draw.next() }, matrix, rounds)
    }
  }

  private static func matrix(in folder: String, of scheme: String, from day: String) throws -> Matrix {
    try MatrixLibrary(folder: folder).edition(Literal.edition(day), of: scheme).matrix
  }

  /// Fills the facts of each case, by itself and with its assessment, as a reader of many files does.
  private static func fill(
    _ numbers: [WorkloadDraw.Numbers], _ stated: [ContiguousArray<CaseFacts.Stated>], _ draw: WorkloadDraw,
    _ matrix: Matrix, _ rounds: Int
  ) {
    var facts = CaseFacts(for: matrix)
    var sheet = Assessment()
    let assessor = Assessor(matrix)
    var (kept, lines) = (Int64(0), 0)
    if !CommandLine.arguments.contains("--assess-only") {
      let seconds = median(rounds) {
        for place in numbers.indices {
          draw.fill(&facts, numbers[place], stated[place])
          kept &+= Int64(facts.itemCount)
        }
      }
      report("fill", numbers.count, seconds)
    }
    if CommandLine.arguments.contains("--fill-only") { return }
    let seconds = median(rounds) {
      for place in numbers.indices {
        fill(&facts, numbers[place], stated[place], draw, assess: assessor, into: &sheet)
        kept &+= sheet.award?.payable.pence ?? 0
        lines += sheet.lines.count
      }
    }
    report("fill and assess", numbers.count, seconds)
    print("\(lines / rounds / numbers.count) lines each, checksum \(kept)")
  }

  /// Apart, so that the facts are lent and not copied, as a variable that a closure holds would be.
  private static func fill(
    _ facts: inout CaseFacts, _ numbers: WorkloadDraw.Numbers, _ stated: ContiguousArray<CaseFacts.Stated>,
    _ draw: WorkloadDraw, assess assessor: Assessor, into sheet: inout Assessment
  ) {
    draw.fill(&facts, numbers, stated)
    assessor.assess(facts, into: &sheet)
  }

  private static func assess(_ cases: [CaseFacts], _ matrix: Matrix, _ rounds: Int) {
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
      "\(cases.count) cases, \(lines / cases.count) lines each:",
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
    report("assess", cases.count, assess)
    print("checksum \(kept / Int64(rounds))")
    if CommandLine.arguments.contains("--alone") { return }
    let again = median(max(1, rounds / 5)) {
      for facts in cases {
        assessor.assess(facts, into: &sheet)
        kept &+= Int64(recheck(sheet, of: facts, under: matrix).count)
      }
    }
    report("assess and recheck", cases.count, again)
    print("ratio of the two: \(String(format: "%.1f", again / assess)); checksum \(kept)")
  }

  private static func median(_ rounds: Int, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let times = (0..<rounds).map { _ in clock.measure(body) / .seconds(1) }.sorted()
    return times[times.count / 2]
  }

  private static func report(_ name: String, _ count: Int, _ seconds: Double) {
    let each = String(format: "%.1f", seconds / Double(count) * 1e9)
    print("\(name): \(Int(Double(count) / seconds)) cases a second, \(each) ns each")
  }
}
