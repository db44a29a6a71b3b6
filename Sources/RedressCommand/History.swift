import ArgumentParser
import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show everything that happened to an offer, with who, when and the digests.",
    discussion: """
      With --json each event is printed on one line, exactly as the register keeps it: its digest is that of the \
      line's bytes.

      --files writes what belongs to the offer into a folder: its record, signatures and letter part, the documents as \
      they were sent and the case that an acceptance was settled from. Anybody can check them there without this \
      program.
      """)

  @Argument(help: ArgumentHelp("The offer: its number in the register, or its file.", valueName: "offer"))
  var offer: String

  @Flag(help: "Print the events, one line of JSON each.")
  var json = false

  @Option(
    help: ArgumentHelp("A folder to write the files of the offer into.", valueName: "folder"), completion: .directory)
  var files: String?

  @OptionGroup var registerOption: RegisterOption
  @OptionGroup var todayOption: TodayOption

  func validate() throws { _ = try registerOption.path }

  func run() throws {
    let register = try registerOption.openToRead()
    let digest = try Int(offer) == nil ? OfferFiles.openOrEnd(offer).record.digest : nil
    let (life, events) = try Console.ending {
      try register.read { reading in
        let number = try digest.map { try reading.offer(withDigest: $0) } ?? Int(offer)
        guard let number, let life = try reading.life(of: number) else {
          throw ActRefusal(.offerUnknown, "There is no offer \(offer) in this register.")
        }
        if let files { try write(try reading.keptFiles(of: life), into: files) }
        return (life, try reading.events(of: number))
      }
    }
    if json { return try Console.result(events.map { $0.body + "\n" }.joined()) }
    try Console.show(OfferHistory(life, events, today: todayOption.day).document)
  }

  private func write(_ files: [RegisterReading.Kept], into folder: String) throws {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      Console.say("redress: cannot make the folder \(folder).")
      throw Exit.cannotWrite.code
    }
    for file in files {
      guard let bytes = file.bytes else {
        Console.say("redress: \(file.name) was erased. Its digest: \(file.digest.text)")
        continue
      }
      try FileWriting.writeNew(bytes, to: "\(folder)/\(file.name)")
    }
  }
}
