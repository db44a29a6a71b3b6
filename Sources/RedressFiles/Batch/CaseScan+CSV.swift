import Redress

/// A case as a row of a table.
extension CaseScan {
  /// A cell without its quotes. Of one that doubles a quote the bytes are not its text.
  struct Cell {
    let run: ByteRun
    let isPlain: Bool
  }

  /// Reads the row that begins at ``at``, up to its line feed. `cells` is room for as many cells as there are columns.
  mutating func row(_ plan: ColumnPlan, _ columns: Int, _ cells: UnsafeMutablePointer<Cell>) -> End {
    isOneLine = false
    guard plan.isScannable, split(columns, cells) else { return .givenUp }
    let scheme = cells[plan.scheme]
    guard scheme.isPlain, scheme.run.isSame(as: tables.pointee.scheme) else {
      return scheme.isPlain && scheme.run.hasInk ? .otherScheme(scheme.run) : .givenUp
    }
    let end = at
    guard top(plan, cells), items(plan, cells), decisions(plan, cells) else { return .givenUp }
    at = end
    return self.end()
  }

  /// Finds the cells of a row. Text that is not UTF-8, or that holds characters of control, is for the reader.
  private mutating func split(_ columns: Int, _ cells: UnsafeMutablePointer<Cell>) -> Bool {
    var at = self.at
    defer { self.at = at }
    for column in 0..<columns {
      if at.pointee == UInt8(ascii: ","), column < columns - 1 {
        cells[column] = Cell(run: ByteRun(at, 0), isPlain: true)
        at += 1
        continue
      }
      guard let cell = at.pointee == UInt8(ascii: "\"") ? Self.quotedCell(&at) : Self.plainCell(&at) else {
        return false
      }
      cells[column] = cell
      if column < columns - 1 {
        guard at.take(UInt8(ascii: ",")) else { return false }
      }
    }
    if at.pointee == .carriageReturn, at[1] == .lineFeed { at += 1 }
    return at.pointee == .lineFeed
  }

  @inline(__always)
  private static func plainCell(_ at: inout Bytes) -> Cell? {
    let start = at
    var hasMore = false
    while true {
      at = at.stop(before: 0x2C)
      if at.pointee < 0x80 { break }
      hasMore = true
      at += 1
    }
    let run = ByteRun(start, upTo: at)
    let isEnd =
      at.pointee == UInt8(ascii: ",") || at.pointee == .lineFeed
      || (at.pointee == .carriageReturn && at[1] == .lineFeed)
    return isEnd && (!hasMore || run.isText) ? Cell(run: run, isPlain: true) : nil
  }

  private static func quotedCell(_ at: inout Bytes) -> Cell? {
    at += 1
    let start = at
    var isPlain = true
    var hasMore = false
    while true {
      let word = at.word
      let stops = word.marks(of: UInt8(ascii: "\"")) | word.marks(of: 0) | word.marksPastASCII
      guard stops != 0 else {
        at += 8
        continue
      }
      at += stops.firstMark
      if at.pointee == 0 { return nil }
      if at.pointee >= 0x80 {
        hasMore = true
        at += 1
        continue
      }
      guard at[1] == UInt8(ascii: "\"") else { break }
      isPlain = false
      at += 2
    }
    let run = ByteRun(start, upTo: at)
    at += 1
    let isEnd =
      at.pointee == UInt8(ascii: ",") || at.pointee == .lineFeed
      || (at.pointee == .carriageReturn && at[1] == .lineFeed)
    return isEnd && (!hasMore || run.isText) ? Cell(run: run, isPlain: isPlain) : nil
  }

  // MARK: Cells

  private mutating func top(_ plan: ColumnPlan, _ cells: UnsafeMutablePointer<Cell>) -> Bool {
    for (column, use) in plan.uses {
      let cell = cells[column]
      if cell.run.count == 0 { continue }
      switch use {
      case .fact(let fact): guard value(of: fact, cell, item: 0) else { return false }
      case .passed: continue
      case .reference: guard words(cell) != nil else { return false }
      case .name:
        guard let words = words(cell) else { return false }
        name = words
      case .edition: asked = cell.run
      case .format: guard cell.run.isSame(as: tables.pointee.format) else { return false }
      case .reader: return false
      }
    }
    return true
  }

  private mutating func items(_ plan: ColumnPlan, _ cells: UnsafeMutablePointer<Cell>) -> Bool {
    for place in plan.items.indices {
      let columns = plan.items[place]
      guard let head = columns.head, cells[head].run.count > 0 else {
        let isEmpty =
          columns.facts.allSatisfy { cells[$0.column].run.count == 0 }
          && [columns.by, columns.because].allSatisfy { $0.map { cells[$0].run.count == 0 } ?? true }
        if isEmpty { continue }
        return false
      }
      let found = tables.pointee.heads.place(of: cells[head].run)
      guard found >= 0, cells[head].isPlain, facts.itemCount < CaseFacts.mostItems else { return false }
      let item = facts.addItem(Ref(found))
      let allowed = tables.pointee.ofItems[found]
      for (column, fact) in columns.facts where cells[column].run.count > 0 {
        guard allowed.contains(Ref(fact)), value(of: Ref(fact), cells[column], item: item) else { return false }
      }
      guard reason(columns, cells, item) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func reason(_ columns: ColumnPlan.Item, _ cells: UnsafeMutablePointer<Cell>, _ item: Int) -> Bool {
    if columns.by == nil, columns.because == nil { return true }
    var by: ScannedText?
    var because: ScannedText?
    if let column = columns.by, cells[column].run.count > 0 {
      by = words(cells[column]).map { ScannedText($0) }
      if by == nil { return false }
    }
    if let column = columns.because, cells[column].run.count > 0 {
      because = words(cells[column]).map { ScannedText($0) }
      if because == nil { return false }
    }
    if by != nil || because != nil { words.reasons.append(ScannedWords.Reason(item: item, by: by, because: because)) }
    return true
  }

  private mutating func decisions(_ plan: ColumnPlan, _ cells: UnsafeMutablePointer<Cell>) -> Bool {
    for columns in plan.decisions {
      let runs = columns.columns.map { column in column.map { cells[$0] } }
      if runs.allSatisfy({ ($0?.run.count ?? 0) == 0 }) { continue }
      let parts = runs.map { $0.flatMap { words($0) } }
      guard let about = parts[0], let answer = parts[1], let by = parts[2], let on = parts[3], let because = parts[4],
        on.count == 10, let day = tables.pointee.months.day(at: on.start),
        record(about: about, answer: answer, by: ScannedText(by), on: day, because: ScannedText(because))
      else { return false }
    }
    return true
  }

  private func words(_ cell: Cell) -> ByteRun? {
    cell.isPlain && cell.run.count <= CaseShapes.longestText && cell.run.hasInk ? cell.run : nil
  }

  /// The value of a fact in a cell that is not empty.
  @inline(__always)
  private mutating func value(of fact: Ref<Fact>, _ cell: Cell, item: Int) -> Bool {
    guard cell.isPlain else { return false }
    var at = cell.run.start
    let end = at + cell.run.count
    var value: Int64?
    let kind = tables.pointee.kinds[fact.index]
    switch kind {
    case .date where cell.run.count == 10: (value, at) = (tables.pointee.months.day(at: at), end)
    case .date: return false
    case .money, .receipts:
      at.poundSign()
      value = at.sum()
    case .flag: value = at.flag()
    case .count: value = at.count()
    case .choice:
      let place = tables.pointee.choices[fact.index].place(of: cell.run)
      (value, at) = (place >= 0 ? Int64(place) : nil, end)
    case .percent: (value, at) = (ScanTables.FactKind.percent(cell.run), end)
    case .text:
      guard let text = words(cell) else { return false }
      words.texts.append(ScannedWords.Text(fact: fact, item: item, text: ScannedText(text)))
      (value, at) = (1, end)
    case .none: return false
    }
    guard let value, at == end else { return false }
    if kind == .receipts {
      facts.addReceipt(fact, Money(pence: value), item: item)
      words.receipts.append(nil)
    } else {
      facts.state(fact, value, item: item)
    }
    return true
  }
}
