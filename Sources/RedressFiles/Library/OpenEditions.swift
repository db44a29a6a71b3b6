import Redress

/// The editions of a library that cases asked for, each read once and made ready to be applied.
final class OpenEditions {
  /// An edition with its assessor.
  struct Opened {
    let edition: MatrixLibrary.Edition
    let assessor: Assessor
    let names: CaseReader.Names
  }

  /// What an edition is known by.
  struct Key: Hashable {
    let scheme: String
    let edition: EditionName
  }

  private let library: MatrixLibrary
  private var opened: [Key: Result<Opened, FaultList>] = [:]
  /// The editions of each scheme that was asked for, so that its folder is looked into once.
  private(set) var listed: [String: [EditionName]] = [:]

  init(_ library: MatrixLibrary) { self.library = library }

  /// The edition for a case: the one it asks for, or the one that its own date selects.
  func edition(for outline: CaseOutline) throws(FaultList) -> Opened {
    let edition = try library.edition(for: outline, among: editions(of: outline.scheme)) { name throws(FaultList) in
      try open(name, of: outline.scheme).edition
    }
    return try open(edition.name, of: outline.scheme)
  }

  /// Why there is no edition for a case, and what else is wrong with it as far as the scheme's newest edition can tell,
  /// if it can be read.
  func faults(
    ofEdition faults: FaultList, _ outline: CaseOutline, underNewest: (Opened) -> FaultList
  ) -> FaultList {
    let newest = editions(of: outline.scheme).first.flatMap { try? open($0, of: outline.scheme) }
    var all = faults
    for fault in (newest.map(underNewest) ?? outline.faults).faults where !all.faults.contains(fault) { all.add(fault) }
    return all
  }

  func editions(of scheme: String) -> [EditionName] {
    if let known = listed[scheme] { return known }
    let found = library.editions(of: scheme)
    // A name of which there is nothing is not kept: each of any number of cases may ask for another.
    if !found.isEmpty { listed[scheme] = found }
    return found
  }

  func open(_ name: EditionName, of scheme: String) throws(FaultList) -> Opened {
    let key = Key(scheme: scheme, edition: name)
    if let known = opened[key] { return try known.get() }
    let result = read(name, of: scheme)
    opened[key] = result
    return try result.get()
  }

  private func read(_ name: EditionName, of scheme: String) -> Result<Opened, FaultList> {
    do {
      let edition = try library.edition(name, of: scheme)
      return .success(
        Opened(edition: edition, assessor: edition.assessor, names: CaseReader.Names(edition.matrix)))
    } catch { return .failure(error) }
  }
}
