import Foundation
import Redress
import Synchronization

/// Whether the worked examples of an edition would notice a slip: every mutant of its matrix is read, and the examples
/// are run until one comes out otherwise. A mutant that is refused as a fault has been noticed too.
public struct MutationRun: Sendable {
  /// A mutant that no example notices, with the reason why none could, where the author gives one.
  public struct Survivor: Sendable {
    /// The slip that goes unnoticed.
    public let mutant: Mutant
    /// Why it makes no difference to any case; `nil` where nobody has said so.
    public let because: String?
  }

  /// How many slips were tried.
  public let count: Int
  /// How many of them an example noticed.
  public let noticedByExamples: Int
  /// How many of them were refused as a fault of the matrix.
  public let noticedAsFaults: Int
  /// The slips that went unnoticed, in the order of the file.
  public let survivors: [Survivor]
  /// What is wrong with the author's list: entries that speak of no mutant, or of one that is noticed.
  public let mislisted: [Fault]

  /// How many of them were noticed, one way or the other.
  public var noticed: Int { noticedByExamples + noticedAsFaults }
  /// The slips that went unnoticed and that nobody explains.
  public var unexplained: [Mutant] { survivors.filter { $0.because == nil }.map(\.mutant) }

  /// Tries every mutant of an edition against those of the examples that are for it and come out as expected.
  /// - Throws: the faults of the matrix's file.
  public init(_ edition: MatrixLibrary.Edition, _ files: [ExampleFile], explained: [SurvivorList])
    throws(FaultList)
  {
    let root = try YAMLReader().read(edition.source)[0]
    let mutants = MutantFinder.mutants(of: root, in: edition.source)
    let trial = MutantTrial(edition, files, root: root)
    let results = Self.tried(mutants, trial)
    let list = explained.first { $0.scheme == edition.matrix.scheme && $0.edition == edition.name }
    count = mutants.count
    noticedByExamples = results.count { $0 == .differs }
    noticedAsFaults = results.count { $0 == .faulty }
    survivors = zip(mutants, results).filter { $1 == .unnoticed }.map { mutant, _ in
      Survivor(
        mutant: mutant, because: list.flatMap { list in list.entry(for: mutant).map { list.entries[$0].because } })
    }
    mislisted = list.map { Self.mislisted(in: $0, mutants, results) } ?? []
  }

  /// Each of the processors takes every so-manieth mutant.
  private static func tried(_ mutants: [Mutant], _ trial: MutantTrial) -> [MutantTrial.Result] {
    let results = Mutex([MutantTrial.Result](repeating: .unnoticed, count: mutants.count))
    let strands = 2
    DispatchQueue.concurrentPerform(iterations: strands) { strand in
      var trial = trial
      for number in stride(from: strand, to: mutants.count, by: strands) {
        let result = trial.result(of: mutants[number])
        results.withLock { $0[number] = result }
      }
    }
    return results.withLock { $0 }
  }

  private static func mislisted(
    in list: SurvivorList, _ mutants: [Mutant], _ results: [MutantTrial.Result]
  ) -> [Fault] {
    var found = Set<Int>()
    var noticed: [Int: [Mutant]] = [:]
    for (mutant, result) in zip(mutants, results) {
      guard let entry = list.entry(for: mutant) else { continue }
      found.insert(entry)
      if result != .unnoticed { noticed[entry, default: []].append(mutant) }
    }
    return list.entries.enumerated().compactMap { number, entry in
      if !found.contains(number) {
        return list.source.fault(
          .survivorUnknown, at: entry.span, says: "No change that is tried at `\(entry.path)` is this one.",
          mend: "Correct the entry, or take it out.")
      }
      guard let mutant = noticed[number]?.first else { return nil }
      return list.source.fault(
        .survivorNoticed, at: entry.span,
        says: "The change of `\(entry.path)` from \(mutant.from) to \(mutant.to) is noticed.",
        mend: "Take it out of the list of survivors.")
    }
  }
}
