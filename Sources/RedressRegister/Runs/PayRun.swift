import Redress
import RedressFiles

/// What came of recording a run as paid.
public struct PaidRun: Sendable {
  /// The run.
  public let run: Run
  /// The payments that were recorded now.
  public let paid: [(entry: Run.Entry, event: Event)]
  /// The entries that were recorded before, or whose payment came back, or that were taken off the run.
  public let before: [Run.Entry]
  /// The proofs with which those were recorded.
  let proofsBefore: [String]

  /// A proof that was recorded before and is another one; `nil` where there is none.
  public func otherProof(than proof: String) -> String? { proofsBefore.first { $0 != proof } }
}

extension RegisterWriting {
  /// Records every open entry of a run as paid, all of them or none. What was recorded before is not recorded again.
  ///
  /// - Parameters:
  ///   - proof: what shows it: the reference of the transfer or of the posting. All payments of the run have it.
  ///   - seen: what payment waits for and the payer has seen.
  public func payRun(_ number: Int, proof: String, seen: [RunOrder.Seen] = []) throws -> PaidRun {
    let run = try reading.run(number)
    var paid: [(entry: Run.Entry, event: Event)] = []
    var before: [Run.Entry] = []
    var proofs: [String] = []
    for entry in run.entries {
      let life = try life(entry.offer)
      let isOpen = try reading.openRunEntries(of: life).contains { $0.run == number && $0.method == entry.method }
      guard isOpen else {
        before.append(entry)
        proofs += life.payments.map(\.recorded.value).filter { $0.run == number && $0.method == entry.method }.map(
          \.proof)
        continue
      }
      let waits = life.acceptance?.waitsFor.map(\.name) ?? []
      let names = seen.filter { ($0.offer == nil || $0.offer == entry.offer) && waits.contains($0.name) }.map(\.name)
      let order = PaymentOrder(
        method: entry.method, amount: entry.amount, proof: proof, seen: names, run: number)
      do { paid.append((entry, try pay(entry.offer, order).event)) } catch let refusal as ActRefusal {
        throw ActRefusal(
          refusal.rule, "Offer \(entry.offer) of run \(number): \(refusal.says) Nothing of the run was recorded.",
          sources: refusal.sources)
      }
    }
    return PaidRun(run: run, paid: paid, before: before, proofsBefore: proofs)
  }
}

extension RegisterReading {
  /// A run that must be there.
  /// - Throws: ``ActRefusal`` where the number is not that of a run.
  public func run(_ number: Int) throws -> Run {
    if case .run(let run)? = try events(sql: "SELECT body FROM event WHERE number = ?", [number]).first?.act {
      return run
    }
    throw ActRefusal(.run, "There is no run \(number) in this register.")
  }

  /// The bytes of a run's list, exactly as they were given out.
  /// - Throws: ``ActRefusal`` where the list cannot be made again, as what names its payees was erased.
  public func bytes(ofRun number: Int) throws -> [UInt8] {
    let run = try run(number)
    var lines: [RunFile.Line] = []
    for entry in run.entries {
      guard let life = try life(of: entry.offer) else { throw ActRefusal(.run, "Offer \(entry.offer) is missing.") }
      lines += RunFile.lines(
        life, OpenSums.Open(method: entry.method, amount: entry.amount), payee: try payee(of: life),
        accounts: try accounts(of: life), run: number)
    }
    let bytes = RunFile(run.kind, number: number, lines: lines).bytes
    if Digest(of: bytes) == run.digest { return bytes }
    throw ActRefusal(
      .run,
      "The list of run \(number) cannot be written again as it was: what named its payees was erased since, or an "
        + "offer was changed. Its entries stand in the register: run_entry.")
  }
}
