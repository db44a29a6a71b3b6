import Redress
import RedressFiles

/// The personal part of a case: to whom the letter goes and what it says of them. It is kept in a file of its own, so
/// that it can be erased; the offer holds a digest of it.
///
/// The file carries a random salt, so that nobody can find out from the digest what an erased part said.
public struct LetterPart: Sendable {
  /// The name of the format, which the file states.
  public static let format = "redress-letter/1"

  /// What the case states under `letter`.
  public let node: Node
  /// The file that it stands in.
  public let source: SourceText
  /// The digest of the file's exact bytes.
  public var digest: Digest { Digest(of: source.exactBytes) }

  /// The path of the letter part of an offer's file.
  public static func path(of offer: String) -> String { offer + ".letter" }

  /// The bytes of a letter part's file. The salt is 32 random bytes.
  public static func bytes(of node: Node, salt: [UInt8]) -> [UInt8] {
    var json = JSONWriter(indented: true)
    json.object { json in
      json.pair("format", format)
      json.pair("salt", salt.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
      json.key("letter")
      node.writeAsStated(&json)
    }
    return json.bytes + [10]
  }

  /// - Throws: every fault of the file.
  public static func read(_ source: SourceText) throws(FaultList) -> LetterPart {
    let nodes = try JSONReader().read(source)
    guard nodes.count == 1, nodes[0]["format"]?.text == format, let node = nodes[0]["letter"], node.entries != nil
    else {
      throw FaultList(
        source.fault(
          .offerShape, says: "This is not the letter part of an offer.",
          mend: "Give the file that `redress offer` wrote."))
    }
    return LetterPart(node: node, source: source)
  }
}
