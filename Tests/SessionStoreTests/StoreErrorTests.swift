import Glibc
import SessionStore
import Testing
import WorkshopContent
import WorkshopCore

/// The words and the exit code of everything that can be wrong.
struct StoreErrorTests {
  private static let failure = SystemFailure(.write, code: ENOSPC)

  @Test(arguments: [
    (StoreError.Fact.json(.empty), Int32(65)), (.json(.tooLarge(limit: 256 << 20)), 65),
    (.json(.zeros), 65), (.json(.byteOrderMark), 65), (.json(.otherEncoding("UTF-16")), 65),
    (.json(.invalidUTF8), 65),
    (.json(.nul), 65), (.json(.tooDeep(limit: 64)), 65), (.json(.duplicateName("a")), 65),
    (.json(.unexpected("x", expected: .colon)), 65),
    (.json(.unexpectedEnd(expected: .value)), 65), (.json(.unterminatedText), 65),
    (.json(.control(0x0A)), 65), (.json(.control(0x07)), 65), (.json(.badEscape), 65),
    (.json(.loneSurrogate), 65), (.json(.badNumber), 65), (.json(.trailing), 65),
    (.content(.expected(.stamp, at: [.name("stamp")])), 65), (.content(.missing("id", at: [])), 65),
    (.notAFile(.fifo), 65), (.strangeName, 65), (.setAside("a.damaged-1.json", .json(.empty)), 65),
    (.lyingAside(.json(.empty)), 65), (.noSession, 66), (.cannotRead(failure), 66),
    (.exists, 73), (.cannotCreate(failure), 73), (.cannotWrite(failure), 74), (.newerFormat(2), 74),
    (.unlisted, 65), (.mixedLists, 65), (.unreadableName, 65), (.unfinished, 65),
    (.busy(seconds: 10), 75),
    (.restless, 75), (.unsuitableName, 64), (.noProgramme, 65),
    (.unknownWriters(notes: 2), 65),
    (.heldAlone(records: 2), 65), (.heldAfterErasing, 65), (.returned(records: 2), 65),
    (.heldInMember("Notes"), 65), (.cameInUnread("Notes"), 65),
    (.onTheirWay(records: 2), 65),
    (.notThere, 66), (.checked(.notRead("notes")), 65), (.kin(.session), 65),
  ])
  func everyFactHasWordsARemedyAndAnExitCode(fact: StoreError.Fact, code: Int32) throws {
    let error = StoreError(file: "s/a.json", place: TextPlace(line: 3, column: 7), fact: fact)
    #expect(error.category.rawValue == code)
    #expect(error.message == "s/a.json:3:7: \(error.what); \(error.remedy)")
    #expect(error.what.count > 5 && error.remedy.count > 10)
    #expect(!error.message.contains("\n"))
    for language in Language.allCases {
      let words = try StoreErrorWords(Content.load(language))
      for text in [words.message(error), words.explanation(error)] {
        #expect(!text.contains("⟨") && !text.contains("{"), "\(text)")
      }
      #expect(!words.explanation(error).contains("s/a.json"))
    }
    let dutch = try StoreErrorWords(Content.load(.dutch))
    #expect(dutch.what(error) != error.what && dutch.remedy(error) != error.remedy)
  }

  @Test(arguments: [ENOSPC, EROFS, EACCES, EIO, ENOENT])
  func aScreenHasThePlainReasonInItsLanguage(code: Int32) throws {
    let error = StoreError(
      file: "/x/s/a.json", fact: .cannotWrite(SystemFailure(.write, code: code)))
    let words = try StoreErrorWords(Content.load(.dutch)).explanation(error)
    #expect(words.hasPrefix("a.json: kan niet geschreven worden: "))
    #expect(!words.contains(SystemFailure(.write, code: code).reason))
  }

  @Test func aFolderThatIsGoneIsToldAsThatAndNotAsItsLock() throws {
    let error = StoreError(
      file: "/media/stick/s/.turn", fact: .cannotWrite(SystemFailure(.open, code: ENOENT)))
    let words = try StoreErrorWords(Content.load(.dutch)).explanation(error)
    #expect(words.hasPrefix("De map van de werkplaats is er niet"))
    #expect(!words.contains(".turn") && words.contains("stick"))
  }

  @Test func aScreenNamesKeysAndACommandNamesCommands() throws {
    let error = StoreError(file: "s/a (x).json", fact: .kin(.session))
    let words = try StoreErrorWords(Content.load(.dutch))
    #expect(words.message(error).contains("werkplaats merge"))
    #expect(!words.explanation(error).contains("werkplaats merge"))
    #expect(words.explanation(error).hasSuffix("t neemt het op"))
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

extension StoreErrorWords {
  /// The words of a language's content.
  init(_ content: Content) { self.init { content.word($0, $1) } }
}

// The words of commands, which are English.
extension StoreError {
  private var words: StoreErrorWords {
    StoreErrorWords { key, values in
      (try? Content.load(.english))?.word(key, values) ?? key
    }
  }

  var message: String { words.message(self) }
  var what: String { words.what(self) }
  var remedy: String { words.remedy(self) }
}
