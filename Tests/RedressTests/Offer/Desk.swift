import Redress

/// A decision on somebody's desk, with the officers who might sign it.
struct Desk {
  var scheme: Scheme
  var officers: [Officer]
  var author = "clerk"
  var amounts: [Int64] = [18_000]
  var reasons: [Case.Reason] = []
  var decisions: [RecordedDecision] = []
  var texts: [String: String] = [:]
  var stated: KeyValuePairs<String, Stated> = [:]
  var house: HouseAuthority?
  var isLocked = true
  var today: CivilDate?
  var signedBeside: [SignedBeside]?

  static let offerDate = day(2026, 10, 12)

  /// A ladder of manager to £100, head to £500, and director or chief above.
  init(_ declare: (inout Scheme) -> Void = { _ in }) {
    var scheme = Scheme()
    scheme.typedHead("trouble")
    scheme.ladder("sum", [(100, [["manager"]]), (500, [["head"]]), (nil, [["director", "chief"]])])
    declare(&scheme)
    self.scheme = scheme
    officers = [
      .holding("clerk", "case-handler", manager: "hana"), .holding("mia", "manager"), .holding("hana", "head"),
      .holding("dora", "director"), .holding("carl", "chief"),
    ]
  }

  var conditions: SigningConditions {
    SigningConditions(
      officers: Officers(officers), isLocked: isLocked, calendar: nil, today: today, signedBeside: signedBeside)
  }

  var draft: Draft? {
    let matrix = scheme.matrix()
    var facts = Facts(matrix, stated)
    for amount in amounts { facts.item("trouble", ["amount": .pence(amount)]) }
    for decision in decisions {
      if let known = matrix.decision(named: decision.about) {
        var recorded = facts.facts
        recorded.record(known, accepted: decision.isAccepted)
        facts = Facts(matrix, recorded)
      }
    }
    let texts = texts.map { name, text in
      Case.StatedText(fact: matrix.fact(named: name)!, item: 0, text: text)
    }
    let given = Case(name: "A-1", facts: facts.facts, decisions: decisions, reasons: reasons, texts: texts)
    let explanation = Explanation(of: facts.assessed(), given: given, under: matrix)
    return Draft(explanation, author: author, offerDate: Self.offerDate, house: house)
  }

  /// The rule that is broken where these sign; `nil` where they may, all together.
  func refusal(of signers: String...) -> SigningRefusal? {
    do throws(SigningRefusal) {
      _ = try draft!.authorised(by: signers, in: conditions)
      return nil
    } catch { return error }
  }

  func rule(of signers: String...) -> SigningRefusal.Rule? {
    do throws(SigningRefusal) {
      _ = try draft!.authorised(by: signers, in: conditions)
      return nil
    } catch { return error.rule }
  }
}

extension Facts {
  init(_ matrix: Matrix, _ facts: CaseFacts) {
    self.init(matrix)
    self.replace(facts)
  }
}

extension Officer {
  static func holding(
    _ id: String, _ role: String, manager: String? = nil, from: CivilDate = day(2024, 4, 1), until: CivilDate? = nil,
    limit: SigningLimit = .none, deputises: [Deputyship] = []
  ) -> Officer {
    Officer(
      id: id, name: id.capitalizedFirst, manager: manager,
      posts: [Post(role: role, days: DaySpan(from: from, until: until), limit: limit)], deputyships: deputises)
  }

  /// Nobody's post, but standing in for somebody.
  static func deputy(
    _ id: String, for other: String, from: CivilDate, until: CivilDate, limit: SigningLimit = .none
  ) -> Officer {
    Officer(
      id: id, name: id.capitalizedFirst, posts: [],
      deputyships: [Deputyship(for: other, days: DaySpan(from: from, until: until), limit: limit)])
  }
}

extension SigningLimit {
  static func upTo(_ pounds: Int64) -> SigningLimit {
    SigningLimit(upTo: Money(pence: pounds * 100), heads: nil, together: nil)
  }
}
