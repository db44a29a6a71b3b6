import Redress

/// A case as its file states it, before the edition that reads its facts is known.
public struct CaseOutline: Sendable {
  /// The name of the format, which a file may state.
  public static let format = "redress-case/1"
  package static let keys = [
    "format", "case", "scheme", "edition", "facts", "items", "decisions", "references", "letter",
  ]

  /// `nil` where it could not be read, which is among the faults.
  public let name: String?
  /// The scheme that the case asks for; there may be none of that name.
  public let scheme: String
  /// The edition that the file asks for; the scheme's own date selects one where it is `nil`.
  public let edition: EditionName?
  /// The file that it stands in.
  public let source: SourceText
  package let node: Node
  /// Where the case begins.
  public let span: Span
  /// What is known to be wrong with it so far.
  public internal(set) var faults = FaultList()

  /// Where the scheme is named, for a fault of a scheme that is not known.
  public var schemeSpan: Span { node["scheme"]?.span ?? span }
  /// Where the edition is named, or where the day that selects one would be.
  public var editionSpan: Span { (node["edition"] ?? node["facts"])?.span ?? span }

  /// Where a fact of the case is stated, or would be.
  func span(of fact: String) -> Span { node["facts"]?[fact]?.span ?? editionSpan }

  /// The case as one that has no answer, for these faults.
  func unread(_ faults: FaultList) -> UnreadCase { UnreadCase(name: name, scheme: scheme, faults: faults.sorted) }

  /// The day that a fact of the case states, if it is one: what selects the edition.
  public func day(of fact: String) -> CivilDate? {
    node["facts"]?[fact]?.text.flatMap { try? Literal.day($0) }
  }

  /// Why none of these facts of the case is a day, though one of them is stated; empty where none is.
  func faults(ofDays facts: [String]) -> FaultList {
    var shapes = CaseShapes(source)
    for node in facts.compactMap({ node["facts"]?[$0] }) where !node.isNull { _ = shapes.literal(node, Literal.day) }
    return shapes.faults
  }

  /// A fault at a place of this case's file.
  public func fault(_ code: FaultCode, at span: Span, says: String, mend: String) -> Fault {
    source.fault(code, at: span, says: says, mend: mend)
  }
}

/// A case that could not be read far enough to be assessed, with what is known of it.
public struct UnreadCase: Sendable {
  /// `nil` where not even the name could be read.
  public let name: String?
  /// `nil` where it could not be read.
  public let scheme: String?
  /// Why it could not be assessed, in the order of the file.
  public let faults: [Fault]

  /// A case with its faults.
  public init(name: String?, scheme: String?, faults: [Fault]) {
    self.name = name
    self.scheme = scheme
    self.faults = faults
  }
}

/// The cases of a file, each as far as it could be read, in the order of the file.
public enum CaseEntry: Sendable {
  /// A case whose scheme is known; it may have faults all the same.
  case outline(CaseOutline)
  /// Something of which not even the scheme is known.
  case unread(UnreadCase)
}

extension CaseOutline {
  /// The keys of a case that a record of it keeps; what is personal is kept apart from it.
  package static let recorded = ["case", "scheme", "edition", "facts", "items", "decisions", "references"]

  /// The case that a record holds among other things; `nil` where it is not one, which is among the faults.
  package static func read(fromRecord node: Node, _ shapes: inout CaseShapes) -> CaseOutline? {
    let entries = (node.entries ?? []).filter { recorded.contains($0.key) }
    return shapes.outline(Node(.map(entries), at: node.span))
  }
}
