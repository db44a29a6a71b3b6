import Foundation
import Redress
import RedressFiles
import SeededRandomness
import Testing

/// The questions of `redress ask`: what is asked, what is not, going back, and the case file at the end.
@Suite struct InterviewTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func library() throws -> MatrixLibrary { try MatrixLibrary(folder: root.path + "/Matrices") }

  private static func newest(_ scheme: String) throws -> MatrixLibrary.Edition {
    let library = try library()
    return try library.edition(try #require(library.editions(of: scheme).first), of: scheme)
  }

  private static func interview(_ answers: [String]) throws -> Interview {
    var interview = Interview(try newest("progress"))
    for answer in answers { try interview.answer(answer) }
    return interview
  }

  private static let start = ["C-1", "2026-09-30", "tenant", "2026-08-14"]

  private static func name(_ prompt: Interview.Prompt?, _ matrix: Matrix) -> String {
    switch prompt {
    case .name: "name"
    case .fact(let fact, let item): matrix.facts[ref: fact].name + (item > 0 ? " \(item)" : "")
    case .flags: "flags"
    case .head: "head"
    case .decision(let decision): "decision \(matrix.decisions[ref: decision].name)"
    case .remark(let remark): "remark \(remark.rawValue)"
    case nil: "nothing"
    }
  }

  // MARK: What is asked

  @Test func theReferenceAndTheSelectingDayComeFirst() throws {
    var asked: [String] = []
    var interview = Interview(try Self.newest("progress"))
    for answer in Self.start {
      asked.append(Self.name(interview.next, interview.matrix))
      try interview.answer(answer)
    }
    #expect(asked == ["name", "claim-date", "customer-type", "incident-date"])
    #expect(Self.name(interview.next, interview.matrix) == "flags")
  }

  @Test func theDayOfTheCaseSelectsTheEdition() throws {
    let library = try MatrixLibrary(folder: Self.root.path + "/Fixtures/editions")
    let newest = try library.edition(try #require(library.editions(of: "millbrook").first), of: "millbrook")
    func asked(_ day: String, isNamed: Bool) throws -> Interview {
      var interview = Interview(newest, isNamed: isNamed)
      for answer in ["A", day] { try interview.answer(answer) }
      try interview.followEdition(in: library)
      return interview
    }
    #expect(try asked("2026-12-31", isNamed: false).edition.name == Literal.edition("2026-01-01"))
    #expect(try asked("2027-01-01", isNamed: false).edition.name == newest.name)
    #expect(try asked("2026-12-31", isNamed: true).edition.name == newest.name)
    #expect(try String(decoding: asked("2026-12-31", isNamed: true).bytes, as: UTF8.self).contains("\"edition\""))
    #expect(try !String(decoding: asked("2026-12-31", isNamed: false).bytes, as: UTF8.self).contains("\"edition\""))
    #expect(throws: Interview.Refused.self) { try asked("2025-12-31", isNamed: false) }
  }

  @Test func aFlagThatCouldChangeNothingIsNotAskedUntilItCan() throws {
    func flags(_ prompt: Interview.Prompt?, _ matrix: Matrix) -> [String] {
      switch prompt {
      case .flags(let flags): flags.map { matrix.facts[ref: $0].name }
      case .fact(let fact, 0): [matrix.facts[ref: fact].name]
      default: []
      }
    }
    var interview = try Self.interview(Self.start)
    #expect(!flags(interview.next, interview.matrix).contains("caused-by-inaction"))
    let place = try #require(flags(interview.next, interview.matrix).firstIndex(of: "service-request"))
    try interview.answer("\(place + 1)")
    #expect(Self.name(interview.next, interview.matrix) == "first-raised-on")
    try interview.answer("")
    #expect(flags(interview.next, interview.matrix).contains("caused-by-inaction"))
  }

  @Test func aRefusedCaseIsAskedForNoItems() throws {
    var interview = Interview(try Self.newest("progress"))
    for answer in ["C-1", "2026-09-30", "concert-living"] { try interview.answer(answer) }
    while let prompt = interview.next {
      if case .remark = prompt { break }
      #expect(prompt != .head)
      let isDate = Self.name(prompt, interview.matrix).hasSuffix("-date")
      try interview.answer(isDate ? "2026-09-30" : "")
    }
    #expect(interview.explanation.assessment.outcome == .refused)
  }

  /// A leaseholder's complaint may belong to an ombudsman or to the tribunal; a tenant's belongs to the Housing
  /// Ombudsman. Whoever reviews Stage One must know who decided it.
  @Test(
    arguments: [
      ("tenant", "", []), ("leaseholder", "", ["complaint-belongs-to"]),
      ("leaseholder", "2026-10-01", ["complaint-belongs-to", "stage1-decided-by"]),
    ] as [(String, String, [String])])
  func whatTheLetterNeedsIsAskedAtTheEnd(customer: String, stage2: String, asked: [String]) throws {
    var interview = try Self.interview(["C-1", "2026-09-30", customer, "2026-08-14"])
    var names: [String] = []
    while let prompt = interview.next, names.count < 100 {
      let name = Self.name(prompt, interview.matrix)
      names.append(name)
      let answers = ["stage2-requested-on": stage2, "stage1-replied-on": "2026-09-20", "offer-date": "2026-10-12"]
      try interview.answer(answers[name] ?? Self.plainAnswer(prompt, interview))
    }
    #expect(Array(names.filter { $0 == "complaint-belongs-to" || $0 == "stage1-decided-by" }) == asked)
  }

  @Test func whatIsForgottenMostOftenIsAlwaysAsked() throws {
    var interview = try Self.interview(Self.start)
    var asked: [String] = []
    while let prompt = interview.next, asked.count < 100 {
      asked.append(Self.name(prompt, interview.matrix))
      try interview.answer(Self.plainAnswer(prompt, interview))
    }
    #expect(asked.suffix(2) == ["remark complaint-handling", "remark vulnerability"])
  }

  private static func plainAnswer(_ prompt: Interview.Prompt, _ interview: Interview) -> String {
    switch name(prompt, interview.matrix) {
    case "head": interview.explanation.assessment.items.isEmpty ? "inconvenience" : ""
    case "impact 1": "low"
    case "amount 1": "40"
    case "offer-date": "2026-10-12"
    case "remark vulnerability": "no"
    default: ""
    }
  }

  // MARK: Answers

  @Test(arguments: ["2026-08-14", "14/8/2026", "14 August 2026", "14 aug 2026"])
  func aDayIsTakenAsPeopleWriteIt(_ text: String) throws {
    let interview = try Self.interview(Self.start.dropLast() + [text])
    let fact = try #require(interview.matrix.fact(named: "incident-date"))
    let day = try #require(CivilDate(year: 2026, month: 8, day: 14))
    #expect(interview.explanation.given.facts.value(fact) == Int64(day.dayNumber))
  }

  @Test(arguments: [
    ("31/2/2026", "day"), ("2026-13-01", "day"), ("yesterday", "day"), ("2026-10-01", "would come before"),
  ])
  func aDayThatCannotBeIsNotTaken(_ text: String, _ says: String) throws {
    var interview = try Self.interview(Array(Self.start.dropLast()))
    let before = interview.next
    #expect {
      try interview.answer(text)
    } throws: { error in
      ((error as? Interview.Refused)?.says ?? "").contains(says)
    }
    #expect(interview.next == before)
  }

  @Test func goingBackLeavesTheLastAnswerOut() throws {
    var interview = try Self.interview(Self.start)
    let (prompt, bytes) = (interview.next, interview.bytes)
    try interview.answer("1")
    #expect(interview.bytes != bytes)
    interview.back()
    #expect(interview.next == prompt)
    #expect(interview.bytes == bytes)
    for _ in 0..<10 { interview.back() }
    #expect(interview.next == .name)
  }

  // MARK: The case file

  /// Whatever is answered, the conversation comes to an end, and its file is priced as the conversation was.
  @Test(arguments: try InterviewTests.library().schemes)
  func randomAnswersMakeACaseFileThatComesToTheSame(scheme: String) throws {
    let edition = try Self.newest(scheme)
    for seed in UInt64(1)...12 {
      var random = RandomAnswers(seed: seed)
      var interview = Interview(edition)
      var count = 0
      var refused = 0
      while let prompt = interview.next, count < 800 {
        count += 1
        do {
          try interview.answer(random.answer(to: prompt, in: interview))
          refused = 0
        } catch { refused += 1 }
        // Two earlier answers may leave no day between them. A person goes back then.
        if refused == 60 {
          interview.back()
          refused = 0
        }
      }
      #expect(interview.next == nil, "\(scheme), seed \(seed): \(Self.name(interview.next, interview.matrix))")
      #expect(interview.discrepancies == [], "\(scheme), seed \(seed)")
      let entries = CaseFile.read(try SourceText(name: "asked.json", bytes: interview.bytes))
      guard case .outline(let outline)? = entries.first else {
        Issue.record("\(scheme), seed \(seed): the file is no case")
        continue
      }
      let reading = CaseReader.read(outline, under: edition.matrix)
      let (assessment, faults) = reading.assess(with: edition.assessor)
      let expected = interview.explanation.assessment
      #expect(assessment.outcome == expected.outcome, "\(scheme), seed \(seed): \(faults.text)")
      #expect(assessment.lines == expected.lines, "\(scheme), seed \(seed)")
      #expect(assessment.award == expected.award, "\(scheme), seed \(seed)")
    }
  }
}

/// Answers that are mostly of the right kind.
private struct RandomAnswers {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func answer(to prompt: Interview.Prompt, in interview: Interview) -> String {
    switch prompt {
    case .name: return "R-1"
    case .flags(let flags): return chance(80) ? "" : "\(Int.random(in: 1...flags.count, using: &generator))"
    case .head:
      let count = interview.explanation.given.facts.itemCount
      if count > 0, chance(60) { return "" }
      return interview.matrix.heads.randomElement(using: &generator)!.name
    case .decision: return chance(50) ? "" : "accept; a.khan; 2026-10-10; a good reason"
    case .remark: return "no"
    case .fact(let ref, _): return answer(to: interview.matrix.facts[ref: ref])
    }
  }

  private mutating func answer(to fact: Fact) -> String {
    if fact.leftOut != .missing, chance(50) { return "" }
    switch fact.kind {
    case .date: return "2026-\(Int.random(in: 1...12, using: &generator))-1".padded
    case .money: return "\(Int.random(in: 0...600, using: &generator))"
    case .flag: return chance(30) ? "yes" : "no"
    case .choice(let choices): return choices.randomElement(using: &generator)!.name
    case .text: return "as was said"
    case .receipts: return "\(Int.random(in: 1...90, using: &generator)).50 a heater; 12 a taxi"
    case .count: return "\(Int.random(in: 0...30, using: &generator))"
    case .percent: return "\(Int.random(in: 0...100, using: &generator))%"
    }
  }

  private mutating func chance(_ ofHundred: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < ofHundred }
}

extension String {
  /// A day with two digits for month and day.
  fileprivate var padded: String {
    split(separator: "-").map { $0.utf8.count == 1 ? "0\($0)" : String($0) }.joined(separator: "-")
  }
}
