import Redress
import RedressFiles

/// A decision that the right people have signed, each with a key that was theirs on the offer date. Only
/// ``OfferCheck`` makes one, from the exact bytes that were signed.
public struct SignedOffer: Sendable {
  /// Who signed, and with which key.
  public struct Signature: Hashable, Sendable {
    /// The signer with the post that they signed in.
    public let signer: Authorised.Signer
    /// The key that the signature was made with.
    public let key: SSHPublicKey
  }

  /// The record that was signed.
  public let record: OfferRecord
  /// What is decided, and who stands for it.
  public let authorised: Authorised
  /// In the order of the signature files.
  public let signatures: [Signature]

  init(_ record: OfferRecord, authorised: Authorised, signatures: [Signature]) {
    self.record = record
    self.authorised = authorised
    self.signatures = signatures
  }
}
