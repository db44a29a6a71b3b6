@testable import Redress

/// One thing changed in an assessment, and the rule that a recheck must name for it.
struct Tampering: CustomStringConvertible {
  let name: String
  let rule: String
  let assessment: Assessment

  var description: String { "\(name) (\(rule))" }
}

/// Everything in an assessment that can be changed, changed one at a time.
struct Tamperings {
  let matrix: Matrix
  let honest: Assessment
  private(set) var all: [Tampering] = []

  init(_ honest: Assessment, under matrix: Matrix) {
    self.honest = honest
    self.matrix = matrix
    tamperWithLines()
    tamperWithItems()
    tamperWithRefusals()
    tamperWithQuestions()
    tamperWithFaults()
    tamperWithVerdict()
    tamperWithAward()
  }

  private mutating func add(_ name: String, _ rule: Ref<Rule>, _ change: (inout Assessment) -> Void) {
    var assessment = honest
    change(&assessment)
    all.append(Tampering(name: name, rule: matrix.rules[ref: rule].id, assessment: assessment))
  }

  // MARK: Lines

  private mutating func tamperWithLines() {
    for (place, line) in honest.lines.enumerated() {
      add("line \(place + 1) is gone", line.rule) { $0.lines.remove(at: place) }
      add("line \(place + 1) is there twice", line.rule) { $0.lines.insert(line, at: place) }
      add("line \(place + 1) is of another item", line.rule) {
        $0.lines[place] = Line(rule: line.rule, item: line.item + 1, finding: line.finding)
      }
      for finding in line.finding.others(in: matrix) {
        add("line \(place + 1) finds \(finding)", line.rule) {
          $0.lines[place] = Line(rule: line.rule, item: line.item, finding: finding)
        }
      }
    }
    // The first line that is found out of its place is named, which is the one that was put in front.
    let last = honest.lines.count - 1
    add("the last line comes first", honest.lines[last].rule) { $0.lines.insert($0.lines.remove(at: last), at: 0) }
  }

  // MARK: Items

  private mutating func tamperWithItems() {
    let (paid, setOff) = (matrix.alreadyPaid!.rule, matrix.setOff!.rule)
    for (place, item) in honest.items.enumerated() {
      let head = matrix.heads[ref: item.head].rule
      for pence in [-1, 1] as [Int64] {
        let change = Money(pence: pence)
        add("item \(place + 1) has \(pence)p more", head) { $0.items[place].amount += change }
        add("\(pence)p more was paid for item \(place + 1)", paid) { $0.items[place].alreadyPaid += change }
        add("\(pence)p more is set off from item \(place + 1)", setOff) { $0.items[place].setOff += change }
      }
      add("item \(place + 1) is of another form", head) { $0.items[place].form = item.form.map { $0 + 1 } ?? 0 }
      add("item \(place + 1) is in kind or is not", head) { $0.items[place].isInKind.toggle() }
      if let rule = item.keptOutBy {
        add("item \(place + 1) is let in", rule) { $0.items[place].keptOutBy = nil }
      } else {
        add("item \(place + 1) is kept out", matrix.rules.refs[0]) { $0.items[place].keptOutBy = Ref(0) }
      }
    }
    add("an item is gone", matrix.total) { $0.items.removeLast() }
    add("an item is there twice", matrix.total) { $0.items.append($0.items[0]) }
    let other = Ref<Head>(honest.items[0].head.index == 0 ? 1 : 0)
    add("item 1 is of another head", matrix.heads[ref: honest.items[0].head].rule) {
      $0.items[0] = Assessment.Item(head: other)
    }
  }

  // MARK: Lists

  private mutating func tamperWithRefusals() {
    for (place, refusal) in honest.refusals.enumerated() {
      add("refusal \(place + 1) is gone", refusal.rule) { $0.refusals.remove(at: place) }
      add("refusal \(place + 1) is there twice", refusal.rule) { $0.refusals.append(refusal) }
      add("refusal \(place + 1) is of another item", refusal.rule) {
        $0.refusals[place] = Refusal(rule: refusal.rule, item: refusal.item + 1)
      }
    }
    let rule = matrix.windows[0].rule
    add("a refusal is made up", rule) { $0.refusals.append(Refusal(rule: rule, item: 0)) }
    if honest.refusals.count > 1 {
      add("refusals change places", honest.refusals[0].rule) { $0.refusals.swapAt(0, 1) }
    }
  }

  private mutating func tamperWithQuestions() {
    for (place, question) in honest.questions.enumerated() {
      add("question \(place + 1) is gone", question.rule) { $0.questions.remove(at: place) }
      add("question \(place + 1) is of another item", question.rule) {
        $0.questions[place] = Question(about: question.about, rule: question.rule, item: question.item + 1)
      }
      add("question \(place + 1) is about something else", question.rule) {
        $0.questions[place] = Question(about: .reading(Ref(9)), rule: question.rule, item: question.item)
      }
    }
    let rule = matrix.windows[1].rule
    let question = Question(about: .decision(Ref(1)), rule: rule, item: 0)
    add("a question is made up", rule) { $0.questions.append(question) }
  }

  private mutating func tamperWithFaults() {
    for place in honest.faults.indices {
      add("fault \(place + 1) is gone", matrix.total) { $0.faults.remove(at: place) }
    }
    add("a fault is made up", matrix.total) { $0.faults.append(.beyondCalendar) }
  }

  // MARK: Verdict and award

  private mutating func tamperWithVerdict() {
    for outcome in Assessment.Outcome.allCases where outcome != honest.outcome {
      add("the outcome is \(outcome.rawValue)", matrix.total) { $0.outcome = outcome }
    }
    let (used, matrix) = (honest.usedDecisions, matrix)
    for decision in matrix.decisions.refs {
      add("decision \(decision.index) is used or is not", matrix.total) { assessment in
        assessment.usedDecisions = used.toggling(decision, of: matrix)
      }
    }
    for (place, ladder) in matrix.authority.enumerated() {
      add("another step of ladder \(place + 1)", ladder.rule) { $0.authority[place] = ($0.authority[place] ?? 0) + 1 }
    }
  }

  private mutating func tamperWithAward() {
    guard honest.award != nil else {
      return add("an award is made up", matrix.total) { $0.award = .made() }
    }
    add("the award is gone", matrix.total) { $0.award = nil }
    let penny = Money(pence: 1)
    add("more gross", matrix.total) { $0.award = .made(from: $0.award, gross: penny) }
    add("more in kind", matrix.total) { $0.award = .made(from: $0.award, inKind: penny) }
    add("more to pay", matrix.total) { $0.award = .made(from: $0.award, payable: penny) }
    add("more already paid", matrix.alreadyPaid!.rule) { $0.award = .made(from: $0.award, alreadyPaid: penny) }
    add("more in excess", matrix.alreadyPaid!.rule) { $0.award = .made(from: $0.award, paidInExcess: penny) }
    add("more set off", matrix.setOff!.rule) { $0.award = .made(from: $0.award, setOff: penny) }
    if let payees = matrix.payees {
      add("one more payee", payees.rule) { $0.award = .made(from: $0.award, payees: 1) }
    }
    for (place, ladder) in matrix.authority.enumerated() {
      add("a higher step of ladder \(place + 1) in the award", ladder.rule) {
        guard let award = $0.award else { return }
        var signing = award.authority
        signing[place] = (signing[place] ?? 0) + 1
        $0.award = .made(from: award, signing)
      }
    }
    if let acceptance = matrix.acceptance, honest.award?.lastDayToAccept != nil {
      add("another last day", acceptance.rule) { $0.award = .made(from: $0.award, days: 1) }
    }
  }
}

extension DecisionSet {
  /// The same set with one decision put in or left out.
  fileprivate func toggling(_ decision: Ref<Decision>, of matrix: Matrix) -> DecisionSet {
    var set = DecisionSet()
    for other in matrix.decisions.refs where contains(other) != (other == decision) { set.insert(other) }
    return set
  }
}

extension Assessment.Award {
  /// Another award, larger by what is given, and signed by others where these are named.
  static func made(
    from award: Assessment.Award? = nil, _ signing: Signing? = nil, gross: Money = .zero, alreadyPaid: Money = .zero,
    paidInExcess: Money = .zero,
    setOff: Money = .zero, payable: Money = .zero, inKind: Money = .zero, payees: Int64 = 0,
    days: Int = 0
  ) -> Assessment.Award {
    Assessment.Award(
      gross: gross + (award?.gross ?? .zero), alreadyPaid: alreadyPaid + (award?.alreadyPaid ?? .zero),
      paidInExcess: paidInExcess + (award?.paidInExcess ?? .zero), setOff: setOff + (award?.setOff ?? .zero),
      payable: payable + (award?.payable ?? .zero), inKind: inKind + (award?.inKind ?? .zero),
      authority: signing ?? award?.authority ?? Signing(), payees: (award?.payees ?? 1) + payees,
      lastDayToAccept: award?.lastDayToAccept?.adding(days: days))
  }
}
