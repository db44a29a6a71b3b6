import Redress
import RedressFiles

/// A decision as it was drafted.
public struct Drafted: Hashable, Sendable {
  /// The reference of its case.
  public let reference: String
  /// 1 for the first decision of a case, and one more for each that takes the place of another.
  public let revision: Int
  /// The number of the decision that it takes the place of; `nil` for a first one.
  public let supersedes: Int?
  /// The scheme that the case was decided under.
  public let scheme: String
  /// The edition of it.
  public let edition: String
  /// The digest of that edition's file.
  public let editionDigest: Digest
  /// The digest of the offer's file, which holds the facts and the assessment, and which is what signers sign.
  public let offerDigest: Digest
  /// The digest of the letter part; `nil` where there is none.
  public let letterDigest: Digest?
  /// How many remedies that are not money the letter promises.
  public let remedies: Int
  /// `awarded` or `refused`.
  public let outcome: Assessment.Outcome
  /// The date that stands on it.
  public let offerDate: CivilDate
  /// The last day to accept it, counted from that date; `nil` where the scheme sets none.
  public let lastDay: CivilDate?
  /// What the household is called elsewhere.
  public let household: String?
  /// The rent account that is credited.
  public let rentAccount: String?
  /// The code that finance books it under.
  public let costCode: String?
  /// What it comes to on the offer date.
  public let sums: Sums

  /// Whether it offers anything.
  public var isOffer: Bool { outcome == .awarded }
}

/// A signature on a decision.
public struct Signed: Hashable, Sendable {
  /// The role that the officer signs in.
  public let role: String
  /// The officer whose post it is, where the signer stands in.
  public let standsInFor: String?
  /// The digest of the signature's file.
  public let digest: Digest
  /// Whether nothing is missing with it.
  public let isLast: Bool
}

/// A decision as it was sent.
public struct Issued: Hashable, Sendable {
  /// What was sent, each with the name of its file.
  public let documents: [Document]
  /// The last day to accept: counted from the day of sending where that is later than the date on the offer.
  public let lastDay: CivilDate?

  /// A document as it was sent.
  public struct Document: Hashable, Sendable {
    /// The name of the file, without its folder.
    public let name: String
    /// The digest of its exact bytes.
    public let digest: Digest
  }
}

/// An acceptance, with the sums settled afresh on its day.
public struct Acceptance: Hashable, Sendable {
  /// The items that were accepted, counted from 1.
  public let items: [Int]
  /// What they come to on the balances of the day.
  public let sums: Sums
  /// The digest of the case that these sums were worked out from: the facts of the offer, with the day of acceptance
  /// and its balances, for the accepted items alone.
  public let settlement: Digest
  /// What is credited to each debt, in the order in which they are cleared.
  public let credits: [Credit]
  /// How the person wants to be paid: `bacs`, `cheque`, `rent-account`; `nil` where the case said it.
  public let payTo: String?
  /// What payment waits for.
  public let waitsFor: [Condition]
  /// The last day to pay by, where the organisation or the policy promises one.
  public let payBy: CivilDate?
  /// Who allowed it after its last day, and why; `nil` where it was in time.
  public let late: LateDecision?

  /// What is credited to one debt.
  public struct Credit: Hashable, Sendable {
    /// The debt, as the matrix calls it: `rent-arrears`.
    public let debt: String
    /// How much of it is cleared.
    public let amount: Money

    /// What other systems call the account that it stands on: `rent-account`, `service-charge-account`.
    public var account: String {
      debt.hasSuffix("-arrears") ? debt.dropLast("arrears".count) + "account" : debt + "-account"
    }
  }

  /// Something that must be seen before money is paid.
  public struct Condition: Hashable, Sendable {
    /// The name of the rule: `acceptance-form`.
    public let name: String
    /// The item that waits for it, counted from 1; 0 for all money.
    public let item: Int
    /// The paragraphs that ask for it.
    public let sources: [String]
  }
}

/// A decision on an acceptance after the last day.
public struct LateDecision: Hashable, Sendable {
  /// The name of the decision in the matrix.
  public let about: String
  /// Whether it is paid all the same.
  public let isAccepted: Bool
  /// Who decided.
  public let by: String
  /// On which day.
  public let on: CivilDate
  /// Why.
  public let because: String
}

/// A lapsed offer that was opened again.
public struct Renewal: Hashable, Sendable {
  /// The last day to accept it now.
  public let lastDay: CivilDate
  /// The discretion of the matrix that it rests on.
  public let about: String
  /// Why.
  public let because: String
}

/// Something that was paid, credited or given.
public struct Payment: Hashable, Sendable {
  /// `bacs`, `cheque`, `rent-account` for money; `set-off` for what is credited to arrears; or a form in kind.
  public let method: String
  /// How much. For something in kind, what it is worth.
  public let amount: Money
  /// What shows it: a bank reference, the number of a cheque, a posting.
  public let proof: String
  /// What payment waited for and the payer has seen, by the names of the rules.
  public let seen: [String]
  /// The run that it was paid in; `nil` for a payment of its own.
  public let run: Int?

  /// The method by which arrears are credited.
  public static let setOff = "set-off"
}

/// A list that was made for finance to pay or to post.
public struct Run: Hashable, Sendable {
  /// Payments, or credits to rent accounts.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// In the order in which they are shown.
    case payments, credits
  }

  /// What it lists.
  public let kind: Kind
  /// What is to be paid or posted.
  public let entries: [Entry]
  /// The digest of the list's file.
  public let digest: Digest

  /// One payment or posting.
  public struct Entry: Hashable, Sendable {
    /// The number of the offer.
    public let offer: Int
    /// How it is paid.
    public let method: String
    /// How much.
    public let amount: Money
  }

  /// The control total.
  public var total: Money { entries.reduce(.zero) { $0 + $1.amount } }
}

/// What was taken off a run.
public struct RunCancellation: Hashable, Sendable {
  /// The number of the run.
  public let run: Int
  /// The offers whose entries were taken off.
  public let offers: [Int]
  /// Why.
  public let because: String
}

/// A recalculation of the open offers. It changes none of them.
public struct RecalculationRecord: Hashable, Sendable {
  /// The day to which they were recalculated.
  public let asOf: CivilDate
  /// The edition that was tried on them; `nil` where the scheme's own date selected each.
  public let edition: String?
  /// How many were open.
  public let offers: Int
  /// How many came to something else.
  public let proposals: Int
  /// How many did not come out the same under their own edition.
  public let faults: Int
  /// The digest of everything that it was worked out from.
  public let inputs: Digest
  /// The digest of its report in JSON.
  public let report: Digest
}

/// What was erased, by digest. The digests stay in the chain.
public struct Erasure: Hashable, Sendable {
  /// The offers whose personal files were erased.
  public let offers: [Int]
  /// The digests of those files.
  public let files: [Digest]
  /// Why.
  public let because: String
}

/// A case that came from another system.
public struct ImportedCase: Hashable, Sendable {
  /// The reference of the case.
  public let reference: String
  /// Its scheme.
  public let scheme: String
  /// The digest of the case as it was read, in JSON.
  public let digest: Digest
  /// The digest of the file that it came in.
  public let source: Digest
}
