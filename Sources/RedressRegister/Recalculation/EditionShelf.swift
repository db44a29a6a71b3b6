import Redress
import RedressFiles

/// The editions that a recalculation needs, each read once. It is used by one strand at a time.
final class EditionShelf {
  /// An edition that is ready to be applied.
  final class Shelved {
    let edition: MatrixLibrary.Edition
    let assessor: Assessor
    /// The debts that the balance of an account is about, and the part of them that is disputed.
    let balances: [String]
    /// What it scans cases under; `nil` where they are all read.
    let lane: CaseScanner.Lane?
    let names: CaseReader.Names
    /// The rules by which something is counted that may still go on, by their places.
    let runningRules: Set<Int>

    init(_ edition: MatrixLibrary.Edition, _ lane: CaseScanner.Lane?) {
      self.edition = edition
      self.lane = lane
      assessor = edition.assessor
      let matrix = edition.matrix
      names = CaseReader.Names(matrix)
      runningRules = Set(
        matrix.facts.compactMap(\.derivation).filter { derivation in
          switch derivation.kind {
          case .elapsed(let elapsed): elapsed.runningTo != nil
          case .late(let lateness): lateness.until != nil
          default: false
          }
        }.map(\.rule.index))
      let facts = (matrix.setOff?.debts ?? []) + [matrix.setOff?.disputed].compactMap { $0 }
      balances = facts.map { matrix.facts[ref: $0].name }
    }

    var matrix: Matrix { edition.matrix }
  }

  let library: MatrixLibrary
  let scanner: CaseScanner
  private var names: [String: [EditionName]] = [:]
  private var opened: [String: Result<Shelved, FaultList>] = [:]

  /// Those that are scanned under, by the place of their lane.
  private var laned: [Int: Shelved] = [:]
  /// The edition that was asked for last.
  private var last: (name: String, scheme: String, shelved: Shelved)?

  init(_ library: MatrixLibrary) {
    self.library = library
    scanner = CaseScanner(library)
  }

  /// The editions of a scheme, the newest first.
  func editions(of scheme: String) -> [EditionName] {
    if let known = names[scheme] { return known }
    let found = library.editions(of: scheme)
    names[scheme] = found
    return found
  }

  func edition(_ name: EditionName, of scheme: String) throws(FaultList) -> Shelved {
    let key = "\(scheme)/\(name)"
    if let known = opened[key] { return try known.get() }
    let result: Result<Shelved, FaultList>
    do {
      result = .success(Shelved(try library.edition(name, of: scheme), scanner.lane(of: scheme, name)))
    } catch { result = .failure(error) }
    opened[key] = result
    return try result.get()
  }

  /// The same by a name that an offer states; `nil` where there is none that can be used.
  func known(_ name: String, of scheme: String) -> Shelved? {
    if let last, last.name == name, last.scheme == scheme { return last.shelved }
    guard let shelved = try? edition(Literal.edition(name), of: scheme) else { return nil }
    last = (name, scheme, shelved)
    return shelved
  }

  /// The edition that a lane scans under.
  func edition(of lane: CaseScanner.Lane) -> Shelved? {
    if let known = laned[lane.place] { return known }
    let shelved = try? edition(lane.edition.name, of: lane.edition.matrix.scheme)
    laned[lane.place] = shelved
    return shelved
  }

  /// The edition that the date of the case selects that was scanned last, under the edition that its offer was made
  /// under; `nil` where the scan cannot tell.
  func edition(scannedUnder pinned: Shelved) -> Shelved? {
    if pinned.matrix.appliesTo == .openOffers {
      let scheme = pinned.matrix.scheme
      guard let same = editions(of: scheme).first(where: { $0.day == pinned.edition.name.day }) else { return pinned }
      return try? edition(same, of: scheme)
    }
    guard let lane = pinned.lane else { return nil }
    return scanner.lane(selectedUnder: lane).flatMap { edition(of: $0) }
  }

  /// The edition that the case's own date selects today, whichever it was made under. Where it was made under one that
  /// applies to open offers, and that its date does not select, it stays under that one, as it is corrected today.
  func edition(selectedFor outline: CaseOutline, madeUnder pinned: Shelved?) throws(FaultList) -> Shelved {
    let editions = editions(of: outline.scheme)
    if let pinned, pinned.matrix.appliesTo == .openOffers {
      let same = editions.first { $0.day == pinned.edition.name.day }
      return try same.map { name throws(FaultList) in try edition(name, of: outline.scheme) } ?? pinned
    }
    let selected = try library.edition(selectedFor: outline, among: editions) { name throws(FaultList) in
      try edition(name, of: outline.scheme).edition
    }
    return try edition(selected.name, of: outline.scheme)
  }
}
