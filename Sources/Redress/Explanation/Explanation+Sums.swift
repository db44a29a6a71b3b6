extension Explanation {
  func priceSays(_ line: Line) -> String {
    let form = form(line.item)
    let cause = reason(line.item)
    switch line.finding {
    case .banded(let node, let level, let amount, let isPlaced):
      guard case .band(let band) = price(line.item, node).kind else { return "" }
      let place = isPlaced ? ", where the policy itself puts this case" : ""
      return ended("\(title(band, level)), \(range(band.levels[level]))\(place): \(amount)\(form)\(cause)")
    case .receipted(let node, _, let amount):
      return ended("\(receipts(line.item, node, amount))\(form)\(cause)")
    case .recovered(_, let paid, let amount):
      return "Less \(paid) that somebody else paid, which leaves \(amount)."
    case .evidenced(_, let amount): return ended("\(amount)\(form), shown by other evidence\(cause)")
    case .unproven(_, let amount): return ended("\(amount)\(form), with receipts or evidence still to come\(cause)")
    case .unpriced(.reading(let reading)): return "Cannot be priced yet. \(matrix.readings[ref: reading].question)"
    case .unpriced(let about): return "Cannot be priced until this is stated: \(name(about))."
    default: return ""
    }
  }

  private func name(_ about: Question.About) -> String {
    self.about(Question(about: about, rule: matrix.total, item: 0))
  }

  private func range(_ level: Band.Level) -> String {
    level.to.map { "\(level.from) to \($0)" } ?? "\(level.from) and above"
  }

  /// What files call the form in which an item is given; `nil` where none was stated.
  public func nameOfForm(_ item: Int) -> String? {
    guard let form = assessment.items[item - 1].form, let forms = head(item).forms else { return nil }
    return matrix.facts[ref: forms.fact].choices[Int(form)].name
  }

  private func form(_ item: Int) -> String {
    guard item > 0, let form = assessment.items[item - 1].form, let forms = head(item).forms else { return "" }
    let title = matrix.facts[ref: forms.fact].choices[Int(form)].title
    return assessment.items[item - 1].isInKind ? " in kind, as \(title)" : " by \(title)"
  }

  /// The receipts that an amount is the total of: the item's own or, without any, the case's.
  private func receipts(_ item: Int, _ node: Int, _ amount: Money) -> String {
    guard case .actualCost(let cost) = price(item, node).kind else { return "" }
    let row = given.facts.isStated(cost.receipts, item: item) ? item : 0
    let all = given.facts.receipts
    let parts = all.indices.filter { all[$0].item == row && all[$0].fact == cost.receipts }.map { place in
      let words = given.receiptWords.indices.contains(place) ? given.receiptWords[place] : ""
      return words.isEmpty ? "\(all[place].amount)" : "\(words) \(all[place].amount)"
    }
    return parts.count == 1 ? parts[0] : "\(parts.joined(separator: " + ")) = \(amount)"
  }

  func reason(_ item: Int) -> String {
    guard let reason = given.reasons.first(where: { $0.item == item }) else { return "" }
    let by = reason.by.map { ", set by \($0)" } ?? ""
    return by + (reason.because.map { ": \($0)" } ?? "")
  }

  func settlementSays(_ line: Line) -> String {
    switch line.finding {
    case .totalled(let gross, let inKind): return words { $0.totalled(assessment.items, gross: gross, inKind: inKind) }
    case .nothingPaid: return leftOut(matrix.alreadyPaid.map { [$0.fact] } ?? []) { $0.noEarlierPayment() }
    case .deducted(let used): return words { $0.deducted(used) }
    case .overpaid(let excess): return words { $0.overpaid(excess) }
    case .nothingToSetOff: return words { $0.nothingToSetOff() }
    case .nothingOwed: return leftOut(matrix.setOff?.debts ?? []) { $0.noArrears() }
    case .setOff(let owed, let disputed, let from, let taken): return setOffSays(owed, disputed, from, taken)
    case .cleared(let debt, let owed, let credited):
      return words { $0.cleared(name(debt), owed: owed, credited: credited) }
    case .taken(let amount, let left): return words { $0.taken(amount, left: left) }
    case .notSetOff: return "Nothing is set off, as the person or the organisation decided.\(discretion)"
    case .setOffOpen: return "Whether arrears are set off must be answered first."
    case .split(let payees, let each, let pennies):
      let more = pennies > 0 ? " The first \(pennies == 1 ? "one gets" : "\(pennies) get") a penny more." : ""
      return payees == 1 ? "Paid to one person: \(each)." : "Shared between \(payees) payees: \(each) each.\(more)"
    case .signedBy(let step, let measured):
      guard let ladder = matrix.authority.first(where: { $0.rule == line.rule }) else { return "" }
      let isLast = step + 1 == ladder.steps.count
      let who = signers(ladder.steps[step].signers)
      return words { $0.signed(measured, by: who, isLastStep: isLast) }
    case .nothingMeasured: return words { $0.nothingMeasured() }
    case .standsIn: return standsInSays(line)
    default: return ""
    }
  }

  private func setOffSays(_ owed: Money, _ disputed: Money, _ from: Money, _ taken: Money) -> String {
    words { $0.setOff(owed: owed, disputed: disputed, from: from, taken: taken) } + decision
  }

  /// Debts or payments that were not stated, and what they are taken as.
  private func leftOut(_ facts: [Ref<Fact>], after start: (inout SentenceText) -> Void) -> String {
    let unstated = facts.filter { given.facts.value($0) == nil }
    return words { sentence in
      start(&sentence)
      for (place, fact) in unstated.enumerated() { sentence.takenAsNone(name(fact), isFirst: place == 0) }
      if !unstated.isEmpty { sentence.endTakenAsNone() }
      sentence.end()
    }
  }

  private var decision: String {
    guard let decision = matrix.setOff?.disputedDecision, assessment.usedDecisions.contains(decision) else { return "" }
    return " \(words(decision))"
  }

  /// Who has to sign an award, in words: "the Head of Department"; "the A, B or C"; "the A and the B".
  public func signers(of award: Assessment.Award) -> String { signers(matrix.signers(award.authority)) }

  private var discretion: String {
    guard let decision = matrix.setOff?.discretion, assessment.usedDecisions.contains(decision) else { return "" }
    return " \(words(decision))"
  }

  private func standsInSays(_ line: Line) -> String {
    guard let substitute = matrix.substitutes.first(where: { $0.rule == line.rule }) else { return "" }
    let who = signers([substitute.by])
    return "\(who.prefix(1).uppercased())\(who.dropFirst()) may sign in place of \(signers([[substitute.role]]))."
  }

  package func signers(_ sets: [[Ref<Role>]]) -> String {
    let sets = sets.filter { !$0.isEmpty }.map { set in
      let titles = set.map { matrix.roles[ref: $0].title }
      guard let last = titles.last, titles.count > 1 else { return titles.first ?? "" }
      return "\(titles.dropLast().joined(separator: ", ")) or \(last)"
    }
    return sets.map { "the \($0)" }.joined(separator: " and ")
  }
}
