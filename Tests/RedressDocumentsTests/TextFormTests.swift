import RedressDocuments
import Testing

@Suite struct TextFormTests {
  @Test func choicesStandCloseAndLinesBeginUnderOneAnother() {
    let expected = """
      [ ] Yes
      [ ] No, and I say why in the box that
          comes next

      Why

      ________________________________________

      ________________________________________

      ________________________________________

      Name       _____________________________

      Signature  _____________________________

      The name of everybody who shares the
      home

      ________________________________________

      """
    let form = Form([
      .choice("Yes"), .choice("No, and I say why in the box that comes next"), .box("Why"), .line("Name"),
      .line("Signature"), .line("The name of everybody who shares the home"),
    ])
    #expect(text(width: 40) { form } == expected)
  }
}
