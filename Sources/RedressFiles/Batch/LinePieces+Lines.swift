import Redress

/// What is known of the case whose lines are written.
struct LinesOfCase {
  let scan: UnsafeMutablePointer<CaseScan>
  let isAwarded: Bool
  /// What was stated of the case itself.
  let stated: FactSet

  init(_ scan: UnsafeMutablePointer<CaseScan>, isAwarded: Bool) {
    self.scan = scan
    self.isAwarded = isAwarded
    stated = scan.pointee.facts.statedOfCase
  }
}

extension LinePieces {
  /// Writes what a full row has besides its codes: every line, the decisions that nothing asked for, and the notices.
  func write(_ sheet: borrowing Assessment, _ scan: UnsafeMutablePointer<CaseScan>, to text: inout RowText) {
    let known = LinesOfCase(scan, isAwarded: sheet.outcome == .awarded)
    var words: Explanation?  // made once something wants it
    text.reserve(4096)
    text.add(",\"lines\":[")
    var next = 0
    while next < sheet.lines.count {
      let quiet = quietRuns.write(sheet.lines, next, stated: known.stated, to: &text)
      if quiet > 0 {
        next += quiet
        continue
      }
      let place = next
      next += 1
      let line = sheet.lines[place]
      let start = text.count
      text.reserve(1024)
      if place < Self.keptNumbers {
        text.copy(numbers[place])
      } else {
        text.add(",{\"line\":")
        text.add(number: UInt64(place + 1))
      }
      if write(line, sheet, known, &text) { continue }
      text.drop(from: start)
      if place > 0 { text.add(UInt8(ascii: ",")) }
      text.append(AssessmentJSON.bytes(of: line, number: place + 1, explained(sheet, known, &words)))
    }
    text.add("]")
    if !scan.pointee.words.decisions.isEmpty {
      text.append(AssessmentJSON.bytes(ofUnusedDecisions: explained(sheet, known, &words)))
    }
    notices(sheet, known, &words, &text)
  }

  private func explained(
    _ sheet: borrowing Assessment, _ known: LinesOfCase, _ words: inout Explanation?
  ) -> Explanation {
    if let words { return words }
    let made = Explanation(of: copy sheet, given: known.scan.pointee.given, under: matrix, officers: officers)
    words = made
    return made
  }

  // MARK: Notices

  private func notices(
    _ sheet: borrowing Assessment, _ known: LinesOfCase, _ words: inout Explanation?, _ text: inout RowText
  ) {
    if known.isAwarded, hasLadders, !isSignedWhole(sheet) {
      let notices = ownNotices + Notice.notices(of: explained(sheet, known, &words))
      return text.append(AssessmentJSON.bytes(ofNotices: notices))
    }
    guard known.isAwarded, isSilentOnDebts(known), reachesSetOff(sheet) else { return text.copy(noticesAlone) }
    if noticesOfArrears == nil {
      let notices = ownNotices + Notice.notices(of: explained(sheet, known, &words))
      noticesOfArrears = memory.keep(AssessmentJSON.bytes(ofNotices: notices))
    }
    text.copy(noticesOfArrears!)
  }

  /// Whether a ladder that measures every head says who signs.
  private func isSignedWhole(_ sheet: borrowing Assessment) -> Bool {
    for place in 0..<wholeLadders.count where sheet.authority[wholeLadders.start[place]] != nil { return true }
    return false
  }

  private func isSilentOnDebts(_ known: LinesOfCase) -> Bool {
    if !hasSetOff { return false }
    for place in 0..<debts.count where known.value(debts.start[place], 0) != nil { return false }
    return true
  }

  private func reachesSetOff(_ sheet: borrowing Assessment) -> Bool {
    for place in 0..<sheet.lines.count where rules[sheet.lines[place].rule.index].isSetOff {
      switch sheet.lines[place].finding {
      case .nothingOwed, .setOff: return true
      default: continue
      }
    }
    return false
  }
}

extension LinesOfCase {
  /// What was stated of a fact.
  @inline(__always)
  func value(_ fact: Int, _ item: Int) -> Int64? { scan.pointee.facts.value(Ref(fact), item: item) }
}
