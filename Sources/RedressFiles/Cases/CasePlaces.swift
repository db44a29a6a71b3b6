import Redress

/// Where the facts of a case stand in its file, so that a fault found later can point there.
public struct CasePlaces: Sendable {
  private struct Key: Hashable {
    let fact: Ref<Fact>
    let item: Int
  }

  private(set) var beginning = Span(line: 1, column: 1)
  var facts: Span?
  var items: [Span] = []
  private var spans: [Key: Span] = [:]

  mutating func start(of outline: CaseOutline) { beginning = outline.span }

  mutating func note(_ fact: Ref<Fact>, item: Int, _ span: Span) { spans[Key(fact: fact, item: item)] = span }

  /// Where the fact is stated on exactly this item, or on the case; `nil` where it is not.
  func span(of fact: Ref<Fact>, item: Int) -> Span? { spans[Key(fact: fact, item: item)] }

  /// Where the fact is stated for the item or its case, or else where it would have to be.
  func nearest(_ fact: Ref<Fact>, item: Int) -> Span {
    span(of: fact, item: item) ?? span(of: fact, item: 0) ?? beginning(of: item)
  }

  func beginning(of item: Int) -> Span { item == 0 ? facts ?? beginning : items[item - 1] }
}
