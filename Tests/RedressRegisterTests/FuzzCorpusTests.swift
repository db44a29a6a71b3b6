import Foundation
import FuzzedReaders
import Testing

/// Every input that fuzzing kept is read again, by the same functions and under the same rules, without libFuzzer.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzedReader.allCases) func everyKeptInputHasAnAnswer(of reader: FuzzedReader) throws {
    let workshop = try Workshop()
    let inputs = try FuzzCorpus.inputs(of: reader)
    var (read, faulty) = (0, 0)
    for input in inputs {
      do {
        switch try reader.answer(to: input.bytes, in: workshop) {
        // A batch has an answer to everything: rows that say what is at fault.
        case .read(let text): if text.contains("\"outcome\":\"faulty\"") { faulty += 1 } else { read += 1 }
        case .faulty(let faults):
          #expect(!faults.isEmpty, "\(reader.rawValue)/\(input.name)")
          faulty += 1
        }
      } catch { Issue.record("\(reader.rawValue)/\(input.name): \(error)") }
    }
    print("fuzzed \(reader.rawValue): \(inputs.count) inputs, \(read) read, \(faulty) faulty")
    #expect(read > 0 && faulty > 0, "a corpus of one kind reaches only half of a reader")
  }

  @Test(arguments: FuzzedReader.allCases) func theKeptCorpusIsSmall(of reader: FuzzedReader) throws {
    let inputs = try FuzzCorpus.inputs(of: reader)
    #expect(inputs.count <= 60 && inputs.reduce(0) { $0 + $1.bytes.count } <= 200 << 10)
  }

  /// A folder of another name would be read by nobody.
  @Test func everyFolderBelongsToAReader() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: FuzzCorpus.folder).filter { !$0.contains(".") }
    #expect(Set(names) == Set(FuzzedReader.allCases.map(\.rawValue)))
  }

  /// The rules can be broken: an offer that nobody is said to have signed is found out.
  @Test func aForgedSignatureBreaksARule() throws {
    let signed = try FuzzCorpus.inputs(of: .offer).filter { input in
      guard case .read(let text) = try FuzzedReader.offer.answer(to: input.bytes, in: Workshop()) else { return false }
      return text.contains("signed these exact bytes")
    }
    let input = try #require(signed.first)
    #expect(throws: BrokenRule.self) {
      try FuzzedReader.offer.answer(to: input.bytes, in: Workshop(signedOffers: []))
    }
  }
}

/// The kept inputs of each reader.
enum FuzzCorpus {
  static let folder = URL(fileURLWithPath: #filePath).appending(path: "../../../Fixtures/fuzz").standardized.path

  static func inputs(of reader: FuzzedReader) throws -> [(name: String, bytes: [UInt8])] {
    let folder = folder + "/" + reader.rawValue
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { name in
      (name, Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))))
    }
  }
}
