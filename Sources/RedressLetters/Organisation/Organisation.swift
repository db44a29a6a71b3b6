import Redress
import RedressDocuments
import RedressFiles

/// What letters say of the organisation that sends them, and what it has laid down for itself.
public struct Organisation: Sendable {
  /// The name of the format, which the file states.
  public static let format = "redress-organisation/1"

  /// How somebody can be reached, for the days on which that is known to hold.
  public struct Contact: Hashable, Sendable {
    /// The days on which it holds.
    public let days: DaySpan
    /// The day on which somebody last made sure of it.
    public let checkedOn: CivilDate
    /// A telephone number.
    public let phone: Words?
    /// An address for email.
    public let email: Words?
    /// A page on the web.
    public let web: Words?
    /// When somebody answers the telephone.
    public let hours: Words?
    /// The lines of a postal address.
    public let post: [Words]
  }

  /// An ombudsman or a tribunal.
  public struct Ombudsman: Hashable, Sendable {
    /// As matrices name it: `housing`.
    public let id: String
    /// What it is called: `Housing Ombudsman Service`.
    public let name: Words
    /// How it is reached, by day.
    public let contacts: [Contact]
  }

  /// What the organisation has laid down for one scheme.
  public struct Scheme: Sendable {
    /// The scheme.
    public let id: String
    /// Within how long it pays after acceptance; `nil` where it promises nothing.
    public let payWithin: Period?
    /// The ombudsman where the policy chooses none; `nil` where it does.
    public let ombudsman: String?
    /// Who may sign, where the policy names nobody.
    public let authority: HouseAuthority?
  }

  /// What it is called.
  public let name: Words
  /// The lines of its postal address.
  public let address: [Words]
  /// How it is reached, by day.
  public let contacts: [Contact]
  /// Where forms are sent back to; its own address where nothing else is said.
  public let returnAddress: [Words]
  /// What it does with personal data, in a sentence or two.
  public let dataProtection: Words
  /// The logo; `nil` for none.
  public let logo: Picture?
  /// The ombudsmen and tribunals that its letters name.
  public let ombudsmen: [Ombudsman]
  /// What it has laid down for schemes.
  public let schemes: [Scheme]
  /// Entries of the catalogue that it words in its own way, by language.
  public let words: [WordsOverride]
  /// Rules of style that follow ours; `nil` for none.
  public let stylesheet: String?
  /// The file that all of this stands in.
  public let source: SourceText

  /// An entry of the catalogue in the organisation's own words.
  public struct WordsOverride: Hashable, Sendable {
    /// The language, as BCP 47 writes it.
    public let language: String
    /// The entry.
    public let entry: String
    /// What it says.
    public let text: String
    /// Where it stands.
    public let span: Span
  }

  /// What it has laid down for a scheme.
  public func scheme(_ id: String) -> Scheme? { schemes.first { $0.id == id } }

  /// Who may sign where policies name nobody.
  public var houseAuthorities: [HouseAuthority] { schemes.compactMap(\.authority) }
}
