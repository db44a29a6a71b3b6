import Redress

/// Parts of an assessment by themselves, for whoever writes the whole from parts.
extension AssessmentJSON {
  /// The object of one refusal.
  static func bytes(of refusal: Refusal, _ explanation: Explanation) -> [UInt8] {
    var writer = JSONWriter()
    Self.refusal(&writer, refusal, explanation)
    return writer.bytes
  }

  /// The object of one line.
  static func bytes(of line: Line, number: Int, _ explanation: Explanation) -> [UInt8] {
    var writer = JSONWriter()
    Self.line(&writer, line, number: number, explanation)
    return writer.bytes
  }

  /// The decisions that no rule asked for, with a comma before them; no bytes where there are none.
  static func bytes(ofUnusedDecisions explanation: Explanation) -> [UInt8] {
    members { Self.unusedDecisions(&$0, explanation) }
  }

  /// Notices, with a comma before them; no bytes where there are none.
  static func bytes(ofNotices notices: [Notice]) -> [UInt8] {
    members { Self.notices(&$0, notices) }
  }

  private static func members(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    writer.object(write)
    let members = writer.bytes.dropFirst().dropLast()
    return members.isEmpty ? [] : [UInt8(ascii: ",")] + members
  }
}
