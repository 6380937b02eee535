import WorkshopCore

/// The words for everything that can be wrong with a session's files; facts are made elsewhere.
///
/// They stand with all others, in each language; commands speak English, a screen the language
/// of its room.
public struct StoreErrorWords: Sendable {
  private let lookUp: @Sendable (_ key: String, _ values: [String: String]) -> String

  /// Makes words of a table of them.
  ///
  /// - Parameter word: The word under a key with values in place of its `{name}`s.
  public init(_ word: @escaping @Sendable (_ key: String, _ values: [String: String]) -> String) {
    lookUp = word
  }

  // MARK: Whole errors

  /// The error as a command prints it: `file:line:column: what; remedy`.
  public func message(_ error: StoreError) -> String {
    var place = StoreErrorWords.visible(error.file)
    if let line = error.line, let column = error.column { place += ":\(line):\(column)" }
    return "\(place): \(what(error)); \(remedy(error))"
  }

  /// The error as a screen shows it: the file without its folder, and reasons in plain words.
  public func explanation(_ error: StoreError) -> String {
    // Which file of it fails to be there is no help to anybody while the whole folder is away.
    if case .cannotWrite(let failure) = error.fact, failure.isMissing,
      [".turn", ".lock"].contains(where: { error.fileName.hasSuffix($0) })
    {
      return word("store.folder-gone")
    }
    return "\(statement(error)); \(plain.remedy(error))"
  }

  /// What is so, as a screen shows it where what to do about it is not done there.
  public func statement(_ error: StoreError) -> String {
    var values = ["file": StoreErrorWords.visible(error.fileName)]
    if let line = error.line, let column = error.column {
      values["line"] = String(line)
      values["column"] = String(column)
    }
    let place = values["line"] == nil ? values["file"] ?? "" : word("store.place", values)
    return "\(place): \(plain.what(error))"
  }

  private var plain: StoreErrorWords {
    var plain = self
    plain.isPlain = true
    return plain
  }

  /// Tells whether it is for a screen: reasons of the system in plain words rather than in its own, and keys
  /// rather than commands.
  private var isPlain = false

  /// What is so.
  public func what(_ error: StoreError) -> String { what(error.fact) }

  /// What to do about it.
  public func remedy(_ error: StoreError) -> String {
    // The file holds notes as well, and must not be removed.
    if error.fact == .heldAfterErasing, error.place != nil {
      return word("store.remedy.held-in-list")
    }
    return remedy(error.fact)
  }

  // MARK: Facts

  private func what(_ fact: StoreError.Fact) -> String {
    switch fact {
    case .json(let fact): words(fact)
    case .content(let fault): words(fault)
    case .notAFile(let kind): word("store.not-a-file", ["kind": words(kind)])
    case .setAside(let name, let reason):
      word("store.set-aside", ["what": what(reason), "name": StoreErrorWords.visible(name)])
    case .lyingAside(let reason): word("store.lying-aside", ["what": what(reason)])
    case .newerFormat(let version): word("store.newer-format", ["version": String(version)])
    case .strangeName: word("store.strange-name")
    case .otherSession: word("store.other-session")
    case .kin(let document?): word("store.kin", ["document": "\(document.text).json"])
    case .kin: word("store.kin.unknown")
    case .unlisted: word("store.unlisted")
    case .mixedLists: word("store.mixed-lists")
    case .redundant: word("store.redundant")
    case .unclaimed: word("store.unclaimed")
    case .bystander: word("store.bystander")
    case .unreadableName: word("store.unreadable-name")
    case .unfinished: word("store.unfinished")
    case .replaced: word("store.replaced")
    case .notAFolder(let kind): word("store.not-a-folder", ["kind": words(kind)])
    case .notAPhotograph: word("store.not-a-photograph")
    case .contradicts: word("store.contradicts")
    case .checked(let fact): what(fact)
    case .heldAlone(let count): word("store.held-alone", ["count": String(count)])
    case .heldAfterErasing: word("store.held-after-erasing")
    case .heldInMember(let name):
      word("store.held-in-member", ["name": StoreErrorWords.quoted(name.text)])
    case .cameInUnread(let name):
      word("store.came-in-unread", ["name": StoreErrorWords.quoted(name.text)])
    case .returned(let count): word("store.returned", ["count": String(count)])
    case .onTheirWay(let count): word("store.on-their-way", ["count": String(count)])
    case .noProgramme: word("store.no-programme")
    case .unknownWriters(let notes): word("store.unknown-writers", ["count": String(notes)])
    case .noSession: word("store.no-session")
    case .notThere: word("store.not-there")
    case .exists: word("store.exists")
    case .unsuitableName: word("store.unsuitable-name")
    case .cannotRead(let failure): word("store.cannot-read", ["reason": words(failure)])
    case .cannotWrite(let failure): word("store.cannot-write", ["reason": words(failure)])
    case .cannotCreate(let failure): word("store.cannot-create", ["reason": words(failure)])
    case .busy(let seconds): word("store.busy", ["seconds": String(seconds)])
    case .restless: word("store.restless")
    case .tooLarge(let limit): word("store.too-large", ["megabytes": String(limit >> 20)])
    case .notRemembered(let fact): word("store.not-remembered", ["what": what(fact)])
    case .senselessMemory: word("store.senseless-memory")
    case .leftBehind: word("store.left-behind")
    case .senselessOutbox: word("store.senseless-outbox")
    case .withinSession: word("store.within-session")
    case .otherWorkshopThere: word("store.other-workshop-there")
    }
  }

  private func remedy(_ fact: StoreError.Fact) -> String {
    switch fact {
    case .json(let fact): remedy(fact)
    case .content: word("store.remedy.content")
    case .notAFile: word("store.remedy.not-a-file")
    case .setAside, .lyingAside: word("store.remedy.set-aside")
    case .newerFormat: word("store.remedy.newer-format")
    case .strangeName: word("store.remedy.strange-name")
    case .otherSession: word("store.remedy.other-session")
    case .kin(.some): word(isPlain ? "store.remedy.kin.screen" : "store.remedy.kin")
    case .kin: word("store.remedy.kin.unknown")
    case .unlisted: word("store.remedy.unlisted")
    case .mixedLists: word("store.remedy.mixed-lists")
    case .redundant: word("store.remedy.redundant")
    case .unclaimed: word("store.remedy.unclaimed")
    case .bystander: word("store.remedy.bystander")
    case .unreadableName: word("store.remedy.unreadable-name")
    case .unfinished: word("store.remedy.unfinished")
    case .replaced: word("store.remedy.replaced")
    case .notAFolder: word("store.remedy.not-a-folder")
    case .notAPhotograph: word("store.remedy.not-a-photograph")
    case .contradicts: word("store.remedy.contradicts")
    case .checked(let fact): remedy(fact)
    case .heldAlone: word("store.remedy.held-alone")
    case .heldAfterErasing: word("store.remedy.held-after-erasing")
    case .heldInMember: word("store.remedy.held-in-member")
    case .cameInUnread: word("store.remedy.came-in-unread")
    case .returned: word("store.remedy.returned")
    case .onTheirWay: word("store.remedy.on-their-way")
    case .noProgramme: word("store.remedy.no-programme")
    case .unknownWriters: word("store.remedy.unknown-writers")
    case .noSession: word("store.remedy.no-session")
    case .notThere: word("store.remedy.not-there")
    case .exists: word("store.remedy.exists")
    case .unsuitableName: word("store.remedy.unsuitable-name")
    case .cannotRead: word("store.remedy.cannot-read")
    case .cannotWrite, .cannotCreate: word("store.remedy.cannot-write")
    case .busy: word("store.remedy.busy")
    case .restless: word("store.remedy.restless")
    case .tooLarge: word("store.remedy.would-be-too-large")
    case .notRemembered(let fact): remedy(fact)
    case .senselessMemory: word("store.remedy.senseless-memory")
    case .leftBehind: word("store.remedy.left-behind")
    case .senselessOutbox: word("store.remedy.senseless-outbox")
    case .withinSession, .otherWorkshopThere: word("store.remedy.other-place")
    }
  }

  private func words(_ fact: JSONFault.Fact) -> String {
    switch fact {
    case .empty: word("store.json.empty")
    case .tooLarge(let limit): word("store.json.too-large", ["megabytes": String(limit >> 20)])
    case .zeros: word("store.json.zeros")
    case .byteOrderMark: word("store.json.byte-order-mark")
    case .otherEncoding(let name): word("store.json.other-encoding", ["name": name])
    case .invalidUTF8: word("store.json.invalid-utf8")
    case .nul: word("store.json.nul")
    case .tooDeep(let limit): word("store.json.too-deep", ["limit": String(limit)])
    case .duplicateName(let name):
      word("store.json.duplicate-name", ["name": StoreErrorWords.quoted(name.text)])
    case .unexpected(let scalar, let expected):
      word(
        "store.json.unexpected",
        [
          "expected": words(expected),
          "found": StoreErrorWords.quoted(String(Character(scalar))),
        ])
    case .unexpectedEnd(let expected):
      word("store.json.unexpected-end", ["expected": words(expected)])
    case .unterminatedText: word("store.json.unterminated")
    case .control(0x0A): word("store.json.line-break")
    case .control: word("store.json.control")
    case .badEscape: word("store.json.bad-escape")
    case .loneSurrogate: word("store.json.lone-surrogate")
    case .badNumber: word("store.json.bad-number")
    case .trailing: word("store.json.trailing")
    }
  }

  private func remedy(_ fact: JSONFault.Fact) -> String {
    switch fact {
    case .empty: word("store.remedy.empty")
    case .zeros: word("store.remedy.zeros")
    case .tooLarge: word("store.remedy.too-large")
    case .byteOrderMark: word("store.remedy.byte-order-mark")
    case .otherEncoding, .invalidUTF8: word("store.remedy.encoding")
    case .duplicateName: word("store.remedy.duplicate-name")
    case .control(0x0A): word("store.remedy.line-break")
    case .nul, .control: word("store.remedy.control")
    default: word("store.remedy.correct")
    }
  }

  private func words(_ expectation: JSONFault.Expectation) -> String {
    switch expectation {
    case .value: word("store.expected.value")
    case .name: word("store.expected.name")
    case .nameOrEnd: word("store.expected.name-or-end")
    case .colon: "“:”"
    case .commaOrBrace: word("store.expected.either", ["one": "“,”", "other": "“}”"])
    case .commaOrBracket: word("store.expected.either", ["one": "“,”", "other": "“]”"])
    case .end: word("store.expected.end")
    }
  }

  private func words(_ fault: DocumentFault) -> String {
    switch fault {
    case .missing(let name, _):
      return word("store.missing", ["name": StoreErrorWords.quoted(name.text)])
    case .expected(let expectation, let path):
      guard case .name(let name)? = path.last else {
        return word("store.expected", ["expected": words(expectation)])
      }
      return word(
        "store.must-be",
        ["name": StoreErrorWords.quoted(name.text), "expected": words(expectation)])
    }
  }

  private func words(_ expectation: DocumentFault.Expectation) -> String {
    switch expectation {
    case .object: word("store.expected.object")
    case .list: word("store.expected.list")
    case .text: word("store.expected.text")
    case .listOfTexts: word("store.expected.texts")
    case .identifier: word("store.expected.identifier")
    case .stamp: word("store.expected.stamp")
    case .time: word("store.expected.time")
    case .wholeNumber: word("store.expected.whole-number")
    case .shallowValue: word("store.expected.shallow")
    }
  }

  private func words(_ kind: FileStatus.Kind) -> String {
    switch kind {
    case .file: word("store.kind.file")
    case .folder: word("store.kind.folder")
    case .link: word("store.kind.link")
    case .fifo: word("store.kind.fifo")
    case .socket: word("store.kind.socket")
    case .device: word("store.kind.device")
    }
  }

  private func words(_ failure: SystemFailure) -> String {
    guard isPlain, let reason = failure.plainReason else { return failure.reason }
    return word(reason)
  }

  func word(_ key: String, _ values: [String: String] = [:]) -> String {
    lookUp(key, values)
  }

  // MARK: Texts from outside

  /// A text from outside with the characters replaced that would reach the terminal as commands.
  private static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      visible.append(scalar.isHarmless ? scalar : "\u{FFFD}")
    }
    return String(visible)
  }

  static func quoted(_ text: String) -> String {
    let limit = 60
    let isLong = text.unicodeScalars.count > limit
    let start = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit)))
    return "“\(visible(start))\(isLong ? "…" : "")”"
  }
}

extension Unicode.Scalar {
  /// Tells whether a terminal only shows it.
  fileprivate var isHarmless: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
    default: true
    }
  }
}
