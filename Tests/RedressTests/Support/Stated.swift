import Redress

/// A value as a test states it: a day, a sum, yes or no, or the name of a choice.
enum Stated: ExpressibleByBooleanLiteral, ExpressibleByStringLiteral {
  case number(Int64)
  case choice(String)

  init(booleanLiteral value: Bool) { self = .number(value ? 1 : 0) }
  init(stringLiteral value: String) { self = .choice(value) }

  static func on(_ year: Int, _ month: Int, _ dayOfMonth: Int) -> Stated { .on(day(year, month, dayOfMonth)) }
  static func on(_ day: CivilDate) -> Stated { .number(Int64(day.dayNumber)) }
  static func pounds(_ pounds: Int64) -> Stated { .number(pounds * 100) }
  static func pence(_ pence: Int64) -> Stated { .number(pence) }
  /// Words were given for a fact of kind text.
  static var words: Stated { .number(1) }
}

/// The facts of a case, stated by name.
struct Facts {
  let matrix: Matrix
  private(set) var facts: CaseFacts

  init(_ matrix: Matrix, _ stated: KeyValuePairs<String, Stated> = [:]) {
    self.matrix = matrix
    facts = CaseFacts(for: matrix)
    state(stated)
  }

  /// Takes these in place of what was stated.
  mutating func replace(_ facts: CaseFacts) { self.facts = facts }

  mutating func state(_ stated: KeyValuePairs<String, Stated>, item: Int = 0) {
    for (name, value) in stated {
      let fact = matrix.fact(named: name)!
      switch value {
      case .number(let number): facts.state(fact, number, item: item)
      case .choice(let choice):
        let place = matrix.facts[ref: fact].choices.firstIndex { $0.name == choice }!
        facts.state(fact, Int64(place), item: item)
      }
    }
  }

  @discardableResult
  mutating func item(_ head: String, _ stated: KeyValuePairs<String, Stated> = [:]) -> Int {
    let item = facts.addItem(matrix.head(named: head)!)
    state(stated, item: item)
    return item
  }

  mutating func receipt(_ pence: Int64, of fact: String = "receipts", item: Int) {
    facts.addReceipt(matrix.fact(named: fact)!, Money(pence: pence), item: item)
  }

  mutating func accept(_ decision: String) { facts.record(matrix.decision(named: decision)!, accepted: true) }
  mutating func decline(_ decision: String) { facts.record(matrix.decision(named: decision)!, accepted: false) }

  func assessed(calendar: WorkingCalendar? = nil) -> Assessment {
    Assessor(matrix, calendar: calendar).assess(facts)
  }
}
