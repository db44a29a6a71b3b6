import Redress
import RedressFiles
import Testing

@testable import RedressSigning

/// The edition that an offer was made under, when it is not the same any more.
@Suite struct ChangedEditionTests {
  private let bench: Workbench
  private let matrices: HouseLibrary
  private let desk: Desk

  init() throws {
    bench = try Workbench()
    matrices = try HouseLibrary(bench, isCut: false)
    desk = try Desk(pricer: matrices.pricer())
    try desk.sign(as: "a.khan")
  }

  @Test func isWellWhileItStands() throws {
    #expect(try desk.check(pricer: matrices.pricer()).signed != nil)
  }

  /// Even where no sum changes, and somebody wrote the lock file anew.
  @Test func isFoundInOtherBytes() throws {
    try matrices.write(try matrices.text() + "\n# Nothing has changed.\n")
    let check = try desk.check(pricer: matrices.pricer())
    #expect(check.signed == nil && check.bad.map(\.about) == [.edition, .sums])
    #expect(check.bad(.sums)[0].hasPrefix("It does not come out the same: edition-digest is sha256:"))
    #expect(check.bad(.edition)[0].hasPrefix("The offer was made under other bytes of the edition progress/2022-10-01"))
  }

  @Test func isFoundInOtherSums() throws {
    try matrices.write(try matrices.text().replacing("to: £500, any-of: [head", with: "to: £300, any-of: [head"))
    let check = try desk.check(pricer: matrices.pricer())
    #expect(check.bad.map(\.about) == [.edition, .sums, .authority])
  }

  @Test func isNotReadWhereTheLockSaysOtherwise() throws {
    try matrices.write(try matrices.text() + "\n", isLocked: false)
    #expect { try desk.check(pricer: matrices.pricer()) } throws: { error in
      (error as? FaultList)?.faults.map(\.code) == [.editionChanged]
    }
  }

  @Test func isNotReadOutsideTheLock() throws {
    try matrices.lock("# Nothing is approved.\n")
    #expect { try desk.check(pricer: matrices.pricer()) } throws: { error in
      (error as? FaultList)?.faults.map(\.code) == [.editionUnlocked]
    }
    try matrices.write(
      try matrices.text().replacing("status: approved", with: "status: draft"), isLocked: false)
    let check = try desk.check(pricer: matrices.pricer(), isLocked: false)
    #expect(check.bad(.authority)[0].hasPrefix("edition.draft"))
    #expect(check.signed == nil)
  }

  /// The question is asked of the lock file at the time, whatever the edition says of itself.
  @Test func isFoundOutOfTheLock() throws {
    let check = try desk.check(pricer: matrices.pricer(), isLocked: false)
    #expect(check.signed == nil && check.bad.map(\.about) == [.authority])
    #expect(check.bad(.authority)[0].hasPrefix("edition.not-in-lock"))
  }

  @Test func isFoundMissing() throws {
    let text = String(decoding: desk.offered.bytes, as: UTF8.self).replacing("2022-10-01", with: "2023-10-01")
    try desk.put(Array(text.utf8), Desk.offer)
    #expect { try desk.check(pricer: matrices.pricer()) } throws: { error in
      (error as? FaultList)?.faults.map(\.code) == [.editionUnknown]
    }
  }
}
