/// The namespace of every signature on an offer, so that a signature made for something else is never taken for one.
public enum OfferNamespace {
  /// As OpenSSH is told it: `ssh-keygen -Y verify -n offer@redress`.
  public static let name = "offer@redress"
}
