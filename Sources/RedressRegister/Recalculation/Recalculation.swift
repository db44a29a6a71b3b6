import Foundation
import GRDB
import Redress
import RedressFiles

/// Recalculates the open offers of a register: each must come out the same under its own edition, and is then assessed
/// under what holds now. Nothing of an offer is changed; what differs is given out, offer by offer.
///
/// It reads as things stand at one moment, a page of offers at a time, and stops nobody who writes.
public struct Recalculation: Sendable {
  let library: MatrixLibrary
  /// The day to which it is recalculated.
  public let asOf: CivilDate
  /// The edition that is tried on the offers of its scheme; `nil` where their own date selects one.
  public let edition: EditionName?
  /// The balances of accounts; `nil` where those of the offers hold.
  public let balances: Balances?
  /// What became known of cases.
  public let arrived: ArrivedFacts?
  static let page = 512

  /// A recalculation to a day.
  public init(
    library: MatrixLibrary, asOf: CivilDate, edition: EditionName? = nil, balances: Balances? = nil,
    arrived: ArrivedFacts? = nil
  ) {
    self.library = library
    self.asOf = asOf
    self.edition = edition
    self.balances = balances
    self.arrived = arrived
  }

  /// Looks at every open offer after those that were looked at before.
  ///
  /// - Parameters:
  ///   - tally: what was counted before, where a run goes on.
  ///   - strands: how many offers are looked at side by side.
  ///   - found: is given each offer that is something else now, in the order of their numbers, and the same in JSON.
  ///   - counted: is given the count after each page. What was found before it is whole.
  /// - Returns: the count of all.
  public func run(
    _ reading: RegisterReading, from tally: RecalculationTally = RecalculationTally(),
    strands: Int = ProcessInfo.processInfo.activeProcessorCount,
    found: (RecalculatedOffer, _ json: [UInt8]) throws -> Void,
    counted: (RecalculationTally) throws -> Void = { _ in }
  ) throws -> RecalculationTally {
    var tally = tally
    let desks = (0..<max(strands, 1)).map { _ in RecalculationDesk(self) }
    var offers = try reading.openOffers(after: tally.last, count: Self.page)
    while let end = offers.last {
      // The next page is loaded while the strands look at this one.
      let look = SideBySide(offers, strands: desks.count) { OfferRecalculation($0, desks[$1]).outcome }
      let next = Result { try reading.openOffers(after: end.number, count: Self.page) }
      for (offer, outcome) in zip(offers, look.results) {
        tally.count(offer, outcome)
        if case .found(let offer, let json) = outcome { try found(offer, json) }
      }
      tally.add(accounts: desks.flatMap { $0.takeAccounts() })
      tally.last = end.number
      try counted(tally)
      offers = try next.get()
    }
    try tally.finish(reading, self)
    return tally
  }
}

extension Recalculation {
  /// The digest of everything that the result depends on: what was asked for, the files that were given, the editions
  /// and calendars, and how far the register had come. Records of recalculations do not count.
  public func inputs(_ reading: RegisterReading) throws -> Digest {
    let state = try String.fetchOne(
      reading.db, sql: "SELECT digest FROM event WHERE kind <> 'recalculated' ORDER BY number DESC LIMIT 1")
    var parts = [
      Self.format, asOf.isoText, edition.map { "\($0)" } ?? "", balances?.digest.text ?? "", arrived?.digest.text ?? "",
      state ?? "",
    ]
    for scheme in try reading.openSchemes() {
      for name in library.editions(of: scheme) { parts.append(file(library.path(of: scheme, name))) }
    }
    let calendars = (try? FileManager.default.contentsOfDirectory(atPath: "\(library.folder)/calendars")) ?? []
    parts += calendars.sorted().map { file("\(library.folder)/calendars/\($0)") }
    return Digest(of: Array(parts.joined(separator: "\n").utf8))
  }

  /// The name of the format of reports.
  public static let format = "redress-recalculation/1"

  /// The path of a file within the library, and the digest of its bytes.
  private func file(_ path: String) -> String {
    let bytes = (try? Data(contentsOf: URL(fileURLWithPath: path))).map { Array($0) }
    return "\(path.dropFirst(library.folder.count)) \(bytes.map { Digest(of: $0).text } ?? "")"
  }
}

/// The facts that files for a recalculation may state.
public struct RecalculationVocabulary: Sendable {
  /// Debts that are set off, and the part of them that is disputed.
  public private(set) var debts: [String] = []
  /// Every fact that people state.
  public private(set) var facts: Set<String> = []

  /// What the schemes of open offers know, in all editions that can be read.
  public init(_ reading: RegisterReading, _ library: MatrixLibrary) throws {
    let shelf = EditionShelf(library)
    for scheme in try reading.openSchemes() {
      for name in shelf.editions(of: scheme) {
        guard let shelved = try? shelf.edition(name, of: scheme) else { continue }
        for debt in shelved.balances where !debts.contains(debt) { debts.append(debt) }
        facts.formUnion(shelved.matrix.facts.filter { $0.derivation == nil }.map(\.name))
      }
    }
  }
}

extension RegisterReading {
  /// The schemes of open offers, in alphabetical order.
  public func openSchemes() throws -> [String] {
    try texts("SELECT DISTINCT scheme FROM offer WHERE state IN ('signed', 'issued', 'accepted') ORDER BY scheme", [])
  }
}

/// What one strand works with. It is used by one strand at a time.
final class RecalculationDesk: @unchecked Sendable {
  let recalculation: Recalculation
  let shelf: EditionShelf
  private var accounts: Set<String> = []

  init(_ recalculation: Recalculation) {
    self.recalculation = recalculation
    shelf = EditionShelf(recalculation.library)
  }

  /// Remembers those references of an offer that are accounts of the balances.
  func note(_ names: @autoclosure () -> [String]) {
    guard let balances = recalculation.balances else { return }
    for name in names() where !balances.balances(of: name).isEmpty { accounts.insert(name) }
  }

  func takeAccounts() -> Set<String> {
    defer { accounts = [] }
    return accounts
  }
}
