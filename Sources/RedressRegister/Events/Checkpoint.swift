import Redress
import RedressFiles

/// How far a register had come at a moment: its origin, how many events it had, and the digest of the last one.
///
/// Finance keeps it where nobody who writes the register can change it. Later it proves that nothing before it was cut
/// out or rewritten.
public struct Checkpoint: Hashable, Sendable {
  /// The random name of the register.
  public let origin: String
  /// How many events it had.
  public let size: Int
  /// The digest of the last of them.
  public let head: Digest

  /// A checkpoint of a register.
  public init(origin: String, size: Int, head: Digest) {
    self.origin = origin
    self.size = size
    self.head = head
  }

  /// Three lines, as transparency logs write them: format and origin, size, head.
  public var text: String { "\(Register.format) \(origin)\n\(size)\n\(head.text)\n" }

  /// - Throws: what is wrong with the text.
  public static func read(_ source: SourceText) throws(FaultList) -> Checkpoint {
    let lines = String(decoding: source.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    let first = (lines.first ?? "").split(separator: " ")
    if lines.count == 4, lines[3].isEmpty, first.count == 2, first[0] == Register.format, let size = Int(lines[1]),
      size > 0, let head = Digest(String(lines[2]))
    {
      return Checkpoint(origin: String(first[1]), size: size, head: head)
    }
    throw FaultList(
      source.fault(
        .offerShape, says: "This is not a checkpoint of a register.",
        mend: "Give the file that `redress checkpoint` wrote: three lines, with format and origin, size, and digest."))
  }
}
