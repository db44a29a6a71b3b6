import Redress
import RedressFiles

/// Why a line is not an event of a register.
struct UnreadEvent: Error, Hashable {
  let says: String
}

/// Reads the body of an event. Only a line that ``EventWriter`` would write is one, byte by byte.
struct EventReader {
  private let node: Node

  static func event(_ body: String) throws(UnreadEvent) -> Event {
    let event = try EventReader(node: node(body)).event()
    guard event.body == body else { throw UnreadEvent(says: "it is not written as events are") }
    return event
  }

  private static func node(_ body: String) throws(UnreadEvent) -> Node {
    let nodes: [Node]
    do {
      nodes = try JSONReader(longestValue: SourceText.largest).read(SourceText(name: "event", bytes: Array(body.utf8)))
    } catch { throw UnreadEvent(says: "it is not JSON: \(error.sorted.first?.says ?? "")") }
    guard nodes.count == 1 else { throw UnreadEvent(says: "it is not one object") }
    return nodes[0]
  }

  /// The same of a line that stands in a chain that is walked beside it: that it is written as events are is known, or
  /// is found there.
  static func event(inChain body: String) throws(UnreadEvent) -> Event {
    try EventReader(node: node(body)).event(body)
  }

  private func event(_ body: String? = nil) throws(UnreadEvent) -> Event {
    guard let kind = Act.Kind(rawValue: try text("kind")) else {
      throw UnreadEvent(says: "its kind, \(try text("kind")), is not known")
    }
    let stamp = Stamp(
      by: try text("by"), on: try day("on"), recordedAt: try text("recorded-at"),
      statedToday: try optionalDay("today-stated"), isVerified: node["verified"] == nil)
    return Event(
      number: try number("event"), offer: node["offer"] == nil ? nil : try number("offer"), act: try act(kind),
      stamp: stamp, previous: try digest("previous"), body: body)
  }

  private func act(_ kind: Act.Kind) throws(UnreadEvent) -> Act {
    switch kind {
    case .begun: .begun(origin: try text("origin"))
    case .drafted: .drafted(try drafted())
    case .signed:
      .signed(
        Signed(
          role: try text("role"), standsInFor: optionalText("stands-in-for"), digest: try digest("signature"),
          isLast: try flag("complete")))
    case .issued: .issued(try issued())
    case .revised: .revised(by: try number("revision"))
    case .revisionWithdrawn: .revisionWithdrawn(try number("revision"))
    case .superseded: .superseded(by: try number("revision"))
    case .accepted: .accepted(try acceptance())
    case .turnedDown: .turnedDown(try decision())
    case .declined: .declined(because: optionalText("because"))
    case .withdrawn: .withdrawn(because: try text("because"))
    case .renewed:
      .renewed(
        Renewal(lastDay: try day("last-day"), about: try text("decision"), because: try text("because")))
    case .paid: .paid(try payment())
    case .returned: .returned(payment: try number("payment"), because: try text("because"))
    case .delivered: .delivered(remedy: try number("remedy"), proof: try text("proof"))
    case .closed: .closed
    case .run: .run(try run())
    case .runCancelled:
      .runCancelled(
        RunCancellation(run: try number("run"), offers: try numbers("offers"), because: try text("because")))
    case .recalculated: .recalculated(try recalculation())
    case .erased:
      .erased(
        Erasure(offers: try numbers("offers"), files: try digests("files"), because: try text("because")))
    case .imported:
      .imported(
        ImportedCase(
          reference: try text("reference"), scheme: try text("scheme"), digest: try digest("case"),
          source: try digest("source")))
    }
  }

  // MARK: Details

  private func drafted() throws(UnreadEvent) -> Drafted {
    guard let outcome = Assessment.Outcome(rawValue: try text("outcome")) else {
      throw UnreadEvent(says: "its outcome is not known")
    }
    return Drafted(
      reference: try text("reference"), revision: try number("revision"),
      supersedes: node["supersedes"] == nil ? nil : try number("supersedes"), scheme: try text("scheme"),
      edition: try text("edition"), editionDigest: try digest("edition-digest"),
      offerDigest: try digest("offer-digest"), letterDigest: try optionalDigest("letter-digest"),
      remedies: try number("remedies"), outcome: outcome, offerDate: try day("offer-date"),
      lastDay: try optionalDay("last-day"), household: optionalText("household"),
      rentAccount: optionalText("rent-account"), costCode: optionalText("cost-code"), sums: try sums())
  }

  private func issued() throws(UnreadEvent) -> Issued {
    var documents: [Issued.Document] = []
    for entry in try list("documents") {
      let reader = EventReader(node: entry)
      documents.append(Issued.Document(name: try reader.text("name"), digest: try reader.digest("digest")))
    }
    return Issued(documents: documents, lastDay: try optionalDay("last-day"))
  }

  private func acceptance() throws(UnreadEvent) -> Acceptance {
    Acceptance(
      items: try numbers("accepted-items"), sums: try sums(), settlement: try digest("settlement"),
      credits: try credits(), payTo: optionalText("pay-to"), waitsFor: try conditions(),
      payBy: try optionalDay("pay-by"),
      late: try node["late"].map { node throws(UnreadEvent) in try EventReader(node: node).decision() })
  }

  private func credits() throws(UnreadEvent) -> [Acceptance.Credit] {
    var credits: [Acceptance.Credit] = []
    for entry in try list("credits") {
      let reader = EventReader(node: entry)
      credits.append(Acceptance.Credit(debt: try reader.text("debt"), amount: try reader.money("amount")))
    }
    return credits
  }

  private func conditions() throws(UnreadEvent) -> [Acceptance.Condition] {
    var conditions: [Acceptance.Condition] = []
    for entry in try list("waits-for") {
      let reader = EventReader(node: entry)
      conditions.append(
        Acceptance.Condition(
          name: try reader.text("name"), item: try reader.number("item"), sources: try reader.texts("sources")))
    }
    return conditions
  }

  private func decision() throws(UnreadEvent) -> LateDecision {
    LateDecision(
      about: try text("decision"), isAccepted: try text("answer") == "accept", by: try text("decided-by"),
      on: try day("decided-on"), because: try text("because"))
  }

  private func payment() throws(UnreadEvent) -> Payment {
    Payment(
      method: try text("method"), amount: try money("amount"), proof: try text("proof"), seen: try texts("seen"),
      run: node["run"] == nil ? nil : try number("run"))
  }

  private func run() throws(UnreadEvent) -> Run {
    guard let kind = Run.Kind(rawValue: try text("lists")) else { throw UnreadEvent(says: "it lists nothing known") }
    var entries: [Run.Entry] = []
    for entry in try list("entries") {
      let reader = EventReader(node: entry)
      entries.append(
        Run.Entry(
          offer: try reader.number("offer"), method: try reader.text("method"), amount: try reader.money("amount")))
    }
    return Run(kind: kind, entries: entries, digest: try digest("digest"))
  }

  private func recalculation() throws(UnreadEvent) -> RecalculationRecord {
    RecalculationRecord(
      asOf: try day("as-of"), edition: optionalText("edition"), offers: try number("offers"),
      proposals: try number("proposals"), faults: try number("faults"), inputs: try digest("inputs"),
      report: try digest("report"))
  }

  private func sums() throws(UnreadEvent) -> Sums {
    var items: [Sums.Item] = []
    for entry in try list("items") {
      let reader = EventReader(node: entry)
      items.append(
        Sums.Item(
          number: try reader.number("item"), head: try reader.text("head"), amount: try reader.money("amount"),
          alreadyPaid: try reader.money("already-paid"), setOff: try reader.money("set-off"),
          payable: try reader.money("payable"), form: reader.optionalText("as"),
          isInKind: entry["in-kind"] != nil))
    }
    return Sums(
      gross: try money("gross"), alreadyPaid: try money("already-paid"), setOff: try money("set-off"),
      payable: try money("payable"), inKind: try money("in-kind"), items: items)
  }

  // MARK: Values

  private func text(_ key: String) throws(UnreadEvent) -> String {
    guard let text = optionalText(key) else { throw UnreadEvent(says: "`\(key)` is missing") }
    return text
  }

  private func optionalText(_ key: String) -> String? { node[key].flatMap { $0.isNull ? nil : $0.text } }

  private func list(_ key: String) throws(UnreadEvent) -> [Node] {
    guard let list = node[key]?.list else { throw UnreadEvent(says: "`\(key)` is missing") }
    return list
  }

  private func texts(_ key: String) throws(UnreadEvent) -> [String] { try list(key).compactMap(\.text) }

  private func number(_ key: String) throws(UnreadEvent) -> Int { try number(node[key]?.text, key) }

  private func numbers(_ key: String) throws(UnreadEvent) -> [Int] {
    var numbers: [Int] = []
    for node in try list(key) { numbers.append(try number(node.text, key)) }
    return numbers
  }

  private func number(_ text: String?, _ key: String) throws(UnreadEvent) -> Int {
    guard let number = text.flatMap({ Int($0) }), number >= 0 else {
      throw UnreadEvent(says: "`\(key)` is not a number")
    }
    return number
  }

  private func flag(_ key: String) throws(UnreadEvent) -> Bool {
    guard let text = node[key]?.text, text == "true" || text == "false" else {
      throw UnreadEvent(says: "`\(key)` is neither true nor false")
    }
    return text == "true"
  }

  private func money(_ key: String) throws(UnreadEvent) -> Money {
    do { return try Literal.money(try text(key)) } catch let unread as UnreadEvent { throw unread } catch {
      throw UnreadEvent(says: "`\(key)` is not a sum")
    }
  }

  private func day(_ key: String) throws(UnreadEvent) -> CivilDate {
    guard let day = try optionalDay(key) else { throw UnreadEvent(says: "`\(key)` is missing") }
    return day
  }

  private func optionalDay(_ key: String) throws(UnreadEvent) -> CivilDate? {
    guard let text = optionalText(key) else { return nil }
    guard let day = try? Literal.day(text) else { throw UnreadEvent(says: "`\(key)` is not a day") }
    return day
  }

  private func digest(_ key: String) throws(UnreadEvent) -> Digest {
    guard let digest = try optionalDigest(key) else { throw UnreadEvent(says: "`\(key)` is missing") }
    return digest
  }

  private func optionalDigest(_ key: String) throws(UnreadEvent) -> Digest? {
    guard let text = optionalText(key) else { return nil }
    guard let digest = Digest(text) else { throw UnreadEvent(says: "`\(key)` is not a digest") }
    return digest
  }

  private func digests(_ key: String) throws(UnreadEvent) -> [Digest] {
    var digests: [Digest] = []
    for text in try texts(key) {
      guard let digest = Digest(text) else { throw UnreadEvent(says: "`\(key)` holds something else than digests") }
      digests.append(digest)
    }
    return digests
  }
}
