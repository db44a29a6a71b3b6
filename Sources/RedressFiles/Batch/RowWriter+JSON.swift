import Redress

/// Rows as objects of JSON.
extension RowWriter {
  /// The row of an award up to its refusals and codes.
  mutating func award(_ sheet: borrowing Assessment, _ name: ByteRun, _ end: inout UnsafeMutablePointer<UInt8>) {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    let literals = pieces.literals
    end.add(literals.start)
    end.add(name)
    end.add(pieces.head)
    end.add(literals.awarded)
    for place in sheet.items.indices {
      if place > 0 { end.add(UInt8(ascii: ",")) }
      item(sheet.items[place], literals, &end)
    }
    end.add(literals.gross)
    end.add(award.gross)
    end.add(literals.alreadyPaid)
    end.add(award.alreadyPaid)
    if award.paidInExcess > .zero {
      end.add(literals.paidInExcess)
      end.add(award.paidInExcess)
    }
    end.add(literals.setOff)
    end.add(award.setOff)
    end.add(literals.payable)
    end.add(award.payable)
    end.add(literals.inKind)
    end.add(award.inKind)
    end.add(literals.authority)
    end.add(pieces.signers(award.authority).json)
    if let day = award.lastDayToAccept {
      end.add(literals.lastDay)
      end.add(day)
      end.add(UInt8(ascii: "\""))
    } else {
      end.add(literals.noLastDay)
    }
  }

  @inline(__always)
  private func item(
    _ item: Assessment.Item, _ literals: RowLiterals, _ end: inout UnsafeMutablePointer<UInt8>
  ) {
    end.add(pieces.heads[item.head.index])
    end.add(item.amount)
    if item.alreadyPaid > .zero {
      end.add(literals.alreadyPaid)
      end.add(item.alreadyPaid)
    }
    end.add(literals.setOff)
    end.add(item.setOff)
    end.add(literals.payable)
    end.add(item.payable)
    end.add(UInt8(ascii: "\""))
    if let form = item.form {
      end.add(literals.form)
      end.add(pieces.forms[item.head.index][Int(form)])
    }
    if let rule = item.keptOutBy {
      end.add(literals.keptOut)
      end.add(pieces.rules[rule.index])
    }
    end.add(UInt8(ascii: "}"))
  }

  /// Why a case or an item of it is not entitled.
  func refusals(_ sheet: borrowing Assessment, _ text: inout RowText) {
    text.append(pieces.literals.refusals)
    for place in sheet.refusals.indices {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      text.append(pieces.words(of: sheet.refusals[place], in: sheet))
    }
    text.append(UInt8(ascii: "]"))
  }
}
