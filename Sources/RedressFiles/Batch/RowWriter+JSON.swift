import Redress

/// Rows as objects of JSON.
extension RowWriter {
  func award(_ sheet: borrowing Assessment, _ text: inout RowText) {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    text.add("awarded\",\"heads\":[")
    for place in sheet.items.indices {
      if place > 0 { text.add(UInt8(ascii: ",")) }
      item(sheet.items[place], &text)
    }
    text.add("],\"gross\":\"")
    text.add(award.gross)
    text.add("\",\"already-paid\":\"")
    text.add(award.alreadyPaid)
    if award.paidInExcess > .zero {
      text.add("\",\"paid-in-excess\":\"")
      text.add(award.paidInExcess)
    }
    text.add("\",\"set-off\":\"")
    text.add(award.setOff)
    text.add("\",\"payable\":\"")
    text.add(award.payable)
    text.add("\",\"in-kind\":\"")
    text.add(award.inKind)
    text.add("\",\"authority\":")
    text.append(pieces.signers(award.authority).json)
    if let day = award.lastDayToAccept {
      text.add(",\"last-day-to-accept\":\"")
      text.add(day)
      text.add(UInt8(ascii: "\""))
    } else {
      text.add(",\"last-day-to-accept\":null")
    }
    if pieces.hasPayees { payees(award.shares, &text) }
  }

  private func item(_ item: Assessment.Item, _ text: inout RowText) {
    text.append(pieces.heads[item.head.index])
    text.add(item.amount)
    if item.alreadyPaid > .zero {
      text.add("\",\"already-paid\":\"")
      text.add(item.alreadyPaid)
    }
    text.add("\",\"set-off\":\"")
    text.add(item.setOff)
    text.add("\",\"payable\":\"")
    text.add(item.payable)
    text.add(UInt8(ascii: "\""))
    if item.form != nil || item.keptOutBy != nil { rest(of: item, &text) }
    text.add(UInt8(ascii: "}"))
  }

  /// What few items have: a form, or a rule that keeps them out.
  private func rest(of item: Assessment.Item, _ text: inout RowText) {
    let head = pieces.matrix.heads[ref: item.head]
    if let form = item.form, let forms = head.forms {
      var writer = JSONWriter()
      writer.string(pieces.matrix.facts[ref: forms.fact].choices[Int(form)].name)
      text.append(Array(",\"as\":".utf8) + writer.bytes)
    }
    if let rule = item.keptOutBy { text.append(Array(",\"refused\":".utf8) + pieces.rules[rule.index].array) }
  }

  private func payees(_ shares: [Money], _ text: inout RowText) {
    var writer = JSONWriter()
    writer.strings(shares.map(\.decimalText))
    text.append(Array(",\"payees\":".utf8) + writer.bytes)
  }

  func refusals(_ sheet: borrowing Assessment, _ text: inout RowText) {
    text.add(",\"refusals\":[")
    for place in sheet.refusals.indices {
      if place > 0 { text.add(UInt8(ascii: ",")) }
      text.append(pieces.words(of: sheet.refusals[place], in: sheet))
    }
    text.add(UInt8(ascii: "]"))
  }
}
