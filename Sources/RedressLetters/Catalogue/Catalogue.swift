import Redress
import RedressDocuments
import RedressFiles

/// The words of letters in one language.
struct Catalogue: Sendable {
  /// The name of the format, which the files state.
  static let format = "redress-words/1"

  /// The language, as BCP 47 writes it.
  let language: String
  /// The entries that have been translated.
  private(set) var entries: [LetterEntry: WordsTemplate] = [:]
  /// What rules of matrices say, by `rule.<id>`, where an organisation words or translates it.
  private(set) var rules: [String: Words] = [:]

  /// The languages that letters can be written in, English first.
  static let languages = ["en-GB", "cy"]

  /// English, which has every entry.
  static let english: Catalogue = bundled(PackageResources.en_yaml, "en.yaml", base: nil)
  /// Welsh, for the fixed parts.
  static let welsh: Catalogue = bundled(PackageResources.cy_yaml, "cy.yaml", base: english)

  /// A catalogue that comes with the program. One that cannot be read is our own mistake and stops the program.
  private static func bundled(_ bytes: [UInt8], _ name: String, base: Catalogue?) -> Catalogue {
    do { return try read(SourceText(name: name, bytes: bytes), base: base) } catch {
      preconditionFailure(error.text)
    }
  }

  /// - Parameter base: English, whose values each entry must have; `nil` for English itself.
  /// - Throws: every fault of the file.
  static func read(_ source: SourceText, base: Catalogue?) throws(FaultList) -> Catalogue {
    let node = try YAMLReader().read(source).first
    var shapes = CaseShapes(source)
    let language = shapes.text(node?["language"], "language", in: node?.span ?? Span(line: 1, column: 1), "this file")
    var catalogue = Catalogue(language: language ?? "")
    for entry in node?["entries"]?.entries ?? [] {
      guard let text = shapes.text(entry.value, entry.key, in: entry.keySpan, "`entries`") else { continue }
      if let fault = catalogue.set(entry.key, to: text, base: base, at: entry.keySpan, source) {
        shapes.faults.add(fault)
      }
    }
    try shapes.faults.throwIfAny()
    return catalogue
  }

  /// The catalogue with the entries that an organisation words in its own way.
  /// - Throws: every entry that letters do not have, or that lacks a value.
  func with(_ organisation: Organisation) throws(FaultList) -> Catalogue {
    var (catalogue, faults) = (self, FaultList())
    for override in organisation.words {
      guard Self.languages.contains(override.language) else {
        faults.add(
          organisation.source.fault(
            .wordsUnknown, at: override.span, says: "Letters are not written in \(Visible.quoted(override.language)).",
            mend: "Their languages: \(Self.languages.joined(separator: ", "))."))
        continue
      }
      let base = override.language == Self.english.language ? nil : Self.english
      var trial = override.language == language ? catalogue : Catalogue(language: override.language)
      if let fault = trial.set(
        override.entry, to: override.text, base: base ?? .english, at: override.span, organisation.source)
      {
        faults.add(fault)
      }
      if override.language == language { catalogue = trial }
    }
    try faults.throwIfAny()
    return catalogue
  }

  private mutating func set(
    _ name: String, to text: String, base: Catalogue?, at span: Span, _ source: SourceText
  ) -> Fault? {
    if name.hasPrefix("rule."), base != nil {
      rules[name] = Words(text)
      return nil
    }
    guard let entry = LetterEntry(rawValue: name) else {
      let near = NearestName.of(name, among: LetterEntry.allCases.map(\.rawValue))
      return source.fault(
        .wordsUnknown, at: span, says: "Letters have no entry \(Visible.quoted(name)).",
        mend: near.map { "Did you mean `\($0)`?" } ?? "`Docs/case-managers/wording.md` lists them.")
    }
    let template: WordsTemplate
    do { template = try WordsTemplate(text) } catch {
      return source.fault(
        .wordsValue, at: span, says: "\(Visible.quoted(error.name)) is no value that an entry can have.",
        mend: "Write it as the English entry does, such as `{amount}`.")
    }
    if let wanted = base?.entries[entry]?.values, wanted != template.values {
      let names = wanted.map { "{\($0.rawValue)}" }.sorted().joined(separator: ", ")
      return source.fault(
        .wordsValue, at: span,
        says: "`\(name)` must hold these values, each of them: \(names.isEmpty ? "none" : names).",
        mend: "Add what is missing, and take out what is not in this list.")
    }
    entries[entry] = template
    return nil
  }
}
