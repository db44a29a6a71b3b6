extension Explanation {
  func priceSays(_ line: Line) -> String {
    let head = matrix.heads[ref: given.facts.heads[line.item - 1]]
    let cause = reason(line.item)
    switch line.finding {
    case .banded(let level, let amount, let isPlaced):
      guard case .band(let band) = head.price else { return "" }
      let place = isPlaced ? ", where the policy itself puts this case" : ""
      return "\(title(band, level)), \(range(band.levels[level]))\(place): \(amount)\(form(line.item, head))\(cause)."
    case .receipted(_, let amount): return "\(receipts(line.item)) = \(amount)\(cause)."
    case .evidenced(let amount): return "\(amount), shown by other evidence\(cause)."
    case .unproven(let amount): return "\(amount), with receipts or evidence still to come\(cause)."
    case .unpriced(.reading(let reading)): return "Cannot be priced. \(matrix.readings[ref: reading].question)"
    case .unpriced(let about): return "Cannot be priced until it is said: \(name(about))."
    default: return ""
    }
  }

  private func name(_ about: Question.About) -> String {
    self.about(Question(about: about, rule: matrix.total, item: 0))
  }

  private func range(_ level: Band.Level) -> String {
    level.to.map { "\(level.from) to \($0)" } ?? "\(level.from) and above"
  }

  private func form(_ item: Int, _ head: Head) -> String {
    guard let form = assessment.items[item - 1].form, let forms = head.forms else { return "" }
    let title = matrix.facts[ref: forms.fact].choices[Int(form)].title
    return assessment.items[item - 1].isInKind ? " in kind, as \(title)" : " by \(title)"
  }

  private func receipts(_ item: Int) -> String {
    let facts = given.facts.receipts
    let parts = facts.indices.filter { facts[$0].item == item }.map { place in
      let words = given.receiptWords.indices.contains(place) ? given.receiptWords[place] : ""
      return words.isEmpty ? "\(facts[place].amount)" : "\(words) \(facts[place].amount)"
    }
    return parts.joined(separator: " + ")
  }

  private func reason(_ item: Int) -> String {
    guard let reason = given.reasons.first(where: { $0.item == item }) else { return "" }
    let by = reason.by.map { ", set by \($0)" } ?? ""
    return by + (reason.because.map { ": \($0)" } ?? "")
  }

  func settlementSays(_ line: Line) -> String {
    switch line.finding {
    case .totalled(let gross, let inKind): return totalSays(gross, inKind)
    case .nothingPaid: return "No earlier payment\(leftOut(matrix.alreadyPaid?.fact))."
    case .deducted(let used, let excess):
      return "\(used) of earlier payments is deducted."
        + (excess > .zero ? " \(excess) was paid beyond the total." : "")
    case .nothingToSetOff: return "Nothing that arrears could be taken from."
    case .nothingOwed: return "No arrears\(matrix.setOff?.debts.map { leftOut($0) }.first { !$0.isEmpty } ?? "")."
    case .setOff(let owed, let disputed, let from, let taken):
      let dispute = disputed > .zero ? ", of which \(disputed) is disputed and stays out," : ""
      return "\(owed) owed\(dispute) against \(from) that may be set off: \(taken) is credited.\(decision)"
    case .cleared(let debt, let owed, let credited):
      return "\(matrix.facts[ref: debt].name): \(credited) of \(owed) is credited, \(owed - credited) is left."
    case .taken(let amount, let left): return "Item \(line.item): \(amount) taken from it, \(left) left to pay."
    case .signedBy(let step, let measured): return "\(measured) is authorised by \(signers(step)), or by a later step."
    default: return ""
    }
  }

  private func totalSays(_ gross: Money, _ inKind: Money) -> String {
    let items = assessment.items.filter { $0.keptOutBy == nil }
    let sum = items.map { "\($0.amount)" }.joined(separator: " + ")
    let start = items.count > 1 ? "\(sum) = \(gross + inKind)" : "\(gross + inKind)"
    return inKind > .zero ? "\(start), of which \(inKind) in kind." : "\(start)."
  }

  /// What a debt or payment that was not stated is taken as.
  private func leftOut(_ fact: Ref<Fact>?) -> String {
    guard let fact, given.facts.value(fact) == nil else { return "" }
    return " (\(matrix.facts[ref: fact].name): not said, taken as none)"
  }

  private var decision: String {
    guard let decision = matrix.setOff?.disputedDecision, assessment.usedDecisions.contains(decision) else { return "" }
    return " \(words(decision))"
  }

  /// The roles of a step in words: "Head of Department"; "one of A, B or C".
  public func signers(_ step: Int) -> String {
    guard let steps = matrix.authority?.steps, steps.indices.contains(step) else { return "" }
    let sets = steps[step].signers.map { set in
      let titles = set.map { matrix.roles[ref: $0].title }
      guard let last = titles.last, titles.count > 1 else { return titles.first ?? "" }
      return "\(titles.dropLast().joined(separator: ", ")) or \(last)"
    }
    return sets.map { "the \($0)" }.joined(separator: " and ")
  }
}
