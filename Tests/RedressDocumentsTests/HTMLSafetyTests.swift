import Redress
import RedressDocuments
import SeededRandomness
import Testing

@Suite struct HTMLSafetyTests {
  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script<wbr>&gt;"), ("\"'&amp;", "&quot;&#39;&amp;amp;"),
    ("a\u{0}b\u{1B}[0m\u{9F}\u{FFFE}", "a\u{FFFD}b\u{FFFD}[0m\u{FFFD}\u{FFFD}"), ("x\u{202E}cod", #"x\u{202E}cod"#),
    ("\u{2067}a\u{2069}", #"\u{2067}a\u{2069}"#), ("a\r\nb\tc", "a  b c"), ("a\u{A0}b", "a&nbsp;b"),
    ("שרה", "<bdi>שרה</bdi>"), ("محمد & co", "<bdi>محمد &amp; co</bdi>"),
    ("می\u{200C}خواهم", "<bdi>می\u{200C}خواهم</bdi>"),
    ("李明", "李明"),
  ])
  func textFromOutsideIsShownAsItStands(_ given: String, _ shown: String) {
    #expect(html { "\(given, ifBlank: "nobody")" } == "<p>\(shown)</p>\n")
  }

  @Test func longWordsMayBreakBetweenLetters() {
    let letters = String(repeating: "e\u{301}", count: 24)
    #expect(html { "\(letters, ifBlank: "nothing")" } == "<p>\(letters)</p>\n")
    #expect(html { "\(letters + "e\u{301}", ifBlank: "nothing")" } == "<p>\(letters)<wbr>e\u{301}</p>\n")
    #expect(html { "\(letters + " x", ifBlank: "nothing")" } == "<p>\(letters)<wbr> x</p>\n")
  }

  @Test func titlesAndMarkingsCannotEndTheirElements() {
    let attack = #"</title></style><script>"; } *{display:none} \0022 \#u{202E}"#
    let phrase: Phrase = "\(attack, ifBlank: "none")"
    let page = HTMLEmitter().page(of: Document(phrase, marking: phrase) { "Hello." })
    let escaped =
      #"&lt;/title&gt;&lt;/style&gt;&lt;script&gt;&quot;; } *{display:none} \0022 \u{202E}"#
    #expect(page.contains("<title>\(escaped)</title>\n"))
    #expect(page.contains(#"content: "\3C \2F title\3E \3C \2F style\3E \3C script\3E \22 \3B  \7D  "#))
    #expect(page.ranges(of: "</style").count == 1)
    #expect(page.ranges(of: "</title").count == 1)
    #expect(!page.contains("<script"))
  }

  /// Random text of the characters that attacks are made of, in every place that takes text.
  @Test(arguments: UInt64(0)..<50)
  func hostileTextAddsNoElement(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("<>\"'&;/\\{}()!-= \n\u{0}\u{1B}\u{202E}\u{2066}abcשscript£")
    func hostile() -> Words {
      Words(String((0..<30).map { _ in alphabet.randomElement(using: &generator)! }), ifBlank: "x")
    }
    func page(_ words: () -> Words) -> String {
      func phrase() -> Phrase { "\(words()) \(strong: "\(words())") \(code: "x") \(Citation(words(), words()))" }
      return HTMLEmitter().page(
        of: Document(phrase(), marking: phrase()) {
          Section(phrase()) { phrase() }
          List(.bulleted, [.init(phrase())])
          Definitions([.init(phrase(), phrase())])
          Table(phrase(), columns: [.init(phrase())], rows: [.init([phrase()])])
          Note(.warning, phrase())
        })
    }
    let isolating = ["<bdi>", "</bdi>", "<wbr>"]
    let attacked = page(hostile)
    #expect(attacked.tags.filter { !isolating.contains($0) } == page { "x" }.tags, "seed \(seed)")
    let isControlled = attacked.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
    #expect(!isControlled, "seed \(seed)")
    #expect(!attacked.unicodeScalars.contains { $0.properties.generalCategory == .format }, "seed \(seed)")
  }
}

extension String {
  /// Every stretch from `<` to the next `>`.
  fileprivate var tags: [String] {
    split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { "<" + $0.prefix { $0 != ">" } + ">" }
  }
}
