import Redress

/// The list of a run as finance reads it: CSV with a control total. The same run gives the same bytes.
struct RunFile {
  /// What is listed, with what the list says of it.
  struct Line {
    let entry: Run.Entry
    let reference: String
    let payee: String
    let rentAccount: String
    let costCode: String
    let narrative: String
    let acceptedOn: String

    init(_ life: OfferLife, _ open: OpenSums.Open, payee: String) {
      entry = Run.Entry(offer: life.number, method: open.method, amount: open.amount)
      reference = life.drafted.reference
      self.payee = payee
      rentAccount = life.drafted.rentAccount ?? ""
      costCode = life.drafted.costCode ?? ""
      var heads: [String] = []
      for item in life.sums.items where !item.isInKind && !heads.contains(item.head) {
        let isOwn = open.method == Payment.setOff ? item.setOff > .zero : item.payable > .zero
        if isOwn { heads.append(item.head) }
      }
      narrative = "compensation, \(life.drafted.reference), \(heads.joined(separator: " and "))"
      acceptedOn = life.acceptedOn?.isoText ?? ""
    }
  }

  private let kind: Run.Kind
  private let number: Int
  private let lines: [Line]

  init(_ kind: Run.Kind, number: Int, lines: [Line]) {
    self.kind = kind
    self.number = number
    self.lines = lines
  }

  /// A header, a row for each entry, and a row with how many there are and what they come to.
  var bytes: [UInt8] {
    let rows = [header] + lines.map(row) + [total]
    return Array(rows.map { CSVText.row($0) }.joined().utf8)
  }

  private var header: [String] {
    switch kind {
    case .payments: ["run", "offer", "case", "payee", "amount", "method", "cost-code", "reference"]
    case .credits: ["run", "offer", "case", "rent-account", "amount", "narrative", "effective-date", "cost-code"]
    }
  }

  private func row(_ line: Line) -> [String] {
    let amount = line.entry.amount.decimalText
    let start = ["\(number)", "\(line.entry.offer)", line.reference]
    switch kind {
    case .payments:
      return start + [
        line.payee, amount, line.entry.method, line.costCode, "\(line.reference)/\(line.entry.offer)",
      ]
    case .credits: return start + [line.rentAccount, amount, line.narrative, line.acceptedOn, line.costCode]
    }
  }

  private var total: [String] {
    let sum = lines.reduce(Money.zero) { $0 + $1.entry.amount }
    return ["TOTAL", "\(lines.count)", "", "", sum.decimalText, "", "", ""]
  }
}
