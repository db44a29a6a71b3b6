import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

/// The payment run and the rent credits.
struct RunOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write what is open to pay to this file, and record it as a run.", valueName: "file"),
    completion: .file())
  var payments: String?

  @Option(
    help: ArgumentHelp(
      "Write what is open to post to rent accounts to this file, and record it as a run.", valueName: "file"),
    completion: .file())
  var credits: String?

  @Option(help: ArgumentHelp("The officer who makes the run.", valueName: "officer"))
  var by: String?

  @Option(help: ArgumentHelp("The day on which it is made; today where it is left out.", valueName: "day"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "What payment waits for and was seen: NAME for all of the run, or OFFER:NAME for one.", valueName: "name"))
  var seen: [String] = []

  @Option(
    help: ArgumentHelp(
      "An offer whose payment came back and that is to be listed again. Repeat it for several.", valueName: "offer"))
  var again: [Int] = []

  @Option(help: ArgumentHelp("Write the list of this run again.", valueName: "number"))
  var run: Int?

  var isAsked: Bool { payments != nil || credits != nil }

  func validate() throws {
    if run != nil, (payments == nil) == (credits == nil) {
      throw ValidationError("With --run, say where to write it: --payments FILE or --credits FILE.")
    }
    if run != nil, by != nil || on != nil || !seen.isEmpty {
      throw ValidationError("A copy of a run is written as it was: leave out --by, --on and --seen.")
    }
    if isAsked, run == nil, by == nil { throw ValidationError("--by OFFICER is needed for a run.") }
    if !isAsked, by != nil || on != nil || !seen.isEmpty {
      throw ValidationError("--by, --on and --seen are for a run: give --payments FILE or --credits FILE.")
    }
    if let payments, payments == credits { throw ValidationError("Give --payments and --credits a file each.") }
    _ = try given
  }

  private var given: CivilDate? {
    get throws {
      guard let on else { return nil }
      do throws(UnreadLiteral) { return try Literal.day(on) } catch {
        throw ValidationError("--on: \(error.says) \(error.mend)")
      }
    }
  }

  private var files: [(kind: Run.Kind, path: String)] {
    [(Run.Kind.payments, payments), (.credits, credits)].compactMap { kind, path in path.map { (kind, $0) } }
  }

  // MARK: Making runs

  /// Makes the runs that are asked for, of offers that the audit has nothing grave against.
  func make(
    _ register: Register, _ audit: Audit, _ officers: OfficersFile, _ today: TodayOption, isJSON: Bool
  ) throws {
    for (_, path) in files { try Self.guardNew(path) }
    let day = try given ?? today.day
    if day > today.day { throw Console.refuse(ActRefusal(.day, "\(day) is in the future: today is \(today.day).")) }
    let stamp = try Stamp.of(by ?? "", on: day, today, officers)
    var held: [Int: String] = [:]
    var broken: [String] = []
    try Console.ending {
      _ = try audit.run(register) { finding in
        if finding.code == .register { broken.append(finding.says) }
        guard finding.code.holdsPayment, finding.grade == .finding, let offer = finding.offer else { return }
        if held[offer] == nil { held[offer] = "\(finding.code.rawValue): \(finding.says)" }
      }
    }
    if let first = broken.first {
      throw Console.refuse(
        ActRefusal(.run, "The register is not in order, and nothing is paid from it. \(first) See redress verify."))
    }
    var exit = Exit.yes
    for (kind, path) in files {
      let order = RunOrder(kind, seen: seen.map(RunOrder.Seen.init(text:)), held: held, again: Set(again))
      exit = .gravest(exit, try make(order, path, register, stamp, isJSON: isJSON))
    }
    try exit.end()
  }

  private func make(
    _ order: RunOrder, _ path: String, _ register: Register, _ stamp: Stamp, isJSON: Bool
  ) throws -> Exit {
    // The list is on the disk before the run is recorded, and gets its name after: a list that somebody can find is
    // always one of a recorded run.
    let part = try PartFile(beside: path)
    defer { part.discard() }
    let outcome = try Console.ending {
      try register.write(stamp) { writing in
        try writing.makeRun(order) { bytes in
          try part.write(bytes)
          try part.finish()
        }
      }
    }
    for left in outcome.leftOut {
      let code = left.isFinding ? "Left out" : "Not yet"
      Console.say("\(code): offer \(left.offer) (\(left.reference)). \(left.why.rawValue): \(left.says)")
    }
    let found: Exit = outcome.leftOut.contains(where: \.isFinding) ? .notYes : .yes
    guard let event = outcome.event, let run = outcome.run else {
      try sayNothing(order.kind, register, isLeftOut: !outcome.leftOut.isEmpty)
      if isJSON { try Console.result(RunJSON.bytes(order.kind, nil, nil, path: nil, outcome.leftOut)) }
      return found
    }
    guard part.place() else {
      Console.say(
        "redress: run \(event.number) is recorded, and \(path) could not be written. Its list is written again by: "
          + "redress audit --run \(event.number) --\(order.kind.rawValue) FILE")
      throw Exit.cannotWrite.code
    }
    try show(run, event.number, path, outcome.leftOut, isJSON: isJSON)
    return found
  }

  private func show(
    _ run: Run, _ number: Int, _ path: String, _ leftOut: [RunOutcome.LeftOut], isJSON: Bool
  ) throws {
    if isJSON { return try Console.result(RunJSON.bytes(run.kind, run, number, path: path, leftOut)) }
    let what = run.kind == .payments ? "payment" : "credit"
    let count = run.entries.count
    try Console.result("Run \(number): \(count) \(what)\(count == 1 ? "" : "s"), \(run.total), written to \(path).\n")
  }

  private func sayNothing(_ kind: Run.Kind, _ register: Register, isLeftOut: Bool) throws {
    let what = kind == .payments ? "pay" : "credit"
    Console.say(isLeftOut ? "There is nothing else to \(what)." : "There is nothing to \(what).")
    for run in try Console.ending({ try register.read { try $0.openRuns(kind) } }) {
      Console.say(
        "Run \(run.number) lists \(run.total) that is not recorded as paid, in \(run.entries) "
          + "\(run.entries == 1 ? "entry" : "entries"): redress pay --run \(run.number)")
    }
  }

  // MARK: Copies

  /// Writes the list of a run again, byte for byte.
  func copy(_ register: Register, isJSON: Bool) throws {
    guard let run, let (kind, path) = files.first else { return }
    try Self.guardNew(path)
    let (recorded, bytes) = try Console.ending {
      try register.read { reading in
        let recorded = try reading.run(run)
        if recorded.kind != kind {
          throw ActRefusal(.run, "Run \(run) lists \(recorded.kind.rawValue). Give --\(recorded.kind.rawValue) FILE.")
        }
        return (recorded, try reading.bytes(ofRun: run))
      }
    }
    try FileWriting.writeNew(bytes, to: path)
    Console.say("Note: this is a copy of the list of run \(run). Nothing new was recorded; do not pay it twice.")
    try show(recorded, run, path, [], isJSON: isJSON)
  }

  /// Ends the command before it does anything, where a list would be written over something.
  static func guardNew(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    Console.say("redress: \(path) is there already, and is never written over. Choose another name.")
    throw Exit.cannotWrite.code
  }
}

extension RunOrder.Seen {
  /// `acceptance-form` for all of a run, or `12:acceptance-form` for one offer of it.
  init(text: String) {
    let parts = text.split(separator: ":", maxSplits: 1)
    if parts.count == 2, let offer = Int(parts[0]) {
      self.init(name: String(parts[1]), offer: offer)
    } else {
      self.init(name: text)
    }
  }
}
