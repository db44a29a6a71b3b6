import Redress
import RedressFiles

/// Writes what came of a run for programs.
public enum RunJSON {
  /// `{"run":12,"lists":"payments","file":"…","entries":3,"total":"456.00","left-out":[{"offer":…,"case":…,"why":…,
  /// "says":…}]}`, ended by a line feed. `run`, `file` and `total` are null where there was nothing to list.
  public static func bytes(
    _ kind: Run.Kind, _ run: Run?, _ number: Int?, path: String?, _ leftOut: [RunOutcome.LeftOut]
  ) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("run")
      if let number { json.number(number) } else { json.null() }
      json.pair("lists", kind.rawValue)
      json.pair("file", path)
      json.pair("entries", run?.entries.count ?? 0)
      json.pair("total", run?.total.decimalText)
      json.key("left-out")
      json.array(leftOut) { json, left in
        json.object {
          $0.pair("offer", left.offer)
          $0.pair("case", left.reference)
          $0.pair("why", left.why.rawValue)
          $0.pair("says", left.says)
        }
      }
    }
    return json.bytes + [10]
  }
}
