import Testing

@testable import WorkshopCore

/// Names of municipalities in words that are told without their municipality.
struct PlaceMaskTests {
  private let mask = PlaceMask(["Den Haag", "Ede", "'s-Hertogenbosch"])

  @Test(arguments: [
    "Den Haag", "den haag", "DenHaag", "#denhaag", "denhaag", "Den-Haag", "Den-\nHaag", "DENHAAGS",
    "denhaag2026",
    "Ede", "edes", "#ede2", "'s-Hertogenbosch", "shertogenbosch", "s Hertogenbosch",
  ])
  func `a name is masked however it is written`(_ name: String) {
    let told = mask.told("wij van \(name) gaan door")
    #expect(told.replacing("#", with: "").replacing("'", with: "") == "wij van […] gaan door")
  }

  @Test(arguments: ["den Hagenaar", "goede vrede", "e de", "haag", "de den", "Hertogenbossche"])
  func `other words stay`(_ text: String) { #expect(mask.told(text) == text) }
}
