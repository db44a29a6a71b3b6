import Testing

@testable import RedressRegister

/// The sample goes through the whole life of an offer.
@Suite struct SampleRegisterTests {
  @Test func anOfferIsPaidAndClosed() throws {
    let sample = try SampleRegister()
    let (register, pricer) = (try sample.open(), try SampleRegister.pricer())
    let number = try SampleRegister.offer("PHG-1", in: register, pricer: pricer)
    let life = try #require(try register.read { try $0.life(of: number) })
    #expect(life.state == .closed)
    #expect("\(life.paid) \(life.credited) \(life.sums.gross)" == "£127.00 £95.00 £222.00")
  }
}
