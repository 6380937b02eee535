import WorkshopCore

// The words for everything that can be wrong with a session's files. Facts are made elsewhere.

extension StoreError {
  /// The error as a command prints it: `file:line:column: what; remedy`.
  public var message: String {
    var place = StoreError.visible(file)
    if let line, let column { place += ":\(line):\(column)" }
    return "\(place): \(what); \(remedy)"
  }

  /// What is so.
  public var what: String {
    switch fact {
    case .json(let fact): fact.words
    case .content(let fault): fault.words
    case .notAFile(let kind): "expected a file, found \(kind.words)"
    case .newerFormat(let version):
      "written by a newer version of werkplaats (format \(version)), opens for reading only"
    case .strangeName: "not a name that werkplaats gives to a file of a session, so it is not read"
    case .otherSession: "comes from another workshop, so it is not taken in"
    case .contradicts:
      "says something else than the file it is a copy of, where only one of the two can stand"
    case .noSession: "no session here"
    case .exists: "exists already"
    case .unsuitableName: "cannot be the name of a session"
    case .cannotRead(let failure): "cannot be read: \(failure.reason)"
    case .cannotWrite(let failure): "cannot be written: \(failure.reason)"
    case .cannotCreate(let failure): "cannot be made: \(failure.reason)"
    case .busy(let seconds): "another program has kept the session locked for \(seconds) seconds"
    case .restless: "another program keeps changing the file"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch fact {
    case .json(let fact): fact.remedy
    case .content: "correct the value at this place, or put back a copy of the file"
    case .notAFile: "move it out of the way and put the file in its place"
    case .newerFormat: "update werkplaats on this computer to write in it"
    case .strangeName:
      "use lower-case letters, digits and single hyphens, or move the file elsewhere"
    case .otherSession: "check where it belongs, and move it there"
    case .contradicts: "compare the two, and remove this one when nothing in it is missed"
    case .noSession: "check the name, or make the session with `werkplaats new`"
    case .exists: "choose another name, or open it with `werkplaats open`"
    case .unsuitableName: "use a name without a dot at its start, or a path with a slash in it"
    case .cannotRead: "check that the file can be read and that the disk is in order"
    case .cannotWrite, .cannotCreate:
      "check that the folder can be written in and that the disk is neither full nor read-only"
    case .busy: "try again, or end the program that is writing in it"
    case .restless: "close other programs that have the file open and try again"
    }
  }

  /// A text from outside with the characters replaced that would reach the terminal as commands.
  private static func visible(_ text: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      visible.append(scalar.isHarmless ? scalar : "\u{FFFD}")
    }
    return String(visible)
  }

  fileprivate static func quoted(_ text: String) -> String {
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

extension JSONFault.Fact {
  fileprivate var words: String {
    switch self {
    case .empty: "the file is empty"
    case .tooLarge(let limit): "the file is larger than \(limit >> 20) MB"
    case .byteOrderMark: "the file begins with a byte order mark"
    case .otherEncoding(let name): "the file is in \(name), not in UTF-8"
    case .invalidUTF8: "this byte is not UTF-8"
    case .nul: "a NUL byte stands here"
    case .tooDeep(let limit): "more than \(limit) lists and objects stand in one another"
    case .duplicateName(let name): "the name \(StoreError.quoted(name.text)) stands twice here"
    case .unexpected(let scalar, let expected):
      "expected \(expected.words), found \(StoreError.quoted(String(Character(scalar))))"
    case .unexpectedEnd(let expected): "the file ends where \(expected.words) must come"
    case .unterminatedText: "the text that begins here has no closing quotation mark"
    case .control(let byte):
      byte == 0x0A ? "a text goes over the end of the line" : "a control character stands in a text"
    case .badEscape: "this backslash begins nothing that JSON knows"
    case .loneSurrogate: "half of a character stands here (a lone surrogate)"
    case .badNumber: "this is not a number as JSON writes it"
    case .trailing: "more text comes after the end of the document"
    }
  }

  fileprivate var remedy: String {
    switch self {
    case .empty: "put back a copy of the file, or remove it if nothing was in it"
    case .tooLarge: "put back a copy of the file; no session grows this large"
    case .byteOrderMark: "save the file as UTF-8 without a byte order mark"
    case .otherEncoding, .invalidUTF8: "save the file as UTF-8"
    case .duplicateName: "remove or rename one of the two"
    case .control(0x0A): "close the text, or write the line break as \\n"
    case .nul, .control: "remove it, or write it as an escape"
    default: "correct the file at this place, or put back a copy of it"
    }
  }
}

extension JSONFault.Expectation {
  fileprivate var words: String {
    switch self {
    case .value: "a value"
    case .name: "a name in quotation marks"
    case .nameOrEnd: "a name in quotation marks or “}”"
    case .colon: "“:”"
    case .commaOrBrace: "“,” or “}”"
    case .commaOrBracket: "“,” or “]”"
    case .end: "the end"
    }
  }
}

extension DocumentFault {
  fileprivate var words: String {
    switch self {
    case .expected(let expectation, let path):
      if case .name(let name)? = path.last {
        "\(StoreError.quoted(name.text)) must be \(expectation.words)"
      } else {
        "expected \(expectation.words)"
      }
    case .missing(let name, _): "\(StoreError.quoted(name.text)) is missing here"
    }
  }
}

extension DocumentFault.Expectation {
  fileprivate var words: String {
    switch self {
    case .object: "an object in braces"
    case .list: "a list in brackets"
    case .text: "a text"
    case .listOfTexts: "a list of texts"
    case .identifier: "a UUID"
    case .stamp: "a stamp of the form milliseconds.counter.run"
    case .time: "a time as RFC 3339 writes it, with its offset"
    case .wholeNumber: "a whole number above zero"
    case .shallowValue: "a value that is nested less deeply"
    }
  }
}

extension FileStatus.Kind {
  fileprivate var words: String {
    switch self {
    case .file: "a file"
    case .folder: "a folder"
    case .link: "a symbolic link"
    case .fifo: "a FIFO"
    case .socket: "a socket"
    case .device: "a device"
    }
  }
}
