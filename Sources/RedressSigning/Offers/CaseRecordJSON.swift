import Redress
import RedressFiles

/// Writes the facts, items, decisions and references of a case as they were stated, whatever kind of file they came
/// from. Read again they give the same case.
struct CaseRecordJSON {
  private let node: Node
  private let matrix: Matrix

  init(_ reading: CaseReader.Reading, _ matrix: Matrix) {
    node = reading.outline.node
    self.matrix = matrix
  }

  func write(_ json: inout JSONWriter) {
    json.key("facts")
    write(entries: node["facts"]?.entries ?? [], &json)
    json.key("items")
    json.array(node["items"]?.list ?? []) { write(entries: $1.entries ?? [], &$0) }
    json.key("decisions")
    json.array(node["decisions"]?.list ?? []) { write(entries: $1.entries ?? [], &$0) }
    json.key("references")
    write(entries: node["references"]?.entries ?? [], &json)
  }

  private func write(entries: [Node.Entry], _ json: inout JSONWriter) {
    json.object { json in
      for entry in entries where !entry.value.isNull {
        json.key(entry.key)
        write(entry.value, isFlag: isFlag(entry.key), &json)
      }
    }
  }

  private func isFlag(_ name: String) -> Bool {
    matrix.fact(named: name).map { matrix.facts[ref: $0].kind == .flag } ?? false
  }

  private func flag(_ scalar: Node.Scalar) -> Bool? {
    if case .flag(let flag) = scalar.style { flag } else { try? Literal.flag(scalar.text) }
  }

  private func write(_ node: Node, isFlag: Bool, _ json: inout JSONWriter) {
    switch node.kind {
    case .scalar(let scalar):
      if isFlag, let flag = flag(scalar) { json.flag(flag) } else { json.string(scalar.text) }
    case .list(let nodes): json.array(nodes) { write($1, isFlag: false, &$0) }
    case .map(let entries): write(entries: entries, &json)
    }
  }
}
