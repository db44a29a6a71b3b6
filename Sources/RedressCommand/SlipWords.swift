import RedressFiles

/// What came of trying whether examples notice a slip, in words.
struct SlipWords {
  let run: MutationRun

  init(_ run: MutationRun) { self.run = run }

  /// How many were noticed, and the part that is.
  var summary: String {
    let explained = run.count - run.noticed - run.unexplained.count
    let parts = [
      "\(run.noticed) are noticed", "\(explained) are explained", "\(run.unexplained.count) are not noticed",
    ]
    return "slips tried: \(run.count), of which \(parts.joined(separator: ", ")): \(rate)"
  }

  /// The part of the slips that make a difference which is noticed, in tenths of a per cent, rounded down.
  private var rate: String {
    let all = run.noticed + run.unexplained.count
    let tenths = all == 0 ? 1000 : run.noticed * 1000 / all
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// How many findings there are.
  var findingCount: Int { run.unexplained.count + run.mislisted.count }

  /// The slips that nothing notices, one a line, and what is wrong with the list of survivors.
  var findings: [String] {
    let slips = run.unexplained.map { "  \($0)" }
    let block = ["No worked example notices these slips (line:column, what, now → changed):"] + slips
    return (slips.isEmpty ? [] : [block.joined(separator: "\n")]) + run.mislisted.map(\.text)
  }
}
