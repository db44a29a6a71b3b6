import Redress

extension MatrixReader {
  /// What an exclusion comes to before the decision on an exception is taken.
  enum ExceptionWord: String, CaseIterable { case ask, refuse }

  mutating func readScope(_ top: Mapping) -> [Exclusion] {
    section(top, "scope").compactMap { entry in
      exclusion(entry, .scope, id: "scope.\(entry.key)", .scope)
    }
  }

  /// An exclusion bears the name of the flag that sets it, unless it says `when`.
  mutating func readExclusions(_ top: Mapping) -> [Exclusion] {
    section(top, "exclusions").compactMap { entry in
      exclusion(entry, .exclusion, id: "exclusion.\(entry.key)", .exclusion)
    }
  }

  private mutating func exclusion(
    _ entry: Node.Entry, _ declared: MatrixMapping, id: String, _ kind: Rule.Kind
  ) -> Exclusion? {
    guard let map = mapping(entry.value, "`\(entry.key)`", declared) else { return nil }
    let rule = rule(id, kind, map)
    let flag = Node(.scalar(Node.Scalar(entry.key, .plain)), at: entry.keySpan)
    let when = (map.value("when", &self) ?? (declared.requires("when") ? nil : flag)).flatMap { condition($0) }
    let exception = map["unless"].flatMap { reference($0, to: \.decisions) }
    let undecided = map["undecided"].flatMap { word($0, "`undecided`", ExceptionWord.self) }
    if let node = map["undecided"], map["unless"] == nil {
      fault(.matrixKeyUnknown, node.span, "`undecided` goes with `unless`.", "Name the decision, or take it out.")
    }
    let heads = map["heads"].map { headList($0) }
    let say = text(map, "say")
    guard let when, let say else { return nil }
    return Exclusion(
      rule: rule, when: when, exception: exception, undecided: undecided == .ask ? .ask : .refuse, heads: heads,
      say: say, referTo: text(map, "refer-to"), letter: text(map, "letter"))
  }
}
