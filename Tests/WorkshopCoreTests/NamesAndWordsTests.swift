import TestSupport
import Testing

@testable import WorkshopCore

/// Names that are or look like words, by what stands beside them.
struct NamesAndWordsTests {
  private func masked(_ text: String, _ names: String...) -> String {
    NameMask(KnownNames(of: names)).masked(text)?.text ?? text
  }

  @Test(arguments: [
    "hans maarten marten lotte lars mette bob rik koen jack tony kim bente guler",
    "hoekstra scholten evers weber hofman steenbergen noordhof bruggeman veldman faber hoeks damen maassen",
  ])
  func `names that many people have are no words`(_ names: String) {
    for name in names.split(separator: " ").map(String.init) {
      #expect(!CommonWords.contains(name), "\(name)")
      #expect(masked("bel \(name) eerst", "\(name.capitalized) Zomer") == "bel […] eerst")
    }
    for word in ["roos", "wit", "bloem", "sterk", "boer", "elke", "max", "wil", "ben"] {
      #expect(CommonWords.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    "tante roos past op", "mevrouw roos belt", "juf roos", "app @roos of", "#roos",
    "Wits idee werkte",
    "R wit belt", "r wit belt", "buurvrouw wit", "collega wit", "roos abla", "roos w. belt",
  ])
  func `what may be a name by what stands beside it is doubtful`(_ text: String) {
    let finder = NameFinder([NameUnits("Roos Wit")])
    let found = finder.names(in: text)
    #expect(found.map(\.certainty) == [.doubtful], "\(text)")
  }

  @Test(arguments: ["de roos bloeit", "als u wit draagt", "een wit vel", "optie a roos", "wit w"])
  func `other words beside a letter stay words`(_ text: String) {
    let finder = NameFinder([NameUnits("Roos Wit")])
    #expect(finder.names(in: text).allSatisfy { $0.certainty == .word }, "\(text)")
  }

  @Test(arguments: ["Mehmet'in", "Mehmet’e", "Mehmet'ten", "Ewy’m"])
  func `a name stands before an apostrophe and an ending`(_ text: String) {
    #expect(masked("vraag \(text) plan", "Mehmet Yıldız", "Ewy Nowak").hasPrefix("vraag […]"))
  }

  @Test(arguments: [
    ("Jan de Boer", "JdB"), ("Fatima El Khatib", "FeK"), ("Anja van den Berg", "AvdB"),
  ])
  func `initials as one word are found after somebody withdrew as before`(
    _ name: String, _ initials: String
  ) throws {
    let hash = KeyedHash(try #require(RecordID("00112233-4455-6677-8899-aabbccddeeff")).uuid)
    var names = VeiledNames()
    names.add(VeiledName(NameUnits(name), hash), hash)
    for finder in [NameFinder([NameUnits(name)]), NameFinder([], [names])] {
      #expect(finder.names(in: "vraag \(initials) erbij").map(\.certainty) == [.doubtful])
    }
  }
}
