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

    init(_ edition: MatrixLibrary.Edition) {
      self.edition = edition
      assessor = edition.assessor
      let matrix = edition.matrix
      let facts = (matrix.setOff?.debts ?? []) + [matrix.setOff?.disputed].compactMap { $0 }
      balances = facts.map { matrix.facts[ref: $0].name }
    }

    var matrix: Matrix { edition.matrix }
  }

  let library: MatrixLibrary
  private var names: [String: [EditionName]] = [:]
  private var opened: [String: Result<Shelved, FaultList>] = [:]

  init(_ library: MatrixLibrary) { self.library = library }

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
    do { result = .success(Shelved(try library.edition(name, of: scheme))) } catch { result = .failure(error) }
    opened[key] = result
    return try result.get()
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
