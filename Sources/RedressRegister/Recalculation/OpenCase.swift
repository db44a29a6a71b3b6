import Redress
import RedressFiles

/// The case of an open offer, to be assessed as it was and as it is now. Everything that knows how a case is read
/// stands here: bytes of a case and an edition in, a result out.
final class OpenCase {
  /// As they were recorded; `nil` where something is said anew.
  private let bytes: [UInt8]?
  private var read: CaseOutline?

  /// - Returns: `nil` where the bytes are no case.
  init?(_ bytes: [UInt8]) {
    guard let outline = Self.outline(bytes) else { return nil }
    self.bytes = bytes
    read = outline
  }

  /// A case that was scanned before, so that its bytes are known to be one.
  init(scanned bytes: [UInt8]) {
    self.bytes = bytes
    isScanned = true
  }

  private init(_ outline: CaseOutline) {
    bytes = nil
    read = outline
  }

  /// Whether its bytes were scanned, and nothing is said anew.
  private(set) var isScanned = false

  /// The case as it was read, which mostly nobody asks for.
  var outline: CaseOutline {
    if let read { return read }
    guard let outline = bytes.flatMap({ Self.outline($0) }) else { preconditionFailure("what was scanned can be read") }
    read = outline
    return outline
  }

  private static func outline(_ bytes: [UInt8]) -> CaseOutline? {
    guard let source = try? SourceText(name: "the recorded case", bytes: bytes),
      case .outline(let outline)? = CaseFile.read(source).first
    else { return nil }
    return outline
  }

  // MARK: What it states

  /// What a fact of the case, or of an item counted from 1, is stated to be; `nil` where it is not stated.
  func text(of fact: String, item: Int = 0) -> String? {
    let facts = item == 0 ? outline.node["facts"] : items.dropFirst(item - 1).first
    return facts?[fact].flatMap { $0.isNull ? nil : $0.text }
  }

  /// What another system calls something of the case by: its rent account, its household.
  func reference(_ name: String) -> String? { outline.node["references"]?[name]?.text }

  /// Everything that other systems call something of it.
  var references: [String] { (outline.node["references"]?.entries ?? []).compactMap(\.value.text) }

  private var items: [Node] { outline.node["items"]?.list ?? [] }

  /// The same case with facts said anew.
  func with(_ changes: [FactChange]) -> OpenCase {
    var entries = outline.node.entries ?? []
    func change(_ node: Node, _ item: Int) -> Node {
      changes.filter { $0.item == item }.reduce(node) { $0.with($1.fact, $1.now) }
    }
    func put(_ key: String, _ node: Node) {
      if let place = entries.firstIndex(where: { $0.key == key }) {
        entries[place] = Node.Entry(key: key, keySpan: entries[place].keySpan, value: node)
      } else {
        entries.append(Node.Entry(key: key, keySpan: outline.span, value: node))
      }
    }
    put("facts", change(outline.node["facts"] ?? Node(.map([]), at: outline.span), 0))
    if changes.contains(where: { $0.item > 0 }) {
      let changed = items.enumerated().map { change($0.element, $0.offset + 1) }
      put("items", Node(.list(changed), at: outline.span))
    }
    var shapes = CaseShapes(outline.source)
    return CaseOutline.read(fromRecord: Node(.map(entries), at: outline.span), &shapes).map { OpenCase($0) } ?? self
  }

  /// The same case without a fact.
  func without(_ fact: String) -> OpenCase {
    guard text(of: fact) != nil, let facts = outline.node["facts"]?.entries else { return self }
    let rest = Node(.map(facts.filter { $0.key != fact }), at: outline.span)
    let entries = (outline.node.entries ?? []).map { entry in
      entry.key == "facts" ? Node.Entry(key: entry.key, keySpan: entry.keySpan, value: rest) : entry
    }
    var shapes = CaseShapes(outline.source)
    return CaseOutline.read(fromRecord: Node(.map(entries), at: outline.span), &shapes).map { OpenCase($0) } ?? self
  }

  // MARK: Assessment

  /// What the case comes to under an edition.
  func assessed(under shelved: EditionShelf.Shelved, _ scanner: CaseScanner) -> CaseAnswer {
    if let answer = scanned(under: shelved, scanner) { return answer }
    let reading = CaseReader.read(outline, under: shelved.matrix, shelved.names)
    let (assessment, faults) = reading.assess(with: shelved.assessor)
    let explanation = Explanation(of: assessment, given: reading.given, under: shelved.matrix)
    return CaseAnswer(
      result: faults.isEmpty ? CaseResult(explanation) : .faulty, explanation: explanation, faults: faults,
      edition: shelved.edition)
  }

  /// The same from its bytes, which is quicker, where they can be scanned.
  private func scanned(under shelved: EditionShelf.Shelved, _ scanner: CaseScanner) -> CaseAnswer? {
    guard let bytes, let lane = shelved.lane else { return nil }
    scanner.take(bytes)
    guard scanner.assess(under: lane) else { return nil }
    let explanation = scanner.explanation(under: lane)
    return CaseAnswer(
      result: CaseResult(explanation), explanation: explanation, faults: FaultList(), edition: shelved.edition)
  }
}

/// What a case comes to, with what it rests on.
struct CaseAnswer {
  let result: CaseResult
  let explanation: Explanation
  let faults: FaultList
  let edition: MatrixLibrary.Edition

  /// What a second calculation does not agree with.
  var discrepancies: [Discrepancy] {
    recheck(
      explanation.assessment, of: explanation.given.facts, under: edition.matrix, calendar: edition.calendar?.calendar)
  }

  /// The days up to which something is counted that still goes on, by the facts that state them: the item that states
  /// it, or 0 for the case.
  func stillRunning(in open: OpenCase) -> [(fact: String, item: Int)] {
    let matrix = explanation.matrix
    var running: [(fact: String, item: Int)] = []
    for line in explanation.assessment.lines {
      guard let fact = runningTo(line) else { continue }
      let name = matrix.facts[ref: fact].name
      let item = line.item > 0 && open.text(of: name, item: line.item) != nil ? line.item : 0
      guard open.text(of: name, item: item) != nil, !running.contains(where: { $0 == (name, item) }) else { continue }
      running.append((name, item))
    }
    return running
  }

  private func runningTo(_ line: Line) -> Ref<Fact>? {
    guard case .derivedCount(_, let isRunning) = line.finding,
      let kind = explanation.matrix.facts.lazy.compactMap(\.derivation).first(where: { $0.rule == line.rule })?.kind
    else { return nil }
    switch kind {
    case .elapsed(let elapsed): return isRunning ? elapsed.runningTo : nil
    case .late(let lateness):
      let done = explanation.matrix.duties[ref: lateness.duty].done
      return explanation.given.facts.value(done) == nil ? lateness.until : nil
    default: return nil
    }
  }
}

extension CaseResult {
  /// That there is no answer.
  static let faulty = CaseResult(
    outcome: .faulty, heads: [], gross: .zero, alreadyPaid: .zero, setOff: .zero, payable: .zero, inKind: .zero,
    authority: [], lastDay: nil, codes: [])
}

extension Node {
  /// The map with another value under a key, in its place or at the end.
  fileprivate func with(_ key: String, _ text: String) -> Node {
    var all = entries ?? []
    let value = Node(.scalar(Scalar(text, .plain)), at: self[key]?.span ?? span)
    if let place = all.firstIndex(where: { $0.key == key }) {
      all[place] = Entry(key: key, keySpan: all[place].keySpan, value: value)
    } else {
      all.append(Entry(key: key, keySpan: span, value: value))
    }
    return Node(.map(all), at: span)
  }
}
