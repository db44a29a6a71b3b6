import Redress

extension LinePiecesMaker {
  func window(_ window: Window) -> WindowPieces {
    WindowPieces(
      steps: memory.place(window.steps.indices.map { step(window, $0) }), stepCount: window.steps.count,
      extendedTo: window.extendedTo?.index ?? -1,
      notStarted: said { $0.notActed(matrix.facts[ref: window.until].name) })
  }

  private func step(_ window: Window, _ place: Int) -> WindowPieces.Step {
    let step = window.steps[place]
    let length = escaped(words.length(window, place))
    let reach: StepWords<ByteRun> =
      step.by == nil ? step.within.map { .period(escaped("\($0.period)")) } ?? .endless : .day(length)
    let asks = if case .discretion = step.outcome { true } else { false }
    return WindowPieces.Step(
      hasEnd: step.hasEnd, by: step.by?.index ?? -1, within: step.within, length: length, reach: reach,
      say: step.say.map(escaped) ?? said { $0.noted() }, asksDecision: asks)
  }

  /// The pieces of a price; those of kind `other` where its lines say more than is prepared here.
  func price(_ price: Price) -> PricePieces {
    var pieces = PricePieces()
    if price.kind.figures.contains(where: { !$0.citations.isEmpty }) { return pieces }
    switch price.kind {
    case .fixed(let figure):
      pieces.kind = .fixed
      var once: [Ref<Fact>] = []
      for fact in figure.facts where !once.contains(fact) { once.append(fact) }
      pieces.reads = places(once)
    case .accrual(let accrual):
      let said = accrual.steps.map(\.rate) + [accrual.plus].compactMap(\.self)
      guard said.allSatisfy(isSaid) else { return pieces }
      pieces.kind = .accrual
      pieces.count = accrual.count.index
      pieces.steps = memory.place(
        accrual.steps.map { PricePieces.Step(upTo: $0.upTo ?? .max, rate: figure($0.rate)) })
      pieces.stepCount = accrual.steps.count
      pieces.per = accrual.per
      pieces.plus = accrual.plus.map { figure($0) }
    case .share(let share):
      guard isSaid(share.part), isSaid(share.of) else { return pieces }
      pieces.kind = .share
      pieces.part = figure(share.part)
      pieces.of = figure(share.of)
      pieces.partTimes = places(share.partTimes)
      pieces.times = places(share.times)
      pieces.most = share.partAtMost.map { escaped("\($0)") } ?? .empty
    default: break
    }
    return pieces
  }

  private func isSaid(_ figure: Figure) -> Bool {
    switch figure {
    case .value, .fact: true
    case .byChoice(_, let figures): figures.allSatisfy(isSaid)
    default: false
    }
  }

  private func figure(_ figure: Figure) -> FigurePieces {
    let none = FigurePieces.unknown.choices
    return switch figure {
    case .value(let value, let isConfirmed):
      FigurePieces(kind: .words, words: escaped(value.words(isConfirmed: isConfirmed)), fact: 0, choices: none)
    case .fact(let fact): FigurePieces(kind: .fact, words: .empty, fact: fact.index, choices: none)
    case .byChoice(let fact, let figures):
      FigurePieces(
        kind: .choice, words: .empty, fact: fact.index, choices: memory.place(figures.map { self.figure($0) }))
    default: .unknown
    }
  }
}
