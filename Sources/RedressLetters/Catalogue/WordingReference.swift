/// The page of wording for those who write letters, in Markdown: how entries are worded in one's own way, and each
/// entry with its English and its Welsh.
enum WordingReference {
  /// The whole page, with a line break at the end.
  static var text: String { "\(opening)\n\n\(table)\n\n\(rules)\n" }

  private static let opening = """
    # The words of letters

    <!-- Made from the catalogues of words. Change those, then run:
    REDRESS_UPDATE=1 swift test --filter WordingReference -->

    Letters say the same things again and again. Each of these is an *entry* and has a name. You can word any entry in
    your own way, in English and in Welsh. Write it in the organisation file, under `words` and the language:

    ```yaml
    words:
      en-GB:
        close: Kind regards
        accept.by: Please let us know by {day}.
      cy:
        close: Cofion cynnes
    ```

    - `en-GB` is English and `cy` is Welsh. There are no other languages.
    - What stands in braces is a value: Redress puts it in. Your entry holds the same values as ours, each of them.
    - A name that is not in the table is a fault, and so is a wrong value. No letter is written until it is mended.
    - In Welsh, keep a value away from words that change what follows them. A value is put in as it is: “i {name}” may
      be wrong, and “gall {name}” is right.
    - Between double quotes, `\\_` is a space that keeps a number beside its word, as in `"{count}\\_days"`.

    A Welsh speaker has not yet checked the Welsh. Have somebody read it before you send letters in Welsh.
    """

  private static let rules = """
    ## What policies say

    The sentences of a policy stand in its matrix, in English. In a Welsh letter they are said in English, and marked as
    English. `redress letter` names each of them. Put such a name under `cy` with the Welsh:

    ```yaml
    words:
      cy:
        rule.statement.goodwill: Cynnig o ewyllys da yw hwn.
    ```

    From then on the letter says it in Welsh, and the name is listed no more. What case managers type is English too,
    unless the letter part says `written-in: cy`. Names, addresses and the working of a sum are never translated.
    """

  private static var table: String {
    let rows = LetterEntry.allCases.map { entry in
      let english = Catalogue.english.entries[entry]
      let values = (english?.values ?? []).map { "`{\($0.rawValue)}`" }.sorted().joined(separator: " ")
      let welsh = Catalogue.welsh.entries[entry].map { cell($0) } ?? "not translated"
      return "| `\(entry.rawValue)` | \(english.map { cell($0) } ?? "") | \(welsh) | \(values) |"
    }
    return (["## The entries", "", "| Entry | English | Welsh | Values |", "|---|---|---|---|"] + rows)
      .joined(separator: "\n")
  }

  /// As one cell, in which a space that keeps words together looks like any other.
  private static func cell(_ template: WordsTemplate) -> String {
    String(template.text.map { $0 == "\u{A0}" ? " " : $0 })
  }
}
