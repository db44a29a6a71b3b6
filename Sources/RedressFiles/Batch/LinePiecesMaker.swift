import Redress

/// Makes the pieces of the lines of an edition, with the words of ``Explanation``.
struct LinePiecesMaker {
  let matrix: Matrix
  let memory: ScanMemory
  /// The windows, and the time to accept last.
  let windows: [Window]
  /// Of a case without facts: only what it says of the matrix is used.
  let words: Explanation

  init(_ matrix: Matrix, _ memory: ScanMemory) {
    self.matrix = matrix
    self.memory = memory
    windows = matrix.windows + [matrix.acceptance].compactMap(\.self)
    let none = Case(name: "none", facts: CaseFacts(for: matrix))
    words = Explanation(of: Assessment(), given: none, under: matrix)
  }

  /// Text as it stands in JSON, without the quotes around it.
  func escaped(_ text: String) -> ByteRun {
    var writer = JSONWriter()
    writer.string(text)
    return memory.keep(Array(writer.bytes.dropFirst().dropLast()))
  }

  func said(_ write: (inout SentenceText) -> Void) -> ByteRun { escaped(SentenceText.of(write)) }

  func places(_ facts: [Ref<Fact>]) -> Places {
    Places(start: memory.keep(facts.map(\.index)), count: facts.count)
  }

  // MARK: Rules

  func rule(_ ref: Ref<Rule>) -> RulePieces {
    let rule = matrix.rules[ref: ref]
    func start(_ isUsed: Bool, _ citations: [Citation]) -> ByteRun { memory.keep(head(rule, isUsed, citations)) }
    func whole(_ write: (inout SentenceText) -> Void) -> ByteRun {
      memory.keep(
        head(rule, false, rule.citations) + Array(",\"says\":\"".utf8) + said(write).array + Array("\"}".utf8))
    }
    let exclusion = matrix.exclusions.first { $0.rule == ref }
    let statement = (matrix.payment + matrix.statements).first { $0.rule == ref }
    let reads = words.factsRead(ref)
    let ladder = matrix.authority.first { $0.rule == ref }?.steps ?? []
    let idleInAward = idle(ref, statement, .refusal) { $0.onlyWithRefusal() }
    let idleInRefusal = idle(ref, statement, .offer) { $0.onlyWithOffer() }
    let readsFlagsOnly = !reads.isEmpty && reads.allSatisfy { matrix.facts[ref: $0].kind == .flag }
    let due = matrix.duties.first { $0.rule == ref }?.due
    let isSetOff = matrix.setOff?.rule == ref
    return RulePieces(
      used: start(true, rule.citations), unused: start(false, rule.citations), notReached: whole { $0.notReached() },
      notClaimed: whole { $0.notClaimed() }, quiet: whole { $0.takenAsNotSo() },
      idleInAward: idleInAward, idleInRefusal: idleInRefusal, isSetOff: isSetOff, reads: places(reads),
      readSet: FactSet(reads), readsFlagsOnly: readsFlagsOnly,
      isQuiet: readsFlagsOnly && !isSetOff && idleInAward.count == 0 && idleInRefusal.count == 0,
      bites: exclusion.map { $0.exception == nil ? escaped(words.say(ref)) : .empty } ?? .empty,
      carried: escaped(statement?.say ?? ""), title: escaped(rule.title),
      duty: places([due?.from, due?.elseFrom].compactMap(\.self)),
      window: windows.firstIndex { $0.rule == ref } ?? -1,
      ladder: memory.place(
        ladder.map { step in
          LadderStepPieces(
            start: start(true, step.citations.isEmpty ? rule.citations : step.citations),
            who: escaped(words.signers(step.signers)))
        }), ladderCount: ladder.count)
  }

  private func head(_ rule: Rule, _ isUsed: Bool, _ citations: [Citation]) -> [UInt8] {
    var writer = JSONWriter()
    writer.object {
      $0.pair("rule", rule.id)
      $0.pair("source", words.names(citations))
      $0.key("used")
      $0.flag(isUsed)
    }
    return [UInt8(ascii: ",")] + writer.bytes.dropFirst().dropLast()
  }

  /// What a rule says that does not apply, where that is always the same.
  private func idle(
    _ ref: Ref<Rule>, _ statement: Statement?, _ other: Statement.On, _ unsaid: (inout SentenceText) -> Void
  ) -> ByteRun {
    if matrix.setOff?.rule == ref { return .empty }
    if let window = windows.first(where: { $0.rule == ref }) {
      return said { $0.saysNothing(ofLater: matrix.facts[ref: window.until].name) }
    }
    if statement?.on == other { return said(unsaid) }
    return words.factsRead(ref).isEmpty ? said { $0.hasNoEffect() } : .empty
  }

  // MARK: Facts

  func fact(_ fact: Fact) -> FactPieces {
    let (leftOut, other, says) = leftOut(fact)
    return FactPieces(
      name: escaped(fact.name), kind: kind(fact), choices: memory.place(fact.choices.map { escaped($0.name) }),
      leftOut: leftOut, other: other, leftOutWords: says)
  }

  private func kind(_ fact: Fact) -> FactPieces.Kind {
    switch fact.kind {
    case .count: .count
    case .percent: .percent
    case .date: .date
    case .money, .receipts: .money
    case .flag: .flag
    case .choice: .choice
    case .text: .text
    }
  }

  private func leftOut(_ fact: Fact) -> (FactPieces.LeftOut, Int64, ByteRun) {
    switch fact.leftOut {
    case .missing, .unstated: return (.unknown, 0, said { $0.notSaid() })
    case .taken(let value):
      return (
        .taken, value,
        said {
          $0.notSaidTakenAs()
          $0.say(words.words(value, fact))
        }
      )
    case .same(let other):
      return (
        .same, Int64(other.index),
        said {
          $0.notSaidTakenAs()
          $0.say(matrix.facts[ref: other].name)
        }
      )
    case .derived(let derivation): return (.derived, Int64(derivation.rule.index), said { $0.notKnown() })
    }
  }
}
