import Redress
import RedressFiles

/// Reads the officers file and finds everything that is wrong with it in one go.
struct OfficersReader {
  var shapes: CaseShapes
  private var officers: [Officer] = []
  private var keys: [(officer: String, key: OfficersFile.Key)] = []
  /// The officers by their names in small letters, and by their keys.
  private var names: [String: String] = [:]
  private var owners: [SSHPublicKey: String] = [:]
  /// Where an officer names another.
  private var named: [(id: String, span: Span)] = []

  init(_ source: SourceText) { shapes = CaseShapes(source) }

  mutating func file(_ node: Node) -> OfficersFile {
    if let entries = shapes.entries(node, "an officers file") {
      shapes.checkKeys(entries, "an officers file", ["format", "officers"])
      let format = shapes.text(node["format"], "format", in: node.span, "this file")
      if let format, format != OfficersFile.format {
        shapes.fault(
          .caseFormat, node["format"]!.span, "This is not the format of an officers file.",
          "Write `\(OfficersFile.format)`.")
      }
      if let list = node["officers"] {
        for entry in shapes.entries(list, "`officers`") ?? [] { read(entry) }
      } else {
        shapes.fault(.caseKeyMissing, node.span, "`officers` is missing in this file.", "Add `officers`.")
      }
    }
    checkNamed()
    return OfficersFile(officers: Officers(officers), keys: keysRevokedEarliest)
  }

  private mutating func read(_ entry: Node.Entry) {
    let (id, node) = (entry.key, entry.value)
    let what = "officer `\(Visible.short(id))`"
    if let other = names.updateValue(id, forKey: id.lowercased()) {
      shapes.fault(
        .officerName, entry.keySpan, "`\(Visible.short(id))` and `\(other)` differ only in their capital letters.",
        "Give one of them another name, as both become parts of file names.")
    }
    if !Self.isName(id) || id == RequiredSignatures.managerRole {
      shapes.fault(
        .officerName, entry.keySpan,
        "\(Visible.quoted(id)) cannot be the name of an officer: it becomes part of file names.",
        "Use letters from a to z, digits, full stops, hyphens, `_` and `@`, such as `j.okafor`.")
    }
    guard let entries = shapes.entries(node, what) else { return }
    shapes.checkKeys(entries, what, ["name", "manager", "roles", "deputises", "keys"])
    let name = shapes.text(node["name"], "name", in: node.span, what)
    let manager = shapes.optionalText(node["manager"], "manager", in: node.span, what)
    if let manager { named.append((manager, node["manager"]!.span)) }
    let posts = (node["roles"].map { shapes.list($0, "`roles`") } ?? []).compactMap { post($0) }
    let deputyships = (node["deputises"].map { shapes.list($0, "`deputises`") } ?? []).compactMap { deputyship($0) }
    for node in node["keys"].map({ shapes.list($0, "`keys`") }) ?? [] {
      guard let key = key(node) else { continue }
      if let other = owners.updateValue(owners[key.key] ?? id, forKey: key.key), other != id {
        shapes.fault(
          .officerKey, node.span, "This is the key of `\(other)` too. A key belongs to one person.",
          "Take it out of one of the two.")
      }
      keys.append((id, key))
    }
    officers.append(
      Officer(id: id, name: name ?? id, manager: manager, posts: posts, deputyships: deputyships))
  }

  private static func isName(_ id: String) -> Bool {
    guard let first = id.utf8.first, id.utf8.count <= 64, !id.hasSuffix(".sig") else { return false }
    let beginsWell = UInt8(ascii: ".") != first && UInt8(ascii: "-") != first && UInt8(ascii: "@") != first
    return beginsWell && id.utf8.allSatisfy(isNameByte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// Managers and those who are stood in for are officers too.
  private mutating func checkNamed() {
    let ids = Set(officers.map(\.id))
    for (id, span) in named where !ids.contains(id) {
      shapes.fault(
        .officerUnknown, span, "There is no officer \(Visible.quoted(id)) in this file.",
        NearestName.of(id, among: officers.map(\.id)).map { "Did you mean `\($0)`?" }
          ?? "Add the officer, or correct the name.")
    }
  }

  /// The keys, each that is listed more than once revoked from the earliest of its days.
  private var keysRevokedEarliest: [(officer: String, key: OfficersFile.Key)] {
    var revoked: [SSHPublicKey: CivilDate] = [:]
    for (_, key) in keys { if let day = key.revoked { revoked[key.key] = min(revoked[key.key] ?? day, day) } }
    return keys.map { officer, key in
      (officer, OfficersFile.Key(key: key.key, days: key.days, revoked: revoked[key.key]))
    }
  }

  // MARK: Posts

  private static let limitKeys = ["to", "heads", "together"]

  private mutating func post(_ node: Node) -> Officer.Post? {
    guard let entries = shapes.entries(node, "a role") else { return nil }
    shapes.checkKeys(entries, "a role", ["role", "from", "until"] + Self.limitKeys)
    let role = shapes.text(node["role"], "role", in: node.span, "this role")
    let days = days(node, "this role")
    let limit = limit(node)
    guard let role, let days else { return nil }
    return Officer.Post(role: role, days: days, limit: limit)
  }

  private mutating func deputyship(_ node: Node) -> Officer.Deputyship? {
    guard let entries = shapes.entries(node, "a deputyship") else { return nil }
    shapes.checkKeys(entries, "a deputyship", ["for", "from", "until"] + Self.limitKeys)
    let other = shapes.text(node["for"], "for", in: node.span, "this deputyship")
    if let other { named.append((other, node["for"]!.span)) }
    let days = days(node, "this deputyship")
    if node["until"]?.isNull ?? true {
      shapes.fault(
        .caseKeyMissing, node.span, "A deputy acts for a dated period, and `until` is missing in this deputyship.",
        "Add `until` with the last day.")
    }
    let limit = limit(node)
    guard let other, let days else { return nil }
    return Officer.Deputyship(for: other, days: days, limit: limit)
  }

  private mutating func days(_ node: Node, _ what: String) -> DaySpan? {
    guard let first = node["from"], !first.isNull else {
      shapes.fault(.caseKeyMissing, node.span, "`from` is missing in \(what).", "Add `from` with the first day.")
      return nil
    }
    let from = shapes.literal(first, Literal.day)
    let until = node["until"].flatMap { $0.isNull ? nil : shapes.literal($0, Literal.day) }
    guard let from else { return nil }
    if let until, until < from {
      shapes.fault(
        .officerDays, node["until"]!.span, "The last day, \(until), comes before the first, \(from).",
        "Correct one of the two.")
      return nil
    }
    return DaySpan(from: from, until: until)
  }

  private mutating func limit(_ node: Node) -> SigningLimit {
    let upTo = node["to"].flatMap { shapes.literal($0, Literal.money) }
    let heads = node["heads"].map { list in
      shapes.list(list, "`heads`").compactMap { shapes.text($0, "heads", in: list.span, "this limit") }
    }
    var together: SigningLimit.Together?
    if let node = node["together"], let entries = shapes.entries(node, "`together`") {
      shapes.checkKeys(entries, "`together`", ["to", "within"])
      let upTo = node["to"].flatMap { shapes.literal($0, Literal.money) }
      let within = node["within"].flatMap { shapes.literal($0, Literal.period) }
      if node["to"] == nil || node["within"] == nil {
        shapes.fault(
          .caseKeyMissing, node.span, "A limit for several offers together has a sum and a period.",
          "Add `to` and `within`, such as `{ to: £5000, within: 12 months }`.")
      }
      if let upTo, let within { together = SigningLimit.Together(upTo: upTo, within: within) }
    }
    return SigningLimit(upTo: upTo, heads: heads, together: together)
  }

  // MARK: Keys

  private mutating func key(_ node: Node) -> OfficersFile.Key? {
    guard let entries = shapes.entries(node, "a key") else { return nil }
    shapes.checkKeys(entries, "a key", ["key", "from", "until", "revoked"])
    let text = shapes.text(node["key"], "key", in: node.span, "this key")
    let days = days(node, "this key")
    let revoked = node["revoked"].flatMap { $0.isNull ? nil : shapes.literal($0, Literal.day) }
    guard let text else { return nil }
    do {
      let key = try SSHPublicKey(text)
      return days.map { OfficersFile.Key(key: key, days: $0, revoked: revoked) }
    } catch {
      shapes.fault(
        .officerKey, node["key"]!.span, "This key cannot be used: \(error).",
        "Give the one line of the officer's file whose name ends in .pub.")
      return nil
    }
  }
}
