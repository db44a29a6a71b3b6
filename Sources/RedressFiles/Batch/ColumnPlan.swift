import Redress

/// What the columns of a table are under an edition, so that a row goes straight into the slots of its facts.
struct ColumnPlan {
  /// What is done with a cell that is not empty.
  enum Use {
    case format, name, edition
    case fact(Ref<Fact>)
    case reference
    case passed
    /// The reader must look at it.
    case reader
  }

  /// The columns of an item.
  struct Item {
    /// The place of its head; `nil` where there is no column for it.
    var head: Int?
    var by: Int?
    var because: Int?
    var facts: ContiguousArray<(column: Int, fact: Int)> = []
    var columns: Range<Int> = 0..<0
  }

  /// The columns of a decision, by the place of its key.
  struct Decision {
    var columns: ContiguousArray<Int?> = [nil, nil, nil, nil, nil]
  }

  /// For each column that is not of an item or a decision, in order.
  private(set) var uses: ContiguousArray<(column: Int, use: Use)> = []
  private(set) var items: ContiguousArray<Item> = []
  private(set) var decisions: ContiguousArray<Decision> = []
  private(set) var scheme = -1
  /// Whether the scan can read such a table at all.
  private(set) var isScannable = true

  init(_ columns: [CaseTable.Column], _ layout: ScanLayout) {
    var items: [Int: Item] = [:]
    var decisions: [Int: Decision] = [:]
    for (place, column) in columns.enumerated() {
      switch column {
      case .top(let key): addTop(key, place)
      case .fact(let name):
        let fact = layout.place(ofFact: name)
        uses.append((place, fact >= 0 && layout.tables.pointee.ofCase.contains(Ref(fact)) ? .fact(Ref(fact)) : .reader))
      case .reference: uses.append((place, .reference))
      case .letter: uses.append((place, .passed))
      case .item(let number, let key): add(key, place, to: &items[number, default: Item()], layout)
      case .decision(let number, let key):
        guard let part = CaseReader.decisionKeys.firstIndex(of: key) else {
          uses.append((place, .reader))
          continue
        }
        decisions[number, default: Decision()].columns[part] = place
      }
    }
    self.items = ContiguousArray(items.keys.sorted().map { items[$0]! })
    self.decisions = ContiguousArray(decisions.keys.sorted().map { decisions[$0]! })
    isScannable = scheme >= 0
  }

  private mutating func addTop(_ key: String, _ place: Int) {
    switch key {
    case "case": uses.append((place, .name))
    case "scheme": scheme = place
    case "edition": uses.append((place, .edition))
    default: uses.append((place, .format))
    }
  }

  private mutating func add(_ key: String, _ place: Int, to item: inout Item, _ layout: ScanLayout) {
    switch key {
    case "head": item.head = place
    case "by": item.by = place
    case "because": item.because = place
    default:
      // A name that no head knows is a fault of the row that states it.
      let fact = layout.place(ofFact: key)
      if fact >= 0 { item.facts.append((place, fact)) } else { uses.append((place, .reader)) }
    }
  }
}

extension ScanLayout {
  /// The place of the fact of a name; -1 where there is none.
  func place(ofFact name: String) -> Int {
    edition.matrix.facts.firstIndex { $0.name == name } ?? -1
  }
}
