import ArgumentParser
import Foundation
import Redress
import RedressLetters
import RedressRegister
import RedressSigning

/// The offers of a register of which letters are written.
struct LetterOffers {
  private let register: Register
  private let kind: LetterKind?
  private let today: CivilDate

  init(_ option: RegisterOption, _ kind: LetterKind?, _ today: CivilDate) throws {
    register = try option.openToRead()
    self.kind = kind
    self.today = today
  }

  /// Whether a word is the number of an offer rather than the name of a file.
  func holds(_ word: String) -> Bool { Int(word) != nil && !FileManager.default.fileExists(atPath: word) }

  /// The letter of an offer by its number; `nil` where the word names a file.
  func letter(of word: String, _ run: LetterRun) throws -> LetterRun.Written? {
    guard holds(word), let number = Int(word) else { return nil }
    let files = try register.read { reading in
      guard let life = try reading.life(of: number) else {
        throw ActRefusal(.offerUnknown, "There is no offer \(number) in this register.")
      }
      try check(life)
      return try reading.files(of: life)
    }
    return try run.letter(of: files)
  }

  /// A reminder goes to somebody who can still accept, and a lapse to somebody who no longer can.
  private func check(_ life: OfferLife) throws {
    switch kind {
    case .reminder?:
      if let revision = life.pendingRevision {
        throw ActRefusal(.revisionPending, "A revision of offer \(life.number) is being prepared: offer \(revision).")
      }
      if life.state == .issued, !life.isLapsed(on: today) { return }
      throw ActRefusal(
        .order, "Offer \(life.number) is \(life.stateWords(on: today)), and nothing is to be reminded of.")
    case .lapse?:
      if life.isLapsed(on: today) || life.state == .turnedDown { return }
      throw ActRefusal(.order, "Offer \(life.number) is \(life.stateWords(on: today)), and has not lapsed.")
    default: return
    }
  }
}
