extension Explanation {
  func windowSays(_ line: Line) -> String {
    guard let window = (matrix.windows + (matrix.acceptance.map { [$0] } ?? [])).first(where: { $0.rule == line.rule })
    else { return "" }
    let act = matrix.facts[ref: window.until].name
    switch line.finding {
    case .notStarted: return "Not tried: \(act) is not given."
    case .staysOpen: return "In time: it was still going on."
    case .opens(let from, let lastDay, let extended):
      let how = extended ? "as was agreed" : "\(first(window)) from \(from)"
      return "The last day to accept is \(lastDay), \(how)."
    case .inTime(let count):
      return "\(count.on) is in time: the last day was \(count.lastDay), \(first(window)) from \(count.from)."
    case .allowed(let count, let decision): return "\(lateness(count, window)) \(words(decision))"
    case .declined(let count, let decision): return "\(lateness(count, window)) \(words(decision))"
    case .awaits(let count, let decision):
      return "\(lateness(count, window)) A person must decide: \(matrix.decisions[ref: decision].name)."
    case .late(let count): return lateness(count, window)
    case .noted(let count):
      return "\(lateness(count, window)) This bars the complaint; the request for money is judged by its own window."
    default: return ""
    }
  }

  private func first(_ window: Window) -> String {
    guard let within = window.steps.first?.within else { return "" }
    return "\(within.period)"
  }

  /// How late an act was: after the last day in time, and within or after the step that it fell in.
  private func lateness(_ count: WindowCount, _ window: Window) -> String {
    let inTime = window.steps[0].within?.lastDay(from: count.from).map { "\($0)" } ?? "the last day"
    let start = "\(count.on) is after \(inTime), \(first(window)) from \(count.from)"
    if let within = window.steps[count.step].within {
      return "\(start), and within \(within.period), which end on \(count.lastDay)."
    }
    return count.step > 1 ? "\(start), and after \(count.lastDay)." : "\(start)."
  }
}
