import Foundation
import Redress
import RedressFiles
import RedressRegister
import RedressSigning

/// Fills a register with offers and times it: how large it is, and how long the opening of one offer takes.
///
/// Run from the root of the repository: `swift run -c release RegisterBenchmark FILE [offers] [acts|copies]`. The
/// offers are of made-up cases of the scheme `progress`, each drafted, signed with a sample key and sent.
///
/// - With `acts`, every one goes through all acts as people do, and four of five are accepted and paid.
/// - With `copies`, a few hundred do, one of five of them accepted and none paid. The others are these written again
///   under other references, with files and signatures of their own. All stay open.
///
/// The cases differ in their references, households, sums and dates, by place and not by chance, so that two runs make
/// the same offers.
@main
struct RegisterBenchmark {
  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    guard let path = words.first else { return print("usage: RegisterBenchmark FILE [offers] [acts|copies]") }
    let count = words.dropFirst().first.flatMap { Int($0) } ?? 10_000
    let filler = try RegisterFiller(path: path)
    let clock = ContinuousClock()
    let time = try clock.measure {
      if words.dropFirst(2).first == "copies" { try filler.copy(count) } else { try filler.fill(count) }
    }
    let size = (try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    print("\(count) offers in \(time.formatted), \(perSecond(count, time)) a second")
    print("size: \(size >> 20) MiB, \(size / count) bytes an offer")
    let open = try (0..<21).map { place in
      try clock.measure {
        let register = try Register.open(path)
        _ = try register.read { reading in
          let life = try reading.life(of: 1 + place * (count - 1) / 20)
          return try life.map { try reading.files(of: $0) }
        }
      }
    }.sorted()
    print("to open the register and one offer: median \(open[10].formatted)")
  }

  static func perSecond(_ count: Int, _ time: Duration) -> Int { Int(Double(count) / (time / .seconds(1))) }
}

extension Duration {
  var formatted: String {
    let seconds = self / .seconds(1)
    return seconds < 1 ? String(format: "%.1f ms", seconds * 1000) : String(format: "%.1f s", seconds)
  }
}
