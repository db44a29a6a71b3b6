import Redress

/// The layouts of the editions that the cases of a batch ask for, each made once.
final class ScanLayouts {
  private let library: MatrixLibrary
  let editions: OpenEditions
  private(set) var all: [ScanLayout] = []
  private(set) var places: [OpenEditions.Key: Int?] = [:]
  private(set) var selections: [String: [(edition: EditionName, selection: ScanLayout.Selection)]] = [:]

  init(_ library: MatrixLibrary) {
    self.library = library
    editions = OpenEditions(library)
  }

  /// The layout of an edition that a case asks for; `nil` where there is none that can be scanned.
  func layout(_ scheme: String, edition: String) -> ScanLayout? {
    guard let name = try? Literal.edition(edition) else { return nil }
    return layout(scheme, name)
  }

  /// A layout to begin with, before the first case was seen.
  var any: ScanLayout? {
    if let first = all.first { return first }
    for scheme in library.schemes { if let layout = layout(scheme, on: nil) { return layout } }
    return nil
  }

  /// The layout of an edition that was read.
  func layout(of edition: MatrixLibrary.Edition) -> ScanLayout? { layout(edition.matrix.scheme, edition.name) }

  /// The layout of the edition in force on a day; without one, of the newest.
  func layout(_ scheme: String, on day: Int64?) -> ScanLayout? {
    let known = selections(of: scheme)
    guard let day else { return known.first.flatMap { layout(scheme, $0.edition) } }
    return known.first { $0.selection.days.contains(day) }.flatMap { layout(scheme, $0.edition) }
  }

  private func layout(_ scheme: String, _ name: EditionName) -> ScanLayout? {
    // What is not there is not kept: each of any number of cases may ask for something else.
    guard editions.editions(of: scheme).contains(name) else { return nil }
    let key = OpenEditions.Key(scheme: scheme, edition: name)
    if let known = places[key] { return known.map { all[$0] } }
    let made = make(scheme, name)
    if let made { all.append(made) }
    places[key] = .some(made?.place)
    return made
  }

  private func make(_ scheme: String, _ name: EditionName) -> ScanLayout? {
    guard let opened = try? editions.open(name, of: scheme) else { return nil }
    let none = ScanLayout.Selection(facts: [], days: 0..<0)
    let selection = selections(of: scheme).first { $0.edition == name }?.selection
    return ScanLayout(opened, place: all.count, selection: selection ?? none)
  }

  /// The days of each edition of a scheme, the newest first, as far as all of them look at the same facts: an older
  /// one that looks at others is left to the slower way.
  private func selections(of scheme: String) -> [(edition: EditionName, selection: ScanLayout.Selection)] {
    if let known = selections[scheme] { return known }
    var found: [(edition: EditionName, selection: ScanLayout.Selection)] = []
    var names: [String]?
    var end = Int64(CivilDate.latest.dayNumber) + 1
    for name in editions.editions(of: scheme) {
      guard let matrix = try? editions.open(name, of: scheme).edition.matrix else { break }
      let facts = matrix.selectsOn.map { matrix.facts[ref: $0].name }
      guard names == nil || names == facts, matrix.selectsOn.allSatisfy({ matrix.facts[ref: $0].kind == .date }) else {
        break
      }
      names = facts
      let start = min(Int64(matrix.inForceFrom.dayNumber), end)
      found.append((name, ScanLayout.Selection(facts: matrix.selectsOn, days: start..<end)))
      end = start
    }
    if !found.isEmpty { selections[scheme] = found }
    return found
  }
}
