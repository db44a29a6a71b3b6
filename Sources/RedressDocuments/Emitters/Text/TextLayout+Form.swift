extension TextLayout {
  /// Fields one under another. Choices stand close, and lines to write on begin under one another.
  func lines(of form: Form, width: Int) -> [TextLine] {
    let labels = form.fields.map { self.lines(of: $0.label, width: width) }
    let short = zip(form.fields, labels).filter { $0.0.isLine && $0.1.width <= width * 2 / 5 }.map { $0.1.width }
    let start = (short.max() ?? 0) + 2
    var groups: [[TextLine]] = []
    for (place, field) in form.fields.enumerated() {
      let lines = lines(of: field, width: width, start: start)
      if place > 0, field.isChoice, form.fields[place - 1].isChoice {
        groups[groups.count - 1] += lines
      } else {
        groups.append(lines)
      }
    }
    return .init(spaced: groups)
  }

  private func lines(of field: Form.Field, width: Int, start: Int) -> [TextLine] {
    let rule = TextLine(String(repeating: "_", count: width))
    switch field {
    case .line(let label):
      let lines = lines(of: label, width: width)
      guard lines.count == 1, lines.width + 2 <= start else { return lines + [TextLine(), rule] }
      var line = lines[0]
      line.pad(to: start)
      line.fragments.append(Fragment(text: String(repeating: "_", count: width - start)))
      return [line]
    case .box(let label):
      return lines(of: label, width: width) + [TextLine(), rule, TextLine(), rule, TextLine(), rule]
    case .choice(let label): return lines(of: label, width: width - 4).hanging(after: "[ ] ")
    }
  }
}

extension Form.Field {
  fileprivate var label: Phrase {
    switch self {
    case .line(let label), .box(let label), .choice(let label): label
    }
  }

  fileprivate var isLine: Bool { if case .line = self { true } else { false } }
  fileprivate var isChoice: Bool { if case .choice = self { true } else { false } }
}
