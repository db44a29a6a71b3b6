/// The signatures that a decision needs, and where that is laid down.
public struct RequiredSignatures: Hashable, Sendable {
  /// One person signs.
  public struct Signature: Hashable, Sendable {
    /// The roles of the lowest step that may sign: any one of them.
    public let roles: [String]
    /// These, and the roles of later steps, which may sign as well.
    public let mayAlsoSign: [String]
    /// Signatures of one group come from different people.
    public let group: Int

    /// Every role that may make this signature.
    public var allRoles: [String] { roles + mayAlsoSign }
  }

  /// Where it is laid down.
  public enum Origin: Hashable, Sendable {
    /// Paragraphs of the policy.
    case policy([Citation])
    /// The organisation, for a policy that names nobody.
    case house(String)
    /// The author's manager, where nobody is named for a refusal.
    case manager
    /// Nobody is named anywhere.
    case nobody
  }

  /// Each needs a signature.
  public let signatures: [Signature]
  /// Where it is laid down.
  public let origin: Origin
  /// The sum that was measured; zero for a refusal.
  public let measured: Money

  /// The role sets as offers and assessments write them.
  public var roleSets: [[String]] { origin == .manager ? [[Self.managerRole]] : signatures.map(\.roles) }

  /// What stands for the author's manager where roles are listed.
  public static let managerRole = "manager"
}

extension RequiredSignatures {
  /// What an assessed case needs. `house` counts only where the policy names nobody.
  init(_ explanation: Explanation, house: HouseAuthority?) {
    let (matrix, assessment) = (explanation.matrix, explanation.assessment)
    if let award = assessment.award, assessment.outcome == .awarded {
      let total = award.gross + award.inKind
      if !matrix.authority.isEmpty {
        self.init(ladders: matrix, signing: award.authority, total: total)
      } else if let house {
        self.init(house, total: total)
      } else {
        self.init(signatures: [], origin: .nobody, measured: total)
      }
    } else if let refusals = matrix.refusals {
      let roles = refusals.signers.map { $0.map { matrix.roles[ref: $0].name } }
      self.init(sets: roles, origin: .policy(refusals.citations))
    } else if let refusals = house?.refusals, let house {
      self.init(sets: refusals, origin: .house(house.source))
    } else {
      self.init(signatures: [], origin: .manager, measured: .zero)
    }
  }

  private init(sets: [[String]], origin: Origin) {
    signatures = sets.map { Signature(roles: $0, mayAlsoSign: [], group: 0) }
    self.origin = origin
    measured = .zero
  }

  init(ladders matrix: Matrix, signing: Signing, total: Money) {
    var signatures: [Signature] = []
    var citations: [Citation] = []
    for (group, ladder) in matrix.authority.enumerated() {
      guard let step = signing[group] else { continue }
      let later = ladder.steps.dropFirst(step + 1).flatMap { $0.signers.flatMap { $0 } }
      let paragraphs = ladder.steps[step].citations
      citations += paragraphs.isEmpty ? matrix.rules[ref: ladder.rule].citations : paragraphs
      for set in ladder.steps[step].signers where !set.isEmpty {
        let roles = matrix.withSubstitutes(set, signing)
        let others = matrix.withSubstitutes(later, signing).filter { !roles.contains($0) }
        let signature = Signature(
          roles: roles.map { matrix.roles[ref: $0].name }, mayAlsoSign: others.map { matrix.roles[ref: $0].name },
          group: group)
        if !signatures.contains(where: { $0.roles == signature.roles && $0.group != group }) {
          signatures.append(signature)
        }
      }
    }
    self.init(
      signatures: signatures, origin: signatures.isEmpty ? .nobody : .policy(citations), measured: total)
  }

  init(_ house: HouseAuthority, total: Money) {
    guard let step = house.steps.firstIndex(where: { $0.upTo.map { total <= $0 } ?? true }) else {
      self.init(signatures: [], origin: .nobody, measured: total)
      return
    }
    let later = house.steps.dropFirst(step + 1).flatMap { $0.signers.flatMap { $0 } }
    let signatures = house.steps[step].signers.map { set in
      Signature(roles: set, mayAlsoSign: later.filter { !set.contains($0) }, group: 0)
    }
    self.init(
      signatures: signatures, origin: signatures.isEmpty ? .nobody : .house(house.source), measured: total)
  }
}
