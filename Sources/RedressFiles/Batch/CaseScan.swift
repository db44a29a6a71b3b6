import Redress

/// One pass over the bytes of a case, straight into the slots of its facts.
///
/// It takes what a sound case of a batch looks like, and gives up on anything else, faults and rarities alike: then
/// ``CaseReader`` reads the case, with all its faults and places. What it takes it reads as ``CaseReader`` does.
struct CaseScan {
  let tables: UnsafePointer<ScanTables>
  var at: Bytes
  var facts: CaseFacts
  /// The reference of the case.
  var name = ByteRun.empty
  private let memory = ScanMemory()
  /// Room for a name that is written with escapes.
  private let nameRoom: UnsafeMutablePointer<UInt8>
  private static let longestName = 256
  /// The edition that the case asks for; empty where it asks for none.
  var asked = ByteRun.empty
  var words = ScannedWords()
  /// How many keys are kept of the objects that are being passed over.
  var keysSeen = 0
  /// Whether the case is known to hold no line feed but its last.
  var isOneLine = true

  /// How a scan ended.
  enum End {
    /// The facts are there.
    case scanned
    /// The case is of another scheme.
    case otherScheme(ByteRun)
    /// The case asks for another edition.
    case otherEdition
    /// Another edition was in force on its day.
    case otherDay(Int64)
    /// This is for the reader.
    case givenUp
  }

  init(_ layout: ScanLayout) {
    tables = layout.tables
    nameRoom = memory.room(for: 0, count: Self.longestName + ByteBuffer.padding)
    at = name.start
    facts = CaseFacts(for: layout.edition.matrix)
  }

  /// Forgets the case before.
  mutating func begin(at start: Bytes) {
    at = start
    name = ByteRun.empty
    asked = ByteRun.empty
    keysSeen = 0
    isOneLine = true
    facts.clear()
    words.clear()
  }

  /// A name without escapes; `nil` where it has some and is very long.
  @inline(__always)
  func plain(_ name: ScannedText) -> ByteRun? {
    name.hasEscapes ? name.plain(in: nameRoom, most: Self.longestName) : name.run
  }

  /// Whether this edition is the one for the case, now that all of it was read. It changes nothing, and is `mutating`
  /// only so that the scan is used in its place and not copied.
  mutating func end() -> End {
    if name.count == 0 { return .givenUp }
    if asked.count > 0 { return asked.isSame(as: tables.pointee.edition) ? .scanned : .otherEdition }
    for place in 0..<tables.pointee.selectingCount {
      guard let day = facts.statedValue(Ref(tables.pointee.selecting[place])) else { continue }
      return day >= tables.pointee.firstDay && day < tables.pointee.endDay ? .scanned : .otherDay(day)
    }
    return .givenUp
  }

  /// The case with the words that people gave, for whoever puts it into words.
  var given: Case {
    Case(
      name: name.text, facts: facts, decisions: words.decisions.map(\.recorded),
      receiptWords: words.receipts.map { $0?.text ?? "" }, reasons: words.reasons.map(\.reason),
      texts: words.texts.map { Case.StatedText(fact: $0.fact, item: $0.item, text: $0.text.text) })
  }
}

/// Words of a case as they lie in the buffer. They decide nothing, and are read only where they are shown.
struct ScannedWords {
  struct Decision {
    let about: ByteRun
    let by, because: ScannedText
    let isAccepted: Bool
    let on: Int64

    var recorded: RecordedDecision {
      RecordedDecision(
        about: about.text, isAccepted: isAccepted, by: by.text, on: CivilDate(dayNumber: Int32(on)),
        because: because.text)
    }
  }

  struct Reason {
    let item: Int
    let by, because: ScannedText?

    var reason: Case.Reason { Case.Reason(item: item, by: by?.text, because: because?.text) }
  }

  struct Text {
    let fact: Ref<Fact>
    let item: Int
    let text: ScannedText
  }

  var decisions: ContiguousArray<Decision> = []
  var receipts: ContiguousArray<ScannedText?> = []
  var reasons: ContiguousArray<Reason> = []
  var texts: ContiguousArray<Text> = []

  mutating func clear() {
    if !decisions.isEmpty { decisions.removeAll(keepingCapacity: true) }
    if !receipts.isEmpty { receipts.removeAll(keepingCapacity: true) }
    if !reasons.isEmpty { reasons.removeAll(keepingCapacity: true) }
    if !texts.isEmpty { texts.removeAll(keepingCapacity: true) }
  }
}
