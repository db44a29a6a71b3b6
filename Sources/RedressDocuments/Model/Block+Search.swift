extension Document {
  /// Whether a block is in it, at any depth.
  func holds(_ isSought: (Block) -> Bool) -> Bool { blocks.contains { $0.holds(isSought) } }
}

extension Block {
  var isPicture: Bool { if case .picture = self { true } else { false } }
  var isForm: Bool { if case .form = self { true } else { false } }

  fileprivate func holds(_ isSought: (Block) -> Bool) -> Bool {
    isSought(self) || inner.contains { $0.holds(isSought) }
  }

  /// What stands inside it.
  private var inner: [Block] {
    switch self {
    case .section(let section): section.blocks
    case .list(let list): list.items.flatMap(\.blocks)
    case .note(let note): note.blocks
    case .paragraph, .definitions, .table, .lines, .form, .picture, .pageBreak: []
    }
  }
}
