import Redress

/// A matrix as a case manager or the owner of the policy reads and checks it, clause by clause.
///
/// Everything that the matrix decides is in it, each rule with the paragraphs it rests on and the readings it follows.
public struct MatrixTables: Sendable {
  let matrix: Matrix
  let digest: String
  let notices: [Notice]
  let words: MatrixWords

  /// - Parameters:
  ///   - digest: what tells this edition from any other, such as `sha256:` and 64 digits.
  ///   - notices: what is to be said of the edition on the day it is shown.
  public init(_ matrix: Matrix, digest: String, notices: [Notice]) {
    self.matrix = matrix
    self.digest = digest
    self.notices = notices
    words = MatrixWords(matrix: matrix)
  }

  /// The whole matrix, in the order in which a case meets it, then what people state and decide, then its sources.
  public var document: Document {
    Document("\(words.words(matrix.body)): \(words.words(matrix.title))") {
      notices.compactMap { Words($0.says) }.map { Block.note(Note(.information, "\($0)")) }
      """
      These are the rules that a case is worked out by, in the order in which they are tried. The words of the policy \
      are not repeated here: hold each row against the paragraph that it names.
      """
      atAGlance
      if matrix.facts.contains(where: { $0.derivation != nil }) { derived }
      if !matrix.duties.isEmpty { timetable }
      scope
      exclusions
      windows
      heads
      if !matrix.combinations.isEmpty { combinations }
      total
      earlierPayments
      arrears
      if matrix.payees != nil { payees }
      authority
      if matrix.refusals != nil { refusals }
      if matrix.review != nil { review }
      if matrix.closing != nil { closing }
      acceptance
      payment
      letters
      if matrix.ombudsman != nil { ombudsman }
      facts
      decisions
      roles
      readings
      sources
    }
  }
}
