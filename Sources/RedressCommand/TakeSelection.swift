import ArgumentParser
import RedressFiles
import RedressRegister

/// Which proposals are to be taken up: by the numbers of their offers, by kind, or all that may be taken together.
struct TakeSelection {
  private var numbers: Set<Int> = []
  private var kinds: Set<RecalculatedOffer.Kind> = []
  private var isAll = false

  /// The kinds of which every proposal can be drafted as a revision.
  static let kindsToTake = RecalculatedOffer.Kind.allCases.filter { kind in
    ![.notReproduced, .faulty, .undecided, .lapsed, .editionWithdrawn].contains(kind)
  }

  init(_ text: String) throws {
    for part in text.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      if let number = Int(part), number > 0 {
        numbers.insert(number)
      } else if part == "all" {
        isAll = true
      } else if let kind = RecalculatedOffer.Kind(rawValue: part), Self.kindsToTake.contains(kind) {
        kinds.insert(kind)
      } else {
        let names = Self.kindsToTake.map(\.rawValue) + ["all"]
        let near = NearestName.of(part, among: names).map { " Did you mean \($0)?" } ?? ""
        throw ValidationError(
          "--take: \(Visible.quoted(part)) is neither the number of an offer nor a kind that can be taken.\(near) "
            + "Kinds: \(names.joined(separator: ", ")).")
      }
    }
  }

  /// The numbers that were named.
  var named: [Int] { numbers.sorted() }

  /// Whether an offer is chosen, or would be but for what only a name chooses.
  func contains(_ found: RecalculatedOffer) -> Bool {
    isNamed(found) || isAll && found.needsRevision || !kinds.isDisjoint(with: found.kinds)
  }

  /// Whether its number was named.
  func isNamed(_ found: RecalculatedOffer) -> Bool { numbers.contains(found.number) }

  /// Why a chosen offer is left out all the same; `nil` where it is taken.
  func leavesOut(_ found: RecalculatedOffer) -> String? {
    if isNamed(found) { return nil }
    if found.state == .accepted {
      return "It was accepted and settled, and is taken up only by its number: --take \(found.number)"
    }
    let lowering = found.kinds.filter { $0 == .lower || $0 == .refused }
    if !found.isLowering || !kinds.isDisjoint(with: lowering) { return nil }
    return "It comes to less, and a lowering is taken up only if it is named: --take \(found.number), or "
      + "--take \(lowering[0].rawValue)"
  }
}
