import Redress
import RedressDocuments
import RedressFiles
import RedressSigning

/// A letter to a resident, made of a decision, of what the case says of the person, and of the organisation's own
/// details. Its parts are always the same; their words come from the catalogue, the matrix and the case manager.
///
/// Whatever a letter needs and does not find is a fault. It never has a gap.
public struct Letter {
  /// The letter as a document.
  public let document: Document
  /// What is said in English in a letter of another language; staff should see it before it goes out.
  public let untranslated: [String]

  /// - Throws: every fault: `letter.missing`, `letter.kind`, `contact.days`, and those of the letter part and the
  ///   organisation's words.
  public init(_ kind: LetterKind, of subject: LetterSubject, _ context: LetterContext) throws(FaultList) {
    let writer = try LetterWriter(subject, context)
    document = try writer.document(kind)
    untranslated = writer.wording.untranslated
  }

  /// What a decision is written as where nothing else is asked for.
  public static func kind(of draft: Draft) -> LetterKind {
    if case .offer = draft.decision { .offer } else { .refusal }
  }
}

/// What a letter is made with, beside the decision itself.
public struct LetterContext: Sendable {
  let organisation: Organisation
  let personal: PersonalPart
  let language: LetterLanguage
  /// The day of the letter; the offer date for letters that carry a decision.
  let today: CivilDate
  /// The path of the offer, for the record sheet.
  let path: String
  let calendar: WorkingCalendar?
  /// Where the letter part stands, or would stand.
  let place: SourceText

  /// - Parameters:
  ///   - letter: the letter part beside the offer; `nil` where there is none.
  ///   - language: in place of the one that the letter part asks for.
  /// - Throws: the faults of the letter part.
  public init(
    organisation: Organisation, letter: Node?, in source: SourceText, language: LetterLanguage?, today: CivilDate,
    path: String, calendar: WorkingCalendar?
  ) throws(FaultList) {
    self.organisation = organisation
    personal = try PersonalPart.read(letter, in: source)
    self.language = language ?? personal.language ?? .english
    self.today = today
    self.path = path
    self.calendar = calendar
    place = source
  }

  /// The format that the person needs, as it was recorded once.
  public var format: String? { personal.format }
}
