import Redress
import Testing

@testable import RedressFiles

/// The reader and the declarations of the keys must never part: each declared key is read, each required one is missed.
@Suite struct KeyAgreementTests {
  private static let tree: Node = try! YAMLReader().read(source(wholeMatrix))[0]
  private static let laddered: Node = try! YAMLReader().read(source(wholeMatrixWithLadders))[0]

  /// A key of some mapping of the sample, with the mapping's declaration.
  private struct Spot {
    let path: [String]
    let mapping: MatrixMapping
  }

  @Test(arguments: [wholeMatrix, wholeMatrixWithLadders]) func theSampleIsSound(text: String) {
    do throws(FaultList) { _ = try MatrixReader.read(source(text)) } catch { Issue.record("\(error.text)") }
  }

  @Test func theSampleReachesEachMappingAndEachKey() {
    let spots = [Self.tree, Self.laddered].flatMap { Self.spots($0, .mapping(.matrix), []) }
    for mapping in MatrixMapping.matrix.withInner {
      let met = Set(spots.filter { $0.mapping.name == mapping.name }.map { $0.path.last! })
      // The first step has the keys of a later one, and is in time without most of them.
      let wanted = mapping.name == "first-step" ? ["within", "by", "day-one"] : mapping.keyNames
      #expect(wanted.filter { !met.contains($0) } == [], "\(mapping.name)")
    }
  }

  @Test func aRequiredKeyThatIsTakenOutIsAFault() {
    let missed: Set<FaultCode> = [.matrixKeyMissing, .ruleUncited, .windowSteps]
    for spot in Self.spots(Self.tree, .mapping(.matrix), []) where spot.mapping.requires(spot.path.last!) {
      let faults = Self.faults(Self.changed(Self.tree, spot.path) { _ in nil })
      #expect(faults.contains { missed.contains($0.code) }, "\(spot.path) in \(spot.mapping.name)")
    }
  }

  @Test func aKeyThatIsNotRequiredIsNotMissedUnlessARuleSaysSo() {
    for spot in Self.spots(Self.tree, .mapping(.matrix), []) {
      let key = spot.path.last!
      if spot.mapping.requires(key) || spot.mapping.rules.contains(where: { $0.mayNeed(key) }) { continue }
      // What a mapping further out needs in this one is a rule of that one.
      if MatrixMapping.head.rules.contains(where: { $0.says.hasPrefix("`\(key)` is needed in") }) { continue }
      let faults = Self.faults(Self.changed(Self.tree, spot.path) { _ in nil })
      #expect(!faults.contains { $0.code == .matrixKeyMissing }, "\(spot.path) in \(spot.mapping.name)")
    }
  }

  @Test func aKeyThatIsNotDeclaredIsAFault() {
    for spot in Self.spots(Self.tree, .mapping(.matrix), []) {
      let faults = Self.faults(
        Self.changed(Self.tree, spot.path) { Node.Entry(key: $0.key + "-x", keySpan: $0.keySpan, value: $0.value) })
      #expect(faults.contains { $0.code == .matrixKeyUnknown }, "\(spot.path) in \(spot.mapping.name)")
    }
  }

  // MARK: Walking

  private static func spots(_ node: Node, _ shape: KeyShape, _ path: [String]) -> [Spot] {
    switch shape {
    case .mapping(let mapping):
      return (node.entries ?? []).flatMap { entry -> [Spot] in
        let inner = path + [entry.key]
        let key = mapping.keys.first { $0.name == entry.key }!
        return [Spot(path: inner, mapping: mapping)] + spots(entry.value, key.shape, inner)
      }
    case .condition: return unlessText(node, .mapping(.condition), path)
    case .figure, .anyFigure: return unlessText(node, .mapping(.figure), path)
    case .price: return unlessText(node, .mapping(.price), path)
    case .nameOr(let shape, _), .wordOr(_, let shape): return unlessText(node, shape, path)
    case .rates:
      return node.list == nil
        ? unlessText(node, .mapping(.figure), path) : each(node, path) { _ in .mapping(.rangedFigure) }
    case .table: return named(node, orInside: .figure, .table, path)
    case .levels: return named(node, orInside: .level, .levels, path)
    case .section(let shape, _):
      return (node.entries ?? []).flatMap { spots($0.value, shape, path + [$0.key]) }
    case .list(let shape): return each(node, path) { _ in shape }
    case .oneOrMore(let shape, _): return node.list == nil ? spots(node, shape, path) : each(node, path) { _ in shape }
    case .steps(let first, let later): return each(node, path) { .mapping($0 == 0 ? first : later) }
    case .text, .exactly, .word, .flag, .money, .day, .edition, .period, .anyPeriod, .dayOfYear, .number, .part, .name,
      .citation:
      return []
    }
  }

  private static func unlessText(_ node: Node, _ shape: KeyShape, _ path: [String]) -> [Spot] {
    node.entries == nil ? [] : spots(node, shape, path)
  }

  /// Entries by names of choices: each is such a mapping, or holds more such entries.
  private static func named(
    _ node: Node, orInside mapping: MatrixMapping, _ shape: KeyShape, _ path: [String]
  ) -> [Spot] {
    (node.entries ?? []).flatMap { entry -> [Spot] in
      guard let keys = entry.value.entries?.map(\.key) else { return [] }
      let isMapping = mapping.keyNames.contains(keys[0])
      return spots(entry.value, isMapping ? .mapping(mapping) : shape, path + [entry.key])
    }
  }

  private static func each(_ node: Node, _ path: [String], _ shape: (Int) -> KeyShape) -> [Spot] {
    (node.list ?? []).enumerated().flatMap { spots($0.element, shape($0.offset), path + ["\($0.offset)"]) }
  }

  /// The tree with one entry changed, or taken out.
  private static func changed(_ node: Node, _ path: [String], _ change: (Node.Entry) -> Node.Entry?) -> Node {
    let rest = Array(path.dropFirst())
    if let list = node.list {
      let inner = list.enumerated().map { place, element in
        "\(place)" == path[0] ? changed(element, rest, change) : element
      }
      return Node(.list(inner), at: node.span)
    }
    let entries = node.entries!.compactMap { entry -> Node.Entry? in
      if entry.key != path[0] { return entry }
      if path.count == 1 { return change(entry) }
      return Node.Entry(key: entry.key, keySpan: entry.keySpan, value: changed(entry.value, rest, change))
    }
    return Node(.map(entries), at: node.span)
  }

  private static func faults(_ tree: Node) -> [Fault] {
    do throws(FaultList) {
      _ = try MatrixReader.read(source(flow(tree)))
      return []
    } catch { return error.faults }
  }

  /// The tree as YAML in flow form, every text in quotes.
  private static func flow(_ node: Node) -> String {
    switch node.kind {
    case .scalar(let scalar): "\"\(scalar.text)\""
    case .list(let nodes): "[" + nodes.map(flow).joined(separator: ", ") + "]"
    case .map(let entries): "{" + entries.map { "\"\($0.key)\": \(flow($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}
