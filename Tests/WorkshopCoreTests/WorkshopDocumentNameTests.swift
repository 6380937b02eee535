import Foundation
import Testing
import WorkshopCore

/// Names of municipalities as names of files.
struct WorkshopDocumentNameTests {
  @Test(arguments: [
    ("Den Haag", "den-haag"), ("  Den   Haag! ", "den-haag"),
    ("’s-Hertogenbosch", "s-hertogenbosch"),
    ("Súdwest-Fryslân", "sudwest-fryslan"), ("ＤＥＮ ＨＡＡＧ", "den-haag"),
    ("../../etc/passwd", "etc-passwd"), ("C:\\x", "c-x"), ("a\u{0}b\nc", "a-b-c"),
    ("session", "session-municipality"), ("Plenary", "plenary-municipality"),
    ("Wijk 7", "wijk-7"), ("Åland", "aland"), ("..", "m-"), ("/", "m-"),
    ("Nul", "nul-municipality"),
    ("COM1", "com1-municipality"), ("Lpt 1", "lpt-1"), ("Contra", "contra"),
  ])
  func `a name becomes a safe name of a file`(name: String, file: String) {
    let text = DocumentName(municipality: name).text
    #expect(file == "m-" ? text.hasPrefix(file) : text == file)
  }

  @Test(arguments: [
    "Den Haag", "الرباط", "İstanbul", "ΑΘΗΝΑ", "서울", "Straße", "Đà Nẵng", "नई दिल्ली", "🙂", "---", "ﬁ",
    String(repeating: "héél láng ", count: 40),
  ])
  func `the name of a file names itself`(name: String) throws {
    let document = DocumentName(municipality: name)
    #expect(!document.text.isEmpty)
    #expect(document.text.utf8.count <= 84)
    #expect(!document.text.contains("/"))
    #expect(DocumentName(document.text) == document)
    #expect(DocumentName(municipality: document.text) == document)
  }

  @Test(arguments: ["Súdwest", "서울", "Đà Nẵng", "Ǻ"])
  func `one name typed on two systems makes one file`(name: String) {
    let composed = DocumentName(municipality: name.precomposedStringWithCanonicalMapping)
    let decomposed = DocumentName(municipality: name.decomposedStringWithCanonicalMapping)
    #expect(composed.text.hasSameBytes(as: decomposed.text))
  }

  @Test(arguments: ["", "Den Haag", "den--haag", "-x", "x-", "a/b", "..", "x.json", "é"])
  func `a file of another form is not one of ours`(text: String) {
    #expect(DocumentName(text) == nil)
  }

  @Test func `the session holds no notes`() {
    #expect(!DocumentName.session.holdsNotes)
    #expect(DocumentName.plenary.holdsNotes)
    #expect(DocumentName(municipality: "session").holdsNotes)
  }
}
