import RedressSigning
import Testing

@Suite struct NamespaceTests {
  @Test func isTheOneThatCommandsState() { #expect(OfferNamespace.name == "offer@redress") }
}
