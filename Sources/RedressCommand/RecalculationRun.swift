import Foundation
import Redress
import RedressDocuments
import RedressFiles
import RedressRegister

/// Makes a recalculation, keeps its progress beside its report, records it, and gives the report out.
struct RecalculationRun {
  let recalculation: Recalculation
  let register: Register
  let stamp: Stamp
  /// Where the report is written; `nil` for the terminal alone.
  let path: String?
  let isJSON: Bool
  let selection: TakeSelection?

  /// What a run came to.
  private struct Result {
    var summary = RecalculationSummary()
    /// The first of what was found, for a report that people read.
    var shown: [RecalculatedOffer] = []
    /// What is to be taken up.
    var chosen: [RecalculatedOffer] = []
    var digest = RunningDigest()

    mutating func add(_ found: RecalculatedOffer, _ json: [UInt8], _ selection: TakeSelection?) -> [UInt8] {
      let line = RecalculationJSON.line(of: json, isFirst: summary.all.offers == 0)
      summary.add(found)
      digest.add(line)
      if shown.count < RecalculationReport.shown { shown.append(found) }
      if selection?.contains(found) ?? false { chosen.append(found) }
      return line
    }
  }

  /// How the run ends, and what is to be taken up.
  func run() throws -> (exit: Exit, chosen: [RecalculatedOffer]) {
    Interruption.watch()
    let (inputs, progress, result) = try Console.ending { try register.read { try look($0) } }
    let digest = result.digest.digest
    let record = result.summary.record(of: recalculation, inputs: inputs, report: digest)
    let (event, isRepeated) = try Console.ending { try register.write(stamp) { try $0.record(record) } }
    if isRepeated {
      Console.say(
        "redress: the same recalculation was recorded before, as event \(event.number). Nothing was recorded twice.")
    }
    if let path { try place(result, inputs, progress, at: path) }
    if !isJSON {
      if let path {
        try Console.result(
          "Recalculated to \(recalculation.asOf): \(result.summary.tally.offers) open offers, "
            + "\(result.summary.all.offers) of them something else now. The report was written to \(path).\n")
      } else {
        try Console.show(RecalculationReport(recalculation, result.summary, found: result.shown).document)
      }
    }
    return (exit(result.summary), result.chosen)
  }

  private func exit(_ summary: RecalculationSummary) -> Exit {
    if summary.faults > 0 || !summary.isBalanced { return .ourFault }
    if summary.unassessed > 0 { return .faulty }
    return summary.all.offers > 0 ? .notYes : .yes
  }

  // MARK: Looking

  private func look(_ reading: RegisterReading) throws -> (Digest, RecalculationProgress?, Result) {
    let inputs = try recalculation.inputs(reading)
    var result = Result()
    var lines = RecalculationLines(isOn: isJSON)
    let start = RecalculationJSON.start(recalculation, inputs: inputs)
    result.digest.add(start)
    try lines.add(start)
    let progress = try path.map { try open($0, inputs, &result, &lines) }
    if let progress, progress.tally.last > 0 {
      Console.say("redress: going on after offer \(progress.tally.last).")
    }
    let tally = try recalculation.run(reading, from: progress?.tally ?? RecalculationTally()) { found, json in
      progress?.add(json)
      try lines.add(result.add(found, json, selection))
    } counted: { tally in
      do { try progress?.keep(tally) } catch { throw cannotKeep(progress) }
      if Interruption.isWanted { throw stopped(tally) }
    }
    result.summary.tally = tally
    let end = RecalculationJSON.end(result.summary)
    result.digest.add(end)
    try lines.add(end)
    try lines.flush()
    return (inputs, progress, result)
  }

  private func open(
    _ path: String, _ inputs: Digest, _ result: inout Result, _ lines: inout RecalculationLines
  ) throws -> RecalculationProgress {
    var before: [RecalculatedOffer] = []
    do {
      let progress = try RecalculationProgress(beside: path, inputs: inputs) { before.append($0) }
      if progress.isAnew {
        Console.say("redress: what stands in \(progress.path) is of another run or of another state. It begins anew.")
      }
      for found in before { try lines.add(result.add(found, found.json, selection)) }
      return progress
    } catch RecalculationProgress.Fault.inUse {
      Console.say("redress: another run writes \(path) now. Try again when it has ended.")
      throw Exit.locked.code
    } catch is RecalculationProgress.Fault {
      throw cannotKeep(nil)
    }
  }

  private func cannotKeep(_ progress: RecalculationProgress?) -> Error {
    Console.say("redress: cannot write \(progress?.path ?? path ?? "").")
    return Exit.cannotWrite.code
  }

  private func stopped(_ tally: RecalculationTally) -> Error {
    Console.say(
      path == nil
        ? "redress: stopped after offer \(tally.last). Nothing was recorded. With --to a run goes on where it was."
        : "redress: stopped after offer \(tally.last). Give the same command again to go on.")
    return Exit.stopped.code
  }

  // MARK: The report

  private func place(_ result: Result, _ inputs: Digest, _ progress: RecalculationProgress?, at path: String) throws {
    let part = try PartFile(beside: path)
    defer { part.discard() }
    switch ReportForm(path: path) {
    case .json:
      try part.write(RecalculationJSON.start(recalculation, inputs: inputs))
      var isFirst = true
      try progress?.eachLine { json in
        try part.write(RecalculationJSON.line(of: json, isFirst: isFirst))
        isFirst = false
      }
      try part.write(RecalculationJSON.end(result.summary))
    case .csv:
      try part.write(Array(RecalculationCSV.header.utf8))
      try progress?.each { try part.write(Array(RecalculationCSV.row(of: $0).utf8)) }
      try part.write(Array(RecalculationCSV.total(result.summary).utf8))
    case .html: try part.write(Array(HTMLEmitter().page(of: document(result)).utf8))
    case .text, nil: try part.write(Array((TextEmitter(width: 100).text(of: document(result))).utf8))
    }
    try part.finish()
    guard part.placeOrFindSame() else {
      Console.say("redress: another file is there already, and is never written over. Choose another name with --to.")
      throw part.cannotPlace
    }
    progress?.end()
  }

  private func document(_ result: Result) -> Document {
    RecalculationReport(recalculation, result.summary, found: result.shown).document
  }
}

/// A report in JSON that goes to standard output, a good part at a time.
private struct RecalculationLines {
  let isOn: Bool
  private var bytes: [UInt8] = []

  init(isOn: Bool) { self.isOn = isOn }

  mutating func add(_ line: [UInt8]) throws {
    if !isOn { return }
    bytes += line
    if bytes.count > 1 << 16 { try flush() }
  }

  mutating func flush() throws {
    try Console.result(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
