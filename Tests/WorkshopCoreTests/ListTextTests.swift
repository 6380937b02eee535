import Testing
import WorkshopCore

/// What the bytes of a list are taken for.
struct ListTextTests {
  private func encoding(_ bytes: [UInt8]) throws -> ListEncoding { try ListText(bytes).encoding }

  @Test func `a mark says what the bytes are, and is no part of the text`() throws {
    #expect(try ListText([0xEF, 0xBB, 0xBF, 0x61]).text == "a")
    #expect(try ListText([0xFF, 0xFE, 0x61, 0x00]).text == "a")
    #expect(try ListText([0xFE, 0xFF, 0x00, 0x61]).text == "a")
  }

  @Test(arguments: [
    (ListEncoding.windows1252, [UInt8]([0x5A, 0x6F, 0xEB, 0x0A]), "Zoë\n"),
    (.macRoman, [0x5A, 0x6F, 0x91, 0x0A], "Zoë\n"),
    (.codePage850, [0x5A, 0x6F, 0x89, 0x0A], "Zoë\n"),
    (.windows1252, [0x44, 0x9E, 0x65, 0x6D, 0x61, 0x6C], "Džemal"),
    (.windows1252, [0x93, 0x6A, 0x61, 0x94, 0x3B, 0x80], "“ja”;€"),
    (.macRoman, [0x63, 0x6F, 0x9A, 0x72, 0x64], "coörd"),
    (.windows1254, [0x59, 0xFD, 0x6C, 0x64, 0xFD, 0x7A], "Yıldız"),
    (.macRoman, [0x66, 0x6F, 0x74, 0x6F, 0xD5, 0x73], "foto’s"),
  ])
  func `bytes that are not UTF-8 are told apart by plausible letters`(
    encoding: ListEncoding, bytes: [UInt8], text: String
  ) throws {
    let read = try ListText(bytes)
    #expect(read.encoding == encoding)
    #expect(read.text == text)
    #expect(read.isGuess)
  }

  @Test func `two bytes a letter are seen without a mark, too`() throws {
    let text = "naam;functie\r\nRenée;coach\r\n"
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(try ListText(little).text == text)
    #expect(try ListText(big).text == text)
    #expect(try encoding(little) == .utf16LittleEndian)
    #expect(try encoding(big) == .utf16BigEndian)
  }

  @Test(
    arguments: [
      ([0x50, 0x4B, 0x03, 0x04, 0x14], ListFault(line: 1, column: 1, fact: .workbook)),
      ([0x61, 0x0A, 0x62, 0x00], ListFault(line: 2, column: 2, fact: .zero)),
      ([0xFF, 0xFE, 0x61], ListFault(line: 1, column: 1, fact: .otherEncoding)),
      ([0xFF, 0xFE, 0x00, 0xD8], ListFault(line: 1, column: 1, fact: .otherEncoding)),
      ([0xE9, 0x00], ListFault(line: 1, column: 2, fact: .zero)),
    ] as [([UInt8], ListFault)])
  func `what is no text is told`(bytes: [UInt8], fault: ListFault) {
    #expect(throws: fault) { try ListText(bytes) }
  }

  @Test func `UTF-8 is never taken for anything else`() throws {
    let text = "naam\nÉÈ “Zoë” Yıldız 🙂 Āļģ\n"
    let read = try ListText(Array(text.utf8))
    #expect(read.text.utf8.elementsEqual(text.utf8))
    #expect(read.encoding == .utf8 && !read.isGuess)
  }
}
