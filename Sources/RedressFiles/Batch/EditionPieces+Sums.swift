import Redress

/// The sums that every object of JSON about a case has alike.
extension EditionPieces {
  /// An award from what is set off to its last day.
  @inline(__always)
  mutating func add(settlementOf award: Assessment.Award, _ end: inout UnsafeMutablePointer<UInt8>) {
    end.add(literals.pointee.setOff)
    end.add(award.setOff)
    end.add(literals.pointee.payable)
    end.add(award.payable)
    end.add(literals.pointee.inKind)
    end.add(award.inKind)
    end.add(literals.pointee.authority)
    end.add(signers(award.authority).json)
    if let day = award.lastDayToAccept {
      end.add(literals.pointee.lastDay)
      end.add(day)
      end.add(UInt8(ascii: "\""))
    } else {
      end.add(literals.pointee.noLastDay)
    }
  }

  /// An item from what is set off to its end. It changes nothing, and is `mutating` only so that the pieces are used in
  /// their place and not copied.
  @inline(__always)
  mutating func add(settlementOf item: Assessment.Item, _ end: inout UnsafeMutablePointer<UInt8>) {
    end.add(literals.pointee.setOff)
    end.add(item.setOff)
    end.add(literals.pointee.payable)
    end.add(item.payable)
    end.add(UInt8(ascii: "\""))
    if let form = item.form {
      end.add(literals.pointee.form)
      end.add(forms[item.head.index][Int(form)])
    }
    if let rule = item.keptOutBy {
      end.add(literals.pointee.keptOut)
      end.add(rules[rule.index])
    }
    end.add(UInt8(ascii: "}"))
  }
}
