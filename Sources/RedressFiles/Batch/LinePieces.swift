import Redress

/// What the lines of an edition have in common, as bytes that are only copied, and what a line must look up.
///
/// It holds what ``Explanation`` would find in the matrix for each line anew. A line that is not known here is written
/// from an explanation, to the same bytes.
final class LinePieces {
  let rules: UnsafePointer<RulePieces>
  let facts: UnsafePointer<FactPieces>
  let windows: UnsafePointer<WindowPieces>
  /// The prices of each head, one after another.
  let prices: UnsafePointer<UnsafePointer<PricePieces>>
  let matrix: Matrix
  let officers: Officers?
  /// Whether a set-off may have to say a decision.
  let setOffSaysDecision: Bool
  let debts, paid: Places

  /// The starts of the first lines of a row, with their numbers.
  let numbers: UnsafePointer<ByteRun>
  static let keptNumbers = 64
  /// Rules that follow one another and mostly have nothing to say.
  let quietRuns: QuietLines

  let ownNotices: [Notice]
  /// The notices of a row that has none of its own.
  let noticesAlone: ByteRun
  /// Those of a row that says of debts that they were not stated, once there was one.
  var noticesOfArrears: ByteRun?
  /// The ladders that measure every head.
  let wholeLadders: Places
  let hasLadders, hasSetOff: Bool
  let memory: ScanMemory

  init(_ matrix: Matrix, notices: [Notice], officers: Officers?) {
    let memory = ScanMemory()
    self.memory = memory
    self.matrix = matrix
    self.officers = officers
    let maker = LinePiecesMaker(matrix, memory)
    let rules = matrix.rules.refs.map { maker.rule($0) }
    self.rules = memory.place(rules)
    numbers = memory.place(
      (0..<Self.keptNumbers).map { memory.keep("\($0 > 0 ? "," : ""){\"line\":\($0 + 1)") })
    quietRuns = QuietLines(rules, memory)
    facts = memory.place(matrix.facts.map { maker.fact($0) })
    windows = memory.place(maker.windows.map { maker.window($0) })
    prices = memory.place(matrix.heads.map { memory.place($0.price.nodes.map { maker.price($0) }) })
    setOffSaysDecision = matrix.setOff?.disputedDecision != nil
    debts = maker.places(matrix.setOff?.debts ?? [])
    paid = maker.places([matrix.alreadyPaid?.fact].compactMap(\.self))
    ownNotices = notices
    noticesAlone = memory.keep(AssessmentJSON.bytes(ofNotices: notices))
    let whole = matrix.authority.indices.filter { matrix.authority[$0].heads == nil }
    wholeLadders = Places(start: memory.keep(whole), count: whole.count)
    hasLadders = !matrix.authority.isEmpty
    hasSetOff = matrix.setOff != nil
  }
}

/// What the lines of a rule are made of.
struct RulePieces {
  /// From the number of a line to its item: the rule, its paragraphs, and whether it is used.
  let used, unused: ByteRun
  /// Whole lines of the case, from their number on.
  let notReached, notClaimed, quiet: ByteRun
  /// What it says where it does not apply and reads nothing, by the outcome; no bytes where it says what it read.
  let idleInAward, idleInRefusal: ByteRun
  let isSetOff: Bool
  /// The facts that its condition reads.
  let reads: Places
  let readSet: FactSet
  let readsFlagsOnly: Bool
  /// Whether it says the same wherever nothing was said of its facts.
  let isQuiet: Bool
  /// What it says after the facts by which it applies; no bytes where that takes a decision.
  let bites: ByteRun
  /// What it says where it holds.
  let carried: ByteRun
  let title: ByteRun
  /// The days from which a duty is counted; none where it is no duty.
  let duty: Places
  /// The window of the rule; -1 where it is none.
  let window: Int
  /// The steps of a ladder of authority.
  let ladder: UnsafePointer<LadderStepPieces>
  let ladderCount: Int
}

/// Places of facts.
struct Places {
  let start: UnsafePointer<Int>
  let count: Int
}

/// A step of a ladder of authority.
struct LadderStepPieces {
  let start: ByteRun
  let who: ByteRun
}

/// How a fact is said.
struct FactPieces {
  enum Kind { case count, money, date, flag, text, percent, choice }
  enum LeftOut { case unknown, taken, same, derived }

  let name: ByteRun
  let kind: Kind
  let choices: UnsafePointer<ByteRun>
  let leftOut: LeftOut
  /// The value that it is taken to have, the place of the fact that it is taken from, or of the rule that derives it.
  let other: Int64
  /// What is said of it where it was left out.
  let leftOutWords: ByteRun
}

/// What the lines of a window are made of.
struct WindowPieces {
  struct Step {
    let hasEnd: Bool
    /// The place of the fact that says its end; -1 where none does.
    let by: Int
    let within: Deadline?
    let length: ByteRun
    let reach: StepWords<ByteRun>
    let say: ByteRun
    let asksDecision: Bool
  }

  let steps: UnsafePointer<Step>
  let stepCount: Int
  /// The place of the fact that says a later end; -1 where none does.
  let extendedTo: Int
  let notStarted: ByteRun
}

/// What the lines of a price are made of.
struct PricePieces {
  enum Kind { case other, fixed, accrual, share }

  struct Step {
    let upTo: Int64
    let rate: FigurePieces
  }

  var kind = Kind.other
  var reads = Places(start: UnsafePointer(bitPattern: 64)!, count: 0)
  // Of an accrual.
  var count = 0
  var steps = UnsafePointer<Step>(bitPattern: 64)!
  var stepCount = 0
  var per: Int64 = 1
  var plus: FigurePieces?
  // Of a share.
  var part = FigurePieces.unknown
  var of = FigurePieces.unknown
  var partTimes = Places(start: UnsafePointer(bitPattern: 64)!, count: 0)
  var times = Places(start: UnsafePointer(bitPattern: 64)!, count: 0)
  var most = ByteRun.empty
}

/// How a figure is said that is printed, stated, or found by a choice.
struct FigurePieces {
  enum Kind { case words, fact, choice, other }

  let kind: Kind
  let words: ByteRun
  let fact: Int
  let choices: UnsafePointer<FigurePieces>

  static var unknown: FigurePieces {
    FigurePieces(kind: .other, words: .empty, fact: 0, choices: UnsafePointer(bitPattern: 64)!)
  }
}

extension ScanMemory {
  /// Plain values one after another.
  func place<Value>(_ values: [Value]) -> UnsafePointer<Value> {
    if values.isEmpty { return UnsafePointer(bitPattern: 64)! }
    let bytes = UnsafeMutableRawPointer(room(for: UInt64(0), count: MemoryLayout<Value>.stride * values.count / 8 + 2))
    let start = bytes.bindMemory(to: Value.self, capacity: values.count)
    for (place, value) in values.enumerated() { (start + place).initialize(to: value) }
    return UnsafePointer(start)
  }
}
