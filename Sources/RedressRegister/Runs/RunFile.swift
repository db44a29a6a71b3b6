import Redress
import RedressFiles

/// The list of a run as finance reads it: CSV with a control total. The same run gives the same bytes.
struct RunFile {
  /// What is listed, with what the list says of it.
  struct Line {
    let entry: Run.Entry
    let reference: String
    let payee: String
    /// The account that is credited; empty for a payment.
    let account: String
    /// The debt that is cleared; empty for money that the person wants on the account.
    let debt: String
    let costCode: String
    let narrative: String
    let acceptedOn: String

    fileprivate init(_ life: OfferLife, _ method: String, _ amount: Money, account: String, debt: String, payee: String)
    {
      entry = Run.Entry(offer: life.number, method: method, amount: amount)
      reference = life.drafted.reference
      self.payee = payee
      self.account = account
      self.debt = debt
      costCode = life.drafted.costCode ?? ""
      var heads: [String] = []
      for item in life.sums.items where !item.isInKind && !heads.contains(item.head) {
        let isOwn = method == Payment.setOff ? item.setOff > .zero : item.payable > .zero
        if isOwn { heads.append(item.head) }
      }
      narrative = "compensation, \(life.drafted.reference), \(heads.joined(separator: " and "))"
      acceptedOn = life.acceptedOn?.isoText ?? ""
    }
  }

  /// The lines of what is open by one method: one for each debt that is cleared, or one for a payment.
  ///
  /// - Parameters:
  ///   - accounts: the accounts of the case, by what its references call them.
  ///   - run: the number of the run; what was credited before it comes off the first debts.
  static func lines(
    _ life: OfferLife, _ open: OpenSums.Open, payee: String, accounts: [String: String], run: Int
  ) -> [Line] {
    let rent = accounts["rent-account"] ?? ""
    guard open.method == Payment.setOff else {
      return [Line(life, open.method, open.amount, account: rent, debt: "", payee: payee)]
    }
    var gone = life.payments.filter { payment in
      payment.recorded.value.method == Payment.setOff && payment.recorded.event < run
        && payment.returnedIn.map { $0 > run } ?? true
    }.reduce(Money.zero) { $0 + $1.recorded.value.amount }
    var left = open.amount
    var lines: [Line] = []
    for credit in life.acceptance?.credits ?? [] {
      let before = min(gone, credit.amount)
      gone -= before
      let amount = min(left, credit.amount - before)
      left -= amount
      guard amount > .zero else { continue }
      lines.append(
        Line(
          life, open.method, amount, account: accounts[credit.account] ?? "", debt: credit.debt, payee: payee))
    }
    return lines
  }

  /// What is recorded of the lines: one entry for each offer and method.
  var entries: [Run.Entry] {
    var entries: [Run.Entry] = []
    for line in lines {
      if let place = entries.firstIndex(where: { $0.offer == line.entry.offer && $0.method == line.entry.method }) {
        entries[place] = Run.Entry(
          offer: line.entry.offer, method: line.entry.method, amount: entries[place].amount + line.entry.amount)
      } else {
        entries.append(line.entry)
      }
    }
    return entries
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
    case .credits:
      ["run", "offer", "case", "account", "debt", "amount", "narrative", "effective-date", "cost-code"]
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
    case .credits:
      return start + [line.account, line.debt, amount, line.narrative, line.acceptedOn, line.costCode]
    }
  }

  private var total: [String] {
    let sum = lines.reduce(Money.zero) { $0 + $1.entry.amount }
    let blank = Array(repeating: "", count: kind == .payments ? 2 : 3)
    return ["TOTAL", "\(lines.count)"] + blank + [sum.decimalText, "", "", ""]
  }
}
