import Glibc
import SessionStore
import Testing
import WorkshopCore

/// The words and the exit code of everything that can be wrong.
struct StoreErrorTests {
  private static let failure = SystemFailure(.write, code: ENOSPC)

  @Test(arguments: [
    (StoreError.Fact.json(.empty), Int32(65)), (.json(.tooLarge(limit: 256 << 20)), 65),
    (.json(.byteOrderMark), 65), (.json(.otherEncoding("UTF-16")), 65), (.json(.invalidUTF8), 65),
    (.json(.nul), 65), (.json(.tooDeep(limit: 64)), 65), (.json(.duplicateName("a")), 65),
    (.json(.unexpected("x", expected: .colon)), 65),
    (.json(.unexpectedEnd(expected: .value)), 65), (.json(.unterminatedText), 65),
    (.json(.control(0x0A)), 65), (.json(.control(0x07)), 65), (.json(.badEscape), 65),
    (.json(.loneSurrogate), 65), (.json(.badNumber), 65), (.json(.trailing), 65),
    (.content(.expected(.stamp, at: [.name("stamp")])), 65), (.content(.missing("id", at: [])), 65),
    (.notAFile(.fifo), 65), (.strangeName, 65), (.noSession, 66), (.cannotRead(failure), 66),
    (.exists, 73), (.cannotCreate(failure), 73), (.cannotWrite(failure), 74), (.newerFormat(2), 74),
    (.busy(seconds: 10), 75), (.restless, 75), (.unsuitableName, 64),
  ])
  func everyFactHasWordsARemedyAndAnExitCode(fact: StoreError.Fact, code: Int32) {
    let error = StoreError(file: "s/a.json", place: TextPlace(line: 3, column: 7), fact: fact)
    #expect(error.category.rawValue == code)
    #expect(error.message == "s/a.json:3:7: \(error.what); \(error.remedy)")
    #expect(error.what.count > 5 && error.remedy.count > 10)
    #expect(!error.message.contains("\n"))
  }

  @Test func theReasonIsTheSystems() {
    let error = StoreError(file: "s/a.json", fact: .cannotWrite(Self.failure))
    #expect(error.message.hasPrefix("s/a.json: cannot be written: No space left on device; "))
  }

  @Test func whatComesFromOutsideSendsTheTerminalNothing() {
    let name = FieldName("a\u{1B}[2J\u{202E}" + String(repeating: "x", count: 100))
    let error = StoreError(file: "s/\u{1B}]0;x\u{7}.json", fact: .json(.duplicateName(name)))
    #expect(error.message.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" })
    #expect(error.what.count < 100)
  }
}
