import Redress
import RedressFiles

/// Writes the facts, items, decisions and references of a case as they were stated, whatever kind of file they came
/// from. Read again they give the same case.
package struct CaseRecordJSON {
  private let node: Node
  private let matrix: Matrix

  /// What is to be written of a case that was read under a matrix.
  package init(_ reading: CaseReader.Reading, _ matrix: Matrix) {
    node = reading.outline.node
    self.matrix = matrix
  }

  package func write(_ json: inout JSONWriter) {
    json.key("facts")
    write(facts: node["facts"]?.entries ?? [], &json)
    json.key("items")
    json.array(node["items"]?.list ?? []) { write(facts: $1.entries ?? [], &$0) }
    json.key("decisions")
    json.array(node["decisions"]?.list ?? []) { write(entries: $1.entries ?? [], &$0) }
    json.key("references")
    write(entries: node["references"]?.entries ?? [], &json)
  }

  private func write(facts entries: [Node.Entry], _ json: inout JSONWriter) {
    json.object { json in
      for entry in entries where !entry.value.isNull {
        json.key(entry.key)
        if isFlag(entry.key), let flag = entry.value.scalar.flatMap(flag) {
          json.flag(flag)
        } else {
          entry.value.writeAsStated(&json)
        }
      }
    }
  }

  private func write(entries: [Node.Entry], _ json: inout JSONWriter) {
    Node(.map(entries), at: Span(line: 1, column: 1)).writeAsStated(&json)
  }

  private func isFlag(_ name: String) -> Bool {
    matrix.fact(named: name).map { matrix.facts[ref: $0].kind == .flag } ?? false
  }

  private func flag(_ scalar: Node.Scalar) -> Bool? {
    if case .flag(let flag) = scalar.style { flag } else { try? Literal.flag(scalar.text) }
  }
}

extension Node {
  /// Writes the value as it was stated, and leaves out what is not.
  package func writeAsStated(_ json: inout JSONWriter) {
    switch kind {
    case .scalar(let scalar): isNull ? json.null() : json.string(scalar.text)
    case .list(let nodes): json.array(nodes) { $1.writeAsStated(&$0) }
    case .map(let entries):
      json.object { json in
        for entry in entries where !entry.value.isNull {
          json.key(entry.key)
          entry.value.writeAsStated(&json)
        }
      }
    }
  }
}
