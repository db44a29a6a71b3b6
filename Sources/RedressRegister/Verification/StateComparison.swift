import GRDB
import Redress
import RedressFiles

/// Holds what a register states of an offer against what its events tell and its record says.
struct StateComparison {
  struct Finding: Sendable {
    let says: String
    /// The event that it is about; `nil` where it is about the offer.
    var event: Int?
  }

  /// What was found of an offer.
  struct Result: Sendable {
    let offer: Int
    var findings: [Finding] = []
    /// Whether its life could be told to its end.
    var isInOrder = true
  }

  private let papers: StatePapers
  private var found: Result

  init(_ papers: StatePapers) {
    self.papers = papers
    found = Result(offer: papers.offer)
  }

  var result: Result {
    var copy = self
    copy.compare()
    return copy.found
  }

  private mutating func add(_ says: String, event: Int? = nil) {
    found.findings.append(Finding(says: says, event: event))
  }

  private mutating func compare() {
    guard let life = life() else { return found.isInOrder = false }
    let record = papers.record.map { RecordedOffer($0) }
    let values = life.values
    if let row = papers.rows[.offer]?.first {
      for (place, value) in values.enumerated() where row[place] != value.1 {
        add(
          "Offer \(life.number): the tables say \(value.0) \(words(row[place])), and its events \(words(value.1)).")
      }
    } else {
      add("Offer \(life.number) is missing in the tables.")
    }
    compare(life.itemValues, .item)
    compare(life.signatureValues, .signature)
    compare(life.paymentValues, .payment)
    if papers.hasOpenCases {
      let open = OpenCaseRow(of: life, record ?? nil, settlement: papers.settlement)
      compare([open?.values].compactMap { $0 }, .openCase)
    }
    if let record { compare(life, record) }
  }

  /// The life that its events tell. The chain was walked before, so that each event is known to be written as it was.
  private mutating func life() -> OfferLife? {
    var life: OfferLife?
    for body in papers.events {
      let event: Event
      do { event = try EventReader.event(inChain: body) } catch {
        add("An event of offer \(papers.offer) cannot be read, as \(error.says).")
        return nil
      }
      do { try OfferLife.take(event, to: &life) } catch {
        add("Event \(event.number) cannot come where it stands. \(error.says)", event: event.number)
        return nil
      }
    }
    return life
  }

  private func words(_ value: DatabaseValue) -> String { value.isNull ? "nothing" : "\(value)" }

  private mutating func compare(_ wanted: [[DatabaseValue]], _ table: StatePapers.Table) {
    if papers.rows[table, default: []] == wanted { return }
    add("Offer \(papers.offer): its rows in the table \(table.rawValue) are not what its events tell.")
  }

  // MARK: The record

  /// The sums of the first event are those of the file that was signed.
  private mutating func compare(_ life: OfferLife, _ record: RecordedOffer?) {
    guard let record else { return add("The file of offer \(life.number) cannot be read.") }
    for (key, stated, known) in Self.facts(life.drafted, author: life.author, record) where stated != known {
      add("Offer \(life.number): its events say \(key) \(known ?? "nothing"), and its file \(stated ?? "nothing").")
    }
  }

  /// What the file and the event both state, with what each says.
  private static func facts(
    _ drafted: Drafted, author: String, _ record: RecordedOffer
  ) -> [(String, String?, String?)] {
    let (head, assessment, sums) = (record.head, record.result, drafted.sums)
    var facts: [(String, String?, String?)] = [
      ("case", head["case"]?.text, drafted.reference), ("scheme", head["scheme"]?.text, drafted.scheme),
      ("edition", head["edition"]?.text, drafted.edition),
      ("edition-digest", head["edition-digest"]?.text, drafted.editionDigest.text),
      ("outcome", head["outcome"]?.text, drafted.outcome.rawValue), ("author", head["author"]?.text, author),
      ("offer-date", head["offer-date"]?.text, drafted.offerDate.isoText),
      ("letter", head["letter"]?["digest"]?.text, drafted.letterDigest?.text),
      ("household", head["references"]?["household"]?.text, drafted.household),
      ("rent-account", head["references"]?["rent-account"]?.text, drafted.rentAccount),
      ("cost-code", head["references"]?["cost-code"]?.text, drafted.costCode),
    ]
    guard drafted.isOffer else { return facts }
    let total: [(String, Money)] = [
      ("gross", sums.gross), ("already-paid", sums.alreadyPaid), ("set-off", sums.setOff), ("payable", sums.payable),
      ("in-kind", sums.inKind),
    ]
    facts += total.map { ($0.0, assessment[$0.0]?.text, $0.1.decimalText) }
    let heads = assessment["heads"]?.list ?? []
    for item in sums.items {
      let head = heads.indices.contains(item.number - 1) ? heads[item.number - 1] : nil
      facts.append(("head \(item.number)", head?["head"]?.text, item.head))
      facts.append(("amount of item \(item.number)", head?["amount"]?.text, item.amount.decimalText))
      facts.append(("payable of item \(item.number)", head?["payable"]?.text, item.payable.decimalText))
    }
    return facts
  }
}
