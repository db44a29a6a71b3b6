import GRDB
import Redress
import RedressFiles
import RedressSigning

/// What a run is made of.
public struct RunOrder: Sendable {
  /// Something that payment waits for and that somebody has seen.
  public struct Seen: Hashable, Sendable {
    /// The name of the rule: `acceptance-form`.
    public let name: String
    /// The offer that it was seen for; `nil` for every offer of the run.
    public let offer: Int?

    /// Something that was seen.
    public init(name: String, offer: Int? = nil) {
      self.name = name
      self.offer = offer
    }
  }

  /// Payments, or credits to rent accounts.
  public var kind: Run.Kind
  /// What payment waits for and was seen.
  public var seen: [Seen]
  /// Offers that are not to be paid now, each with why.
  public var held: [Int: String]
  /// Offers whose payment came back, and that are to be listed again.
  public var again: Set<Int>

  /// What a run is made of.
  public init(_ kind: Run.Kind, seen: [Seen] = [], held: [Int: String] = [:], again: Set<Int> = []) {
    self.again = again
    self.kind = kind
    self.seen = seen
    self.held = held
  }

  func seen(for offer: Int) -> [String] { seen.filter { $0.offer == nil || $0.offer == offer }.map(\.name) }
}

/// What came of making a run.
public struct RunOutcome: Sendable {
  /// Something that is open and was not listed.
  public struct LeftOut: Hashable, Sendable {
    /// Why it was left out.
    public enum Why: String, CaseIterable, Hashable, Sendable {
      /// Payment waits for something that nobody has seen.
      case waits
      /// Whoever makes the run prepared or approved it.
      case ownWork = "own-work"
      /// No rent account is stated.
      case noRentAccount = "rent-account"
      /// A payment of it came back, and nobody said that it is to be listed again.
      case returned
      /// A revision of it is being prepared.
      case revision
      /// The audit found something of it.
      case finding
    }

    /// The number of the offer.
    public let offer: Int
    /// The reference of its case.
    public let reference: String
    /// Why it was left out.
    public let why: Why
    /// The same in a whole sentence.
    public let says: String

    /// Whether somebody has to put it right before it can be paid.
    public var isFinding: Bool { why == .noRentAccount || why == .finding }
  }

  /// The event that records the run; `nil` where there was nothing to list.
  public let event: Event?
  /// The run; `nil` where there was nothing to list.
  public let run: Run?
  /// What is open and was not listed.
  public let leftOut: [LeftOut]
}

extension RegisterWriting {
  /// Lists what is accepted, open and not listed yet, and records the list as one run. Nothing is recorded where there
  /// is nothing to list.
  ///
  /// - Parameter write: keeps the bytes of the list where they can be given out once the run is recorded. The run is
  ///   not recorded where it throws.
  public func makeRun(_ order: RunOrder, write: ([UInt8]) throws -> Void) throws -> RunOutcome {
    var leftOut: [RunOutcome.LeftOut] = []
    var lines: [RunFile.Line] = []
    let numbers = try reading.openNumbers(order.kind)
    try checkSeen(order, numbers)
    for number in numbers {
      lines += try self.lines(of: number, order, &leftOut)
    }
    guard !lines.isEmpty else { return RunOutcome(event: nil, run: nil, leftOut: leftOut) }
    let file = RunFile(order.kind, number: nextNumber, lines: lines)
    let bytes = file.bytes
    let run = Run(kind: order.kind, entries: file.entries, digest: Digest(of: bytes))
    try write(bytes)
    let event = try append(.run(run), offer: nil)
    try self.write(run, event)
    return RunOutcome(event: event, run: run, leftOut: leftOut)
  }

  /// A name that nothing waits for is a slip, and would go unnoticed.
  private func checkSeen(_ order: RunOrder, _ numbers: [Int]) throws {
    var waits: [Int: [String]] = [:]
    for number in numbers where !order.seen.isEmpty {
      waits[number] = try life(number).acceptance?.waitsFor.map(\.name) ?? []
    }
    for seen in order.seen where !waits.isEmpty {
      let names = seen.offer.map { waits[$0] ?? [] } ?? waits.values.flatMap { $0 }
      if names.contains(seen.name) { continue }
      let known = Set(waits.values.flatMap { $0 }).sorted().joined(separator: ", ")
      let what = seen.offer.map { "offer \($0) waits for" } ?? "any open offer waits for"
      throw ActRefusal(
        .paymentWaits, "Nothing of the name \(seen.name) is what \(what). Names: \(known.isEmpty ? "none" : known).")
    }
  }

  /// The lines of one offer; why there are none is added to what is left out.
  private func lines(
    of number: Int, _ order: RunOrder, _ leftOut: inout [RunOutcome.LeftOut]
  ) throws -> [RunFile.Line] {
    let life = try life(number)
    guard life.acceptedOn.map({ $0 <= stamp.on }) ?? false else { return [] }
    let sums = OpenSums(life, listed: try reading.openRunEntries(of: life), seen: order.seen(for: number))
    func leave(_ why: RunOutcome.LeftOut.Why, _ says: String) {
      leftOut.append(
        RunOutcome.LeftOut(offer: number, reference: life.drafted.reference, why: why, says: says))
    }
    let open = order.kind.open(sums)
    let waits = sums.unseen
    if !waits.isEmpty, order.kind.waitsForEvidence(life, sums) {
      let names = waits.map { $0.item == 0 ? $0.name : "\($0.name) for item \($0.item)" }
      leave(.waits, "It waits for \(names.joined(separator: ", ")).")
    }
    if open.isEmpty { return [] }
    if let says = order.held[number] {
      leave(.finding, says)
      return []
    }
    if let revision = life.pendingRevision {
      leave(.revision, "Offer \(revision), a revision of it, is being prepared. Send or withdraw that one first.")
      return []
    }
    let back = life.payments.filter {
      !$0.counts && ($0.recorded.value.method == Payment.setOff) == (order.kind == .credits)
    }
    if let last = back.last, !order.again.contains(number) {
      leave(
        .returned,
        "Payment \(last.recorded.event), \(last.recorded.value.amount) by \(last.recorded.value.method), came back. "
          + "Pay it another way with redress pay, or list it again with --again \(number).")
      return []
    }
    if let part = life.part(of: stamp.by) {
      leave(.ownWork, "\(stamp.by) \(part), and cannot put its payment on a list. Somebody else makes that run.")
      return []
    }
    let (payee, accounts) = (try reading.payee(of: life), try reading.accounts(of: life))
    let lines = open.flatMap { RunFile.lines(life, $0, payee: payee, accounts: accounts, run: nextNumber) }
    if order.kind == .credits, let without = lines.first(where: { $0.account.isEmpty }) {
      let what = without.debt.isEmpty ? "rent-account" : Acceptance.Credit(debt: without.debt, amount: .zero).account
      leave(.noRentAccount, "No \(what) is stated to credit. Revise it, with the account under `references`.")
      return []
    }
    return lines
  }
}

extension Run.Kind {
  /// The way of paying that is posted to a rent account, as credits to arrears are.
  private static let toRentAccount = "rent-account"

  /// What of an offer is listed in a run of this kind.
  func open(_ sums: OpenSums) -> [OpenSums.Open] {
    let money = sums.payments.filter { ($0.method == Self.toRentAccount) == (self == .credits) }
    guard self == .credits, sums.credit > .zero else { return money }
    return [OpenSums.Open(method: Payment.setOff, amount: sums.credit)] + money
  }

  /// Whether something of this kind is still held back by what nobody has seen.
  func waitsForEvidence(_ life: OfferLife, _ sums: OpenSums) -> Bool {
    let items = life.sums.items.filter { !$0.isInKind && $0.payable > .zero }
    let own = items.filter { (sums.method(of: $0) == Self.toRentAccount) == (self == .credits) }
    guard life.sums.payable > life.paid else { return false }
    return own.contains { item in sums.unseen.contains { $0.item == 0 || $0.item == item.number } }
  }
}

extension RegisterReading {
  /// The numbers of the offers of which something is open, in their order.
  func openNumbers(_ kind: Run.Kind) throws -> [Int] {
    let open = kind == .payments ? "payable > paid" : "(set_off > credited OR payable > paid)"
    return try Int.fetchAll(
      db.cachedStatement(sql: "SELECT number FROM offer WHERE state = 'accepted' AND \(open) ORDER BY number"))
  }

  /// The accounts of a case, by what its references call them.
  func accounts(of life: OfferLife) throws -> [String: String] {
    let references = try files(of: life).record.references
    return Dictionary(references.map { ($0.name, $0.text) }) { first, _ in first }
  }

  /// Whom an offer is paid to: the first line of the address while it is there, else the household, else the case.
  func payee(of life: OfferLife) throws -> String {
    if let digest = life.drafted.letterDigest, let bytes = try bytes(of: digest),
      let part = try? LetterPart.read(SourceText(name: "letter", bytes: bytes)),
      let first = part.node["to"]?.list?.first?.text ?? part.node["to"]?.text, !first.isEmpty
    {
      return first
    }
    return life.drafted.household ?? life.drafted.reference
  }
}
