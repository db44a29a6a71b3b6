@testable import RedressFiles

/// A tree in one line, to compare trees by: `{a:plain(1),b:[quoted(x)]}`.
func outline(_ node: Node) -> String {
  switch node.kind {
  case .scalar(let scalar):
    switch scalar.style {
    case .plain: return "plain(\(scalar.text))"
    case .quoted: return "quoted(\(scalar.text))"
    case .number: return "number(\(scalar.text))"
    case .flag(let flag): return "flag(\(flag))"
    case .null: return "null"
    }
  case .list(let nodes): return "[" + nodes.map(outline).joined(separator: ",") + "]"
  case .map(let entries): return "{" + entries.map { "\($0.key):" + outline($0.value) }.joined(separator: ",") + "}"
  }
}

/// Faults in one line each: `2:7 json.syntax`, with how many columns they point at when that is more than one.
func summary(_ faults: FaultList) -> [String] {
  faults.sorted.map { fault in
    let place = fault.place.map { "\($0.line):\($0.column)" + (fault.length > 1 ? "+\(fault.length)" : "") + " " } ?? ""
    return place + fault.code.rawValue
  }
}

func source(_ text: String) -> SourceText {
  do { return try SourceText(name: "t", bytes: Array(text.utf8)) } catch { fatalError("\(error)") }
}
