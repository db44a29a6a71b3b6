import Redress

extension MatrixReader {
  private static let exclusionKeys = ruleKeys + ["when", "unless", "say", "refer-to"]

  mutating func readScope(_ top: Mapping) -> [Exclusion] {
    section(top, "scope").compactMap { entry in
      exclusion(entry, id: "scope.\(entry.key)", .scope, flagByDefault: false)
    }
  }

  /// An exclusion bears the name of the flag that sets it, unless it says `when`.
  mutating func readExclusions(_ top: Mapping) -> [Exclusion] {
    section(top, "exclusions").compactMap { entry in
      exclusion(entry, id: "exclusion.\(entry.key)", .exclusion, flagByDefault: true)
    }
  }

  private mutating func exclusion(_ entry: Node.Entry, id: String, _ kind: Rule.Kind, flagByDefault: Bool) -> Exclusion?
  {
    guard let map = mapping(entry.value, "`\(entry.key)`", keys: Self.exclusionKeys) else { return nil }
    let rule = rule(id, kind, map)
    let flag = Node(.scalar(Node.Scalar(entry.key, .plain)), at: entry.keySpan)
    let when = (flagByDefault ? map["when"] ?? flag : map.required("when", &self)).flatMap { condition($0) }
    let exception = map["unless"].flatMap { reference($0, to: \.decisions) }
    let say = requiredText(map, "say")
    guard let when, let say else { return nil }
    return Exclusion(rule: rule, when: when, exception: exception, say: say, referTo: optionalText(map, "refer-to"))
  }
}
