import Foundation
import Redress
import RedressFiles

/// A batch without the command around it, for a profiler: what reading, assessing and writing take.
///
/// Usage: `BatchBenchmark FILE [--matrices DIR] [--explain none|codes|full] [--as ndjson|csv] [--jobs N]
/// [--to FILE]`. Without a file the rows go nowhere. `redress batch` is what is measured beside other programs
/// (`Tests/Benchmarks/workload`).
@main
struct BatchBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    func option(_ name: String) -> String? {
      arguments.firstIndex(of: "--" + name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
    }
    let file = arguments[1]
    var settings = BatchSettings(
      library: try MatrixLibrary(folder: option("matrices") ?? "Matrices"),
      today: CivilDate(year: 2026, month: 11, day: 26)!, name: file)
    settings.explanation = option("explain").flatMap { RowExplanation(rawValue: $0) } ?? .codes
    settings.form = option("as").flatMap { RowForm(rawValue: $0) } ?? (file.hasSuffix(".csv") ? .csv : .ndjson)
    let input = try BatchInput(descriptor: open(file, O_RDONLY), named: file, form: nil, settings: settings)
    let output = open(option("to") ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let batch = Batch(settings, from: input, to: output, jobs: option("jobs").flatMap { Int($0) } ?? 1)
    let clock = ContinuousClock()
    let time = clock.measure {
      batch.start()
      _ = batch.wait(seconds: 3600)
    }
    let rows = batch.progress.tally.rows
    let each = time / .nanoseconds(1) / Double(max(rows, 1))
    print("\(rows) rows, \(String(format: "%.0f", each)) ns each, \(batch.progress.outputBytes) bytes written")
  }
}
