import Testing

@testable import WorkshopCore

/// Addresses that are spelled out, and numbers without a 0 at the beginning.
struct ContactFinderTests {
  private func masked(_ text: String) -> String {
    NameMask(KnownNames(of: [])).masked(text)?.text ?? text
  }

  @Test(arguments: [
    "m.yildiz at buurtteam.nl", "info apestaartje buurtteam.nl", "info apenstaart buurtteam.nl",
    "M.Yildiz AT Buurtteam.NL", "m punt yildiz at buurtteam punt nl", "info (a) buurtteam.nl",
    "m [dot] yildiz [at] buurtteam [dot] nl", "info [apestaartje] buurtteam (punt) nl",
    "m punt el punt yildiz apestaart wijk-team dot nl", "info ( at ) buurtteam.nl",
  ])
  func `an address that is spelled out is masked whole`(_ address: String) {
    #expect(masked("mail \(address)") == "mail […]")
    #expect(masked("mail \(address), of kom") == "mail […], of kom")
  }

  @Test(arguments: [
    "zij at brood. Daarna soep.", "wat hij at, was soep", "at the end of the day",
    "kijk op buurtteam.nl",
    "dat punt at ik niet", "het is een punt", "we meet at noon", "plat at punt",
  ])
  func `what is no address stays`(_ text: String) { #expect(masked(text) == text) }

  @Test(arguments: [
    "tel 12345678", "tel. 123 45 67", "tel.nr.: 1234567", "Tel: 123-4567", "bel me op 612345678",
    "mijn nummer is 12 34 56 78", "Telefoon 123456", "WhatsApp 1234 5678", "06: 12345678",
    "tel12345678", "BSN: 123 456 782", "burgerservicenummer 1234 56 782", "bsn 123-456-782",
    "(12345678)", "12345678", "612345678", "123456789", "mobiel (12345678)",
    "٠٦ ١٢٣٤٥٦٧٨",
  ])
  func `a number without a 0 is masked near a word for calling, or where it is as long as one`(
    _ text: String
  ) {
    let told = masked("zie \(text) of kom")
    #expect(
      told.contains("[…]") && !told.contains { $0.isNumber && $0 != "0" && $0 != "6" }, "\(told)")
  }

  @Test(arguments: [
    "in 20260124 en 24012026", "nummer 12345", "bel voor 24-01-2026", "bel op 24 01 2026",
    "bel voor 01-12-26", "app 2025/2026", "bel 100.000 mensen", "bel om 10.30-12.00",
    "bel 09.30 10.45 11.00", "nr. 1012 AB", "IMG_12345678", "12345678.jpg", "1234567",
    "€ 1.234.567",
    "1234567890", "12 345 678", "12345678AB", "bel 112",
    "bel ons. We kwamen met veel te veel: 123456",
  ])
  func `a date, a time, years, how much and codes stay`(_ text: String) {
    #expect(masked(text) == text)
  }
}
