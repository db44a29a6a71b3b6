import Redress

/// Rows as objects of JSON.
extension RowWriter {
  /// The row of an award up to its refusals and codes.
  ///
  /// The place is handed in and given back, so that it stays in a register in between.
  @inline(__always)
  mutating func award(
    _ sheet: borrowing Assessment, _ name: ByteRun, _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    guard let award = sheet.award else { preconditionFailure("an award has its sums") }
    var end = start
    let literals = pieces.literals
    end.add(literals.pointee.start)
    end.add(name)
    end.add(pieces.head)
    end.add(literals.pointee.awarded)
    for place in sheet.items.indices {
      if place > 0 { end.add(UInt8(ascii: ",")) }
      end = item(sheet.items[place], end)
    }
    end.add(literals.pointee.gross)
    end.add(award.gross)
    end.add(literals.pointee.alreadyPaid)
    end.add(award.alreadyPaid)
    if award.paidInExcess > .zero {
      end.add(literals.pointee.paidInExcess)
      end.add(award.paidInExcess)
    }
    pieces.add(settlementOf: award, &end)
    return end
  }

  /// It changes nothing, and is `mutating` only so that the writer is used in its place and not copied for it.
  @inline(__always)
  private mutating func item(
    _ item: Assessment.Item, _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var end = start
    let literals = pieces.literals
    end.add(pieces.heads[item.head.index])
    end.add(item.amount)
    if item.alreadyPaid > .zero {
      end.add(literals.pointee.alreadyPaid)
      end.add(item.alreadyPaid)
    }
    pieces.add(settlementOf: item, &end)
    return end
  }

  /// Why a case or an item of it is not entitled.
  mutating func refusals(
    _ sheet: borrowing Assessment, _ start: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    var end = start
    end.add(pieces.literals.pointee.refusals)
    for place in sheet.refusals.indices {
      if place > 0 { end.add(UInt8(ascii: ",")) }
      end.add(pieces.words(ofRefusal: place))
    }
    end.add(UInt8(ascii: "]"))
    return end
  }
}
