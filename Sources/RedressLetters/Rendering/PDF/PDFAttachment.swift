import Foundation
import RedressDocuments

/// A file that a PDF carries in itself, such as the signed offer that a letter tells of.
public struct PDFAttachment: Hashable, Sendable {
  /// What the file is to the letter, in the words of PDF/A-3.
  public enum Relationship: String, Hashable, Sendable {
    /// What the letter was made from: the signed offer.
    case source = "Source"
    /// What belongs to it otherwise: a signature.
    case data = "Data"
    /// What says more than the letter.
    case supplement = "Supplement"
  }

  /// The name that it is saved under; two files of a letter have two names.
  public let name: Words
  /// Its media type: `application/json`.
  public let type: Words
  /// What it is, for people.
  public let description: Words
  /// What it is to the letter.
  public let relationship: Relationship
  /// Its bytes, which come out again as they went in.
  public let content: Data

  /// A file with its name, type and description.
  public init(
    _ name: Words, type: Words, description: Words, relationship: Relationship, content: Data
  ) {
    self.name = name
    self.type = type
    self.description = description
    self.relationship = relationship
    self.content = content
  }
}
