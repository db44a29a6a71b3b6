/// Reads the YAML that people write, with the place of every value.
///
/// It is a plain part of YAML: no anchors, aliases, tags or merge keys, keys that are text and stand once, and scalars
/// that stay text. A file that uses more says something other than what its reader sees.
public struct YAMLReader: Sendable {
  /// How many documents a text may hold.
  public enum Documents: Hashable, Sendable {
    /// One, or any number parted by lines of `---`.
    case one, many
  }

  /// How many bytes a text may hold.
  public let largest: Int
  /// How many lists and mappings may stand inside one another.
  public let deepest: Int

  /// A reader with its limits; without them 1 MiB, and a depth of 64.
  public init(largest: Int = 1 << 20, deepest: Int = 64) {
    self.largest = largest
    self.deepest = deepest
  }

  /// The roots of the documents in order. Documents that hold nothing are left out.
  /// - Throws: every fault: `file.too-large`, `file.empty` and those whose words begin with `yaml.`. YAML cannot be
  ///   read on after a `yaml.syntax`, so there is at most one of those.
  public func read(_ source: SourceText, documents: Documents = .one) throws(FaultList) -> [Node] {
    var faults = FaultList()
    let roots = read(source, documents: documents, faults: &faults)
    try faults.throwIfAny()
    return roots
  }

  /// What can be read, and the faults of what cannot.
  public func read(_ source: SourceText, documents: Documents, faults: inout FaultList) -> [Node] {
    guard source.bytes.count <= largest else {
      faults.add(SourceText.tooLarge(source.name, limit: largest))
      return []
    }
    let odd = YAMLCharacters.faults(in: source)
    guard odd.isEmpty else {
      faults.add(odd)
      return []
    }
    var composer = YAMLComposer(source)
    let composed = composer.compose()
    var tree = YAMLTree(source, composer.changes, deepest: deepest)
    let roots = composed.compactMap { tree.root($0) }
    faults.add(composer.faults)
    faults.add(tree.faults)
    if roots.isEmpty, faults.isEmpty {
      faults.add(
        source.fault(.fileEmpty, says: "The file holds comments only.", mend: "Check that it is the right file."))
    }
    if documents == .one, roots.count > 1 { faults.add(twoDocuments(roots[1], in: source)) }
    return roots
  }

  private func twoDocuments(_ second: Node, in source: SourceText) -> Fault {
    source.fault(
      .yamlTwoDocuments, at: second.span, says: "A second document begins here, and one is wanted.",
      mend: "Take out the line --- before it, or make it a file of its own.")
  }
}
