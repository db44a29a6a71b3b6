/// What stands above the title of a letter: the pictures, lines and particulars that the document begins with.
///
/// A picture and the first lines beside it are those of the sender, and so are the first lines of two or more.
struct Letterhead {
  /// Who writes.
  private(set) var sender: [Block] = []
  /// To whom, when, and about what.
  private(set) var others: [Block] = []

  /// No letterhead.
  init() {}

  init(of document: Document) {
    let opening = document.blocks.prefix { $0.isOfLetterhead }
    let pictures = opening.prefix { $0.isPicture }
    let hasSender = !pictures.isEmpty || opening.count { $0.isLines } > 1
    let lines = opening.dropFirst(pictures.count).prefix(hasSender ? 1 : 0).filter(\.isLines)
    sender = pictures + lines
    others = Array(opening.dropFirst(sender.count))
  }

  /// How many blocks of the document it takes up.
  var count: Int { sender.count + others.count }
}

extension HTMLBlocks {
  func html(of letterhead: Letterhead) -> String {
    if letterhead.count == 0 { return "" }
    let sender =
      letterhead.sender.isEmpty ? "" : "<div class=\"sender\">\n\(html(of: letterhead.sender, depth: 1))</div>\n"
    return "<header class=\"letterhead\">\n\(sender)\(html(of: letterhead.others, depth: 1))</header>\n"
  }
}

extension Block {
  fileprivate var isLines: Bool { if case .lines = self { true } else { false } }

  fileprivate var isOfLetterhead: Bool {
    if case .definitions = self { true } else { isLines || isPicture }
  }
}
