/// The step of each ladder of authority that signs an award, and the substitutes that may sign too.
public struct Signing: Hashable, Sendable {
  /// A byte for each ladder: the step counted from 1, or 0 where the ladder measures nothing of the award.
  private var steps: UInt64 = 0
  /// A bit for each substitute of the matrix.
  private var substitutes: UInt32 = 0

  /// Nobody signs.
  public init() {}

  /// The step of a ladder, from 0; `nil` where it measures nothing of the award.
  public internal(set) subscript(ladder: Int) -> Int? {
    get {
      let step = Int(steps >> UInt64(ladder * 8) & 0xFF)
      return step == 0 ? nil : step - 1
    }
    set {
      steps &= ~(0xFF << UInt64(ladder * 8))
      if let newValue { steps |= UInt64(newValue + 1) << UInt64(ladder * 8) }
    }
  }

  /// Whether no ladder measures anything of the award.
  public var isEmpty: Bool { steps == 0 }

  /// Whether a substitute, by its place in the matrix, may sign.
  public func includes(substitute place: Int) -> Bool { substitutes >> UInt32(place) & 1 == 1 }

  mutating func include(substitute place: Int) { substitutes |= 1 << UInt32(place) }

  /// The most steps that a ladder may have.
  public static let mostSteps = 254
}

extension Matrix {
  /// Who signs: one signature from each set of roles. A role stands in its set with those who may sign in its place.
  public func signers(_ signing: Signing) -> [[Ref<Role>]] {
    var sets: [[Ref<Role>]] = []
    for (place, ladder) in authority.enumerated() {
      guard let step = signing[place] else { continue }
      for set in ladder.steps[step].signers where !set.isEmpty {
        let whole = withSubstitutes(set, signing)
        if !sets.contains(whole) { sets.append(whole) }
      }
    }
    return sets
  }

  func withSubstitutes(_ set: [Ref<Role>], _ signing: Signing) -> [Ref<Role>] {
    var whole = set
    for (place, substitute) in substitutes.enumerated()
    where signing.includes(substitute: place) && set.contains(substitute.role) {
      for role in substitute.by where !whole.contains(role) { whole.append(role) }
    }
    return whole
  }
}
