import Foundation
import GRDB
import Redress
import RedressFiles

/// Holds a whole register against itself: its chain of events, its files, and everything that it works out of them.
///
/// It finds what was changed by anybody who did not also write everything anew, digests and all. Whoever did that is
/// found by a checkpoint that was kept elsewhere, and by nothing else.
public struct RegisterCheck: Sendable {
  /// One thing that was looked at.
  public struct Finding: Hashable, Sendable {
    /// What was looked at.
    public enum About: String, CaseIterable, Hashable, Sendable {
      /// In the order in which they are looked at.
      case database, tables, chain, checkpoint, files, offers, runs, signatures
    }

    /// What was looked at.
    public let about: About
    /// Whether all is well with it.
    public let isGood: Bool
    /// What was found, in whole sentences.
    public let says: String
    /// The event that it is about; `nil` where it is about none, or about many.
    public let event: Int?
    /// The offer that it is about; `nil` where it is about none, or about many.
    public let offer: Int?
  }

  /// How far the register has come; `nil` where its chain is broken.
  public let checkpoint: Checkpoint?
  /// What was found, in order.
  public let findings: [Finding]

  /// Whether everything that was looked at is well.
  public var isGood: Bool { findings.allSatisfy(\.isGood) }

  /// How many findings of one kind are kept. The rest is counted.
  public static let kept = 20
}

extension RegisterReading {
  /// Checks the whole register as it stands at this moment, event by event. It needs little memory, however large the
  /// register is.
  ///
  /// - Parameter checkpoint: how far it had come once, as finance kept it.
  public func check(against checkpoint: Checkpoint? = nil) throws -> RegisterCheck {
    let checker = RegisterChecker(self)
    do { try checker.check(against: checkpoint) } catch let error as DatabaseError {
      checker.bad(.database, "It cannot be read further: \(error.message ?? "\(error.resultCode)").")
    }
    return RegisterCheck(checkpoint: checker.stand, findings: checker.findings)
  }
}

/// Goes through a register and notes what is found.
final class RegisterChecker {
  let reading: RegisterReading
  /// How many things are looked at side by side.
  let strands = ProcessInfo.processInfo.activeProcessorCount
  private(set) var findings: [RegisterCheck.Finding] = []
  private var counts: [RegisterCheck.Finding.About: Int] = [:]
  var walk = ChainWalk()
  /// Whether the walk came to the end of the chain.
  var isWhole = false
  /// How many files the events say were erased.
  var erased = 0
  /// How many letter parts were not there when their offers came in.
  var lettersAbsent = 0
  /// How many lines were taken off runs.
  var entriesCancelled = 0
  /// How many lines the runs have.
  var runEntries = 0
  /// Whether the register has the table of open cases, which one of an earlier version has not.
  private(set) lazy var hasOpenCases = (try? db.tableExists("open_case")) ?? false

  init(_ reading: RegisterReading) { self.reading = reading }

  var db: Database { reading.db }

  /// How far the register has come.
  var stand: Checkpoint? {
    guard isWhole, let origin = walk.origin else { return nil }
    return Checkpoint(origin: origin, size: walk.size, head: walk.head)
  }

  func check(against checkpoint: Checkpoint?) throws {
    guard try checkDatabase() else {
      return note(.chain, false, "Nothing else was looked at, as the file itself is damaged.")
    }
    try checkTables()
    try checkChain(against: checkpoint)
    try checkFiles()
    guard isWhole else {
      return note(.offers, false, "The offers were not compared, as the events that tell their lives are broken.")
    }
    try checkOffers()
    try checkRuns()
  }

  // MARK: Findings

  func note(
    _ about: RegisterCheck.Finding.About, _ isGood: Bool, _ says: String, event: Int? = nil, offer: Int? = nil
  ) {
    findings.append(
      RegisterCheck.Finding(about: about, isGood: isGood, says: says, event: event, offer: offer))
  }

  /// Notes what is not well, as far as so much is kept of one kind.
  func bad(_ about: RegisterCheck.Finding.About, _ says: String, event: Int? = nil, offer: Int? = nil) {
    counts[about, default: 0] += 1
    if counts[about, default: 0] <= RegisterCheck.kept { note(about, false, says, event: event, offer: offer) }
  }

  /// Ends what was looked at of one kind: all is well, or how much more was found than is shown.
  func end(_ about: RegisterCheck.Finding.About, _ says: String) {
    let count = counts[about, default: 0]
    if count == 0 { return note(about, true, says) }
    if count > RegisterCheck.kept { note(about, false, "And \(count - RegisterCheck.kept) more of this kind.") }
  }
}
