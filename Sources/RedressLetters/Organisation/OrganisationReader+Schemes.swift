import Redress
import RedressFiles

extension OrganisationReader {
  mutating func scheme(_ entry: Node.Entry) -> Organisation.Scheme? {
    let node = entry.value
    guard let entries = shapes.entries(node, "`\(Visible.short(entry.key))`") else { return nil }
    shapes.checkKeys(entries, "a scheme", ["pay-within", "ombudsman", "authority"])
    let payWithin = node["pay-within"].flatMap { $0.isNull ? nil : shapes.literal($0, Literal.period) }
    let ombudsman = shapes.optionalText(node["ombudsman"], "ombudsman", in: node.span, "this scheme")
    let authority = node["authority"].flatMap { $0.isNull ? nil : self.authority($0, entry.key) }
    return Organisation.Scheme(id: entry.key, payWithin: payWithin, ombudsman: ombudsman, authority: authority)
  }

  private mutating func authority(_ node: Node, _ scheme: String) -> HouseAuthority? {
    guard let entries = shapes.entries(node, "`authority`") else { return nil }
    shapes.checkKeys(entries, "`authority`", ["source", "steps", "refusals"])
    let laidDown = shapes.text(
      node["source"], "source", in: node.span, "this authority", means: "where the organisation laid it down")
    guard let list = node["steps"], let steps = list.list, !steps.isEmpty else {
      shapes.fault(
        .caseKeyMissing, node.span, "`steps` is missing in this authority, or is empty.",
        "Add `steps`, a list with the lowest ceiling first.")
      return nil
    }
    let read = steps.compactMap { step($0) }
    if read.count == steps.count { check(read, steps) }
    let refusals = node["refusals"].flatMap { $0.isNull ? nil : $0 }.map { node in
      // A plain list names those of whom any one signs, as it does in `any-of`.
      node.list?.contains { $0.list != nil } == true ? roleSets(node) : [roles(node)]
    }
    if let refusals, let node = node["refusals"] { checkSomebodySigns(refusals, node) }
    guard let laidDown else { return nil }
    return HouseAuthority(scheme: scheme, source: laidDown, steps: read, refusals: refusals)
  }

  private mutating func step(_ node: Node) -> HouseAuthority.Step? {
    guard let entries = shapes.entries(node, "a step of authority") else { return nil }
    shapes.checkKeys(entries, "a step of authority", ["to", "any-of", "all-of"])
    let upTo = node["to"].flatMap { $0.isNull ? nil : shapes.literal($0, Literal.money) }
    if let all = node["all-of"] {
      let signers = roleSets(all)
      checkSomebodySigns(signers, all)
      return HouseAuthority.Step(upTo: upTo, signers: signers)
    }
    guard let any = node["any-of"] else {
      shapes.fault(
        .caseKeyMissing, node.span, "A step of authority says who signs.", "Add `any-of` or `all-of` with roles.")
      return nil
    }
    let signers = roles(any)
    checkSomebodySigns([signers], any)
    return HouseAuthority.Step(upTo: upTo, signers: [signers])
  }

  /// A list without a role would ask for no signature, or for one that nobody can make.
  private mutating func checkSomebodySigns(_ signers: [[String]], _ node: Node) {
    // A list with something else in it has its own fault.
    guard let list = node.list, signers.isEmpty || list.isEmpty || list.contains(where: { $0.list == [] }) else {
      return
    }
    shapes.fault(
      .caseShape, node.span, "Nobody is named here, so nobody could sign.", "Name a role in every list.")
  }

  /// The steps climb, so that no sum falls between two of them.
  private mutating func check(_ steps: [HouseAuthority.Step], _ nodes: [Node]) {
    for (place, pair) in zip(steps, steps.dropFirst()).enumerated() {
      guard let ceiling = pair.0.upTo else {
        shapes.fault(
          .authorityOrder, nodes[place].span, "Only the last step has no ceiling.",
          "Give this step a ceiling with `to`.")
        continue
      }
      if let next = pair.1.upTo, next <= ceiling {
        shapes.fault(
          .authorityOrder, nodes[place + 1].span, "This step ends at \(next), no higher than the one before it.",
          "Put the steps in the order of their ceilings.")
      }
    }
  }

  private mutating func roleSets(_ node: Node) -> [[String]] {
    shapes.list(node, "a list of roles").map { $0.list == nil ? roles(Node(.list([$0]), at: $0.span)) : roles($0) }
  }

  private mutating func roles(_ node: Node) -> [String] {
    let nodes = node.list ?? [node]
    return nodes.compactMap { shapes.text($0, "a role", in: node.span, "this step") }
  }
}
