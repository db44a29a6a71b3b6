extension HTMLBlocks {
  func html(of form: Form) -> String { form.fields.map { html(of: $0) }.joined() }

  /// The box to tick is a character and not a drawing, so that it is read out.
  private func html(of field: Form.Field) -> String {
    switch field {
    case .line(let label):
      "<p class=\"field line\"><span class=\"label\">\(html(of: label))</span><span class=\"room\"></span></p>\n"
    case .box(let label):
      "<div class=\"field box\"><p class=\"label\">\(html(of: label))</p><div class=\"room\"></div></div>\n"
    case .choice(let label):
      "<p class=\"field choice\"><span class=\"tick\">\u{2610}</span> \(html(of: label))</p>\n"
    }
  }
}
