import Redress

extension Interview {
  /// Goes over to the edition that the case's own day selects, once that day is answered. An edition that was asked for
  /// by its name is kept.
  /// - Throws: that no edition was in force on the day, or that the other edition asks for something else.
  public mutating func followEdition(in library: MatrixLibrary) throws(Refused) {
    if isNamed { return }
    for name in library.editions(of: matrix.scheme) {
      let candidate = try name == edition.name ? edition : read(name, in: library)
      let days = candidate.matrix.selectsOn.compactMap { day(of: candidate.matrix.facts[ref: $0].name) }
      guard let day = days.first else { return }
      if day < candidate.matrix.inForceFrom { continue }
      return name == edition.name ? () : try goOver(to: candidate)
    }
    throw Refused(says: "No edition of `\(matrix.scheme)` was in force on that day. Correct it.")
  }

  private func read(_ name: EditionName, in library: MatrixLibrary) throws(Refused) -> MatrixLibrary.Edition {
    do { return try library.edition(name, of: matrix.scheme) } catch {
      throw Refused(says: "The edition \(name) has faults: `redress check \(matrix.scheme)` shows them.")
    }
  }

  private func day(of fact: String) -> CivilDate? {
    matrix.fact(named: fact).flatMap { draft.facts.statedValue($0) }.map { CivilDate(dayNumber: Int32($0)) }
  }

  private mutating func goOver(to other: MatrixLibrary.Edition) throws(Refused) {
    var again = Interview(other)
    for text in texts { try again.answer(text) }
    guard again.draft.statedNames == draft.statedNames else {
      throw Refused(says: "That day selects the edition \(other.name), which asks differently: give it with --edition.")
    }
    self = again
  }
}

extension CaseDraft {
  fileprivate var statedNames: [String] { answers.map { matrix.facts[ref: $0.place.fact].name } }
}
