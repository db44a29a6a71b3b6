import Foundation
import RedressFiles

/// The words that stand on every page of a letter that is a draft.
public enum DraftMarking {
  /// Whether a document carries them: one in HTML or in plain text, as letters of this program are. What a PDF says
  /// cannot be seen from its bytes.
  ///
  /// - Parameter organisation: whose own wording is looked for too.
  public static func isOn(_ document: [UInt8], organisation: Organisation?) -> Bool {
    let entries = [LetterEntry.markingOffer, .markingRefusal, .markingOther]
    let own = (organisation?.words ?? []).filter { word in entries.contains { $0.rawValue == word.entry } }.map(\.text)
    let ours = [Catalogue.english, .welsh].flatMap { catalogue in entries.compactMap { catalogue.entries[$0]?.text } }
    let bytes = Data(document)
    return (ours + own).contains { bytes.range(of: Data($0.utf8)) != nil }
  }
}
