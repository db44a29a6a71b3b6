import Foundation
import GRDB
import Redress
import RedressFiles

/// What is to be erased.
public struct ErasureOrder: Sendable {
  /// The offers by their numbers; all that are due where it is empty.
  public var offers: [Int]
  /// Why.
  public var because: String
  /// For how long records are kept after an offer has ended.
  public var retention: Period
  /// Why they are erased earlier than six years after the end; `nil` where they are not.
  public var earlierBecause: String?

  /// What is to be erased.
  public init(
    offers: [Int], because: String, retention: Period = ErasureOrder.usual, earlierBecause: String? = nil
  ) {
    self.offers = offers
    self.because = because
    self.retention = retention
    self.earlierBecause = earlierBecause
  }

  /// The time within which a claim on a contract can be brought.
  public static let usual = Period(6, .years)

  /// The first day on which the files of an offer that ended on a day may be erased.
  func firstDay(after end: CivilDate) -> CivilDate? {
    guard let own = Deadline(retention).lastDay(from: end), let usual = Deadline(Self.usual).lastDay(from: end) else {
      return nil
    }
    return earlierBecause == nil ? max(own, usual) : own
  }

  /// The reason as the event records it.
  var recorded: String { because + (earlierBecause.map { " Earlier than \(Self.usual): \($0)" } ?? "") }
}

/// What was erased, with nothing in it where nothing was left to erase.
public struct ErasureOutcome: Hashable, Sendable {
  /// The offers whose personal files were erased.
  public let offers: [Int]
  /// How many files were erased.
  public let files: Int
  /// How many stay, as an offer that is kept uses them too.
  public let shared: Int
}

extension RegisterWriting {
  /// Erases what is personal of offers that ended long enough ago: the letter part, the documents as they were sent,
  /// and the case that came from another system. Their digests stay, and the chain with them.
  public func erase(_ order: ErasureOrder) throws -> ErasureOutcome {
    try checkRetention(order)
    let due = try order.offers.isEmpty ? dueOffers(order) : order.offers.sorted().map { try dueOffer($0, order) }
    var numbers: Set<Int> = try erasedBefore()
    numbers.formUnion(due.map(\.number))
    var candidates: [(offer: Int?, digest: Digest)] = []
    for life in due { candidates += try personalFiles(of: life, numbers).map { (life.number, $0) } }
    if order.offers.isEmpty { candidates += try loneCases(order).map { (nil, $0) } }
    let shared = try usedElsewhere(Set(candidates.map(\.digest)), apartFrom: numbers)
    let erased = candidates.filter { !shared.contains($0.digest) }
    try record(erased, order)
    return ErasureOutcome(
      offers: Set(erased.compactMap(\.offer)).sorted(), files: Set(erased.map(\.digest)).count, shared: shared.count)
  }

  /// Events of a thousand files each, so that none grows without bound.
  private func record(_ erased: [(offer: Int?, digest: Digest)], _ order: ErasureOrder) throws {
    var done: Set<Digest> = []
    for start in stride(from: 0, to: erased.count, by: 1000) {
      let part = erased[start..<min(start + 1000, erased.count)]
      let files = part.map(\.digest).filter { done.insert($0).inserted }
      if files.isEmpty { continue }
      try append(
        .erased(
          Erasure(offers: Set(part.compactMap(\.offer)).sorted(), files: files, because: order.recorded)), offer: nil)
      for digest in files {
        try db.cachedStatement(sql: "UPDATE file SET bytes = NULL WHERE digest = ?").execute(arguments: [digest.text])
      }
    }
  }

  // MARK: What is due

  private func checkRetention(_ order: ErasureOrder) throws {
    guard order.retention.unit != .workingDays, let own = Deadline(order.retention).lastDay(from: stamp.on),
      let usual = Deadline(ErasureOrder.usual).lastDay(from: stamp.on)
    else { throw ActRefusal(.retention, "\(order.retention) is not a time for which records are kept.") }
    if own < usual, order.earlierBecause == nil {
      throw ActRefusal(
        .retention,
        "\(order.retention) is shorter than \(ErasureOrder.usual). To erase earlier, say why: --earlier-because WHY")
    }
  }

  private func dueOffers(_ order: ErasureOrder) throws -> [OfferLife] {
    let numbers = try Int.fetchAll(
      db,
      sql: "SELECT number FROM offer WHERE state IN ('closed', 'declined', 'withdrawn', 'superseded') ORDER BY number")
    return try numbers.compactMap { number in
      let life = try life(number)
      return try endedOn(life).flatMap { order.firstDay(after: $0) }.flatMap { $0 <= stamp.on ? life : nil }
    }
  }

  private func dueOffer(_ number: Int, _ order: ErasureOrder) throws -> OfferLife {
    let life = try life(number)
    guard let end = try endedOn(life) else {
      throw ActRefusal(
        .retention, "Offer \(number) is \(life.state.rawValue), and not at its end. Only what is closed is erased.")
    }
    guard let first = order.firstDay(after: end), first <= stamp.on else {
      throw ActRefusal(
        .retention,
        "Offer \(number) ended on \(end). What is personal of it is kept until "
          + "\(order.firstDay(after: end) ?? .latest)."
      )
    }
    return life
  }

  /// The day on which an offer came to its end; `nil` where it has not. One whose place was taken ends with the other.
  private func endedOn(_ life: OfferLife) throws -> CivilDate? {
    if life.pendingRevision != nil { return nil }
    switch life.state {
    case .closed: return life.closedOn
    case .declined, .withdrawn: return life.lastActOn
    case .superseded:
      guard let next = life.supersededBy, let end = try endedOn(self.life(next)) else { return nil }
      return max(life.lastActOn, end)
    default: return nil
    }
  }

  // MARK: Files

  private func personalFiles(of life: OfferLife, _ erased: Set<Int>) throws -> [Digest] {
    var files = [life.drafted.letterDigest].compactMap { $0 } + (life.issued?.documents.map(\.digest) ?? [])
    // A case is kept as long as any decision of it.
    if try reading.offers(ofCase: life.drafted.reference).allSatisfy({ erased.contains($0) }) {
      files += try reading.imports(ofCase: life.drafted.reference).map(\.digest)
    }
    return try stillThere(files)
  }

  /// Cases that came in long ago, and of which no decision was ever drafted.
  private func loneCases(_ order: ErasureOrder) throws -> [Digest] {
    let events = try reading.events(
      sql: "SELECT body FROM event WHERE offer IS NULL AND kind = 'imported' AND NOT EXISTS "
        + "(SELECT 1 FROM offer WHERE reference = json_extract(body, '$.reference')) ORDER BY number")
    var cases: [String: (last: CivilDate, digests: Set<Digest>)] = [:]
    for event in events {
      guard case .imported(let imported) = event.act else { continue }
      var known = cases[imported.reference] ?? (event.stamp.on, [])
      known.last = max(known.last, event.stamp.on)
      known.digests.insert(imported.digest)
      cases[imported.reference] = known
    }
    let due = cases.values.filter { known in order.firstDay(after: known.last).map { $0 <= stamp.on } ?? false }
    return try stillThere(due.flatMap(\.digests).sorted { $0.text < $1.text })
  }

  private func stillThere(_ files: [Digest]) throws -> [Digest] {
    try files.filter { digest in
      try Bool.fetchOne(
        db.cachedStatement(
          sql: "SELECT bytes IS NOT NULL AND kind IN ('letter', 'document', 'case') FROM file WHERE digest = ?"),
        arguments: [digest.text]) ?? false
    }
  }

  private func erasedBefore() throws -> Set<Int> {
    var offers: Set<Int> = []
    for event in try reading.events(sql: "SELECT body FROM event WHERE offer IS NULL AND kind = 'erased'") {
      if case .erased(let erasure) = event.act { offers.formUnion(erasure.offers) }
    }
    return offers
  }

  /// Those of some files that an offer uses which is kept.
  private func usedElsewhere(_ digests: Set<Digest>, apartFrom erased: Set<Int>) throws -> Set<Digest> {
    if digests.isEmpty { return [] }
    var used: Set<Digest> = []
    let bodies = try Row.fetchCursor(
      db, sql: "SELECT offer, body FROM event WHERE offer IS NOT NULL AND kind IN ('drafted', 'issued')")
    while let row = try bodies.next() {
      if erased.contains(row[0]) { continue }
      guard let event = try? EventReader.event(row[1]) else { continue }
      used.formUnion(event.act.files.map(\.digest).filter(digests.contains))
    }
    return used
  }
}

extension Register {
  /// Takes out of the file's journal what was erased of the file itself.
  ///
  /// - Returns: whether it is out; not while somebody else reads.
  public func clearTraces() throws -> Bool {
    do {
      _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      return true
    } catch let error as DatabaseError {
      if [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) { return false }
      throw RegisterFault(error, path: path)
    }
  }
}
