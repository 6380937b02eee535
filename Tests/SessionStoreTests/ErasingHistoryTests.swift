import TestSupport
import Testing

/// Whatever happens where, and in whatever order copies meet: who withdrew is gone from all of them.
struct ErasingHistoryTests {
  @Test(arguments: 0..<48 as Range<UInt64>)
  func `once all have met, no byte of who withdrew is anywhere, and copies are alike`(
    seed: UInt64
  ) throws {
    var history = try ErasingHistory(seed: seed)
    try history.begin()
    // There is something to be found in every kind of place.
    let places = Set(try history.leaks().map(ErasingHistory.kind(of:)))
    #expect(places == ["document", "photograph", "outbox", "memory"], "seed \(seed)")
    for _ in 0..<30 { try history.act() }
    if !history.hasErased { try history.erase(on: Int(seed % 3)) }
    try history.meetAll()
    #expect(try history.leaks() == [], "seed \(seed)")
    let files = try (0..<3).map(history.files(of:))
    for copy in files.dropFirst() {
      #expect(Set(copy.keys) == Set(files[0].keys), "seed \(seed)")
      for (name, bytes) in files[0] { #expect(copy[name] == bytes, "\(name), seed \(seed)") }
    }
    #expect(try history.missing() == [], "seed \(seed)")
    // Whatever a copy called them, also one on which nobody knew that they withdrew.
    for copy in 0..<3 { #expect(try history.names(toldBy: copy).told == [], "seed \(seed)") }
  }
}
