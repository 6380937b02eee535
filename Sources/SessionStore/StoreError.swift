public import WorkshopCore

/// What the store cannot do: the file, the place in it and the fact.
///
/// The words are made in `StoreErrorWords.swift` and nowhere else.
public struct StoreError: Error, Hashable, Sendable {
  /// The path of the file or folder it is about.
  public let file: String
  /// The place in the file, if it is about one.
  public let place: TextPlace?
  /// What is so.
  public let fact: Fact

  /// What is so.
  public indirect enum Fact: Hashable, Sendable {
    /// The file is not JSON as this program reads it.
    case json(JSONFault.Fact)
    /// The file is JSON, but not a document of a session.
    case content(DocumentFault)
    /// Something else has the name of the file.
    case notAFile(FileStatus.Kind)
    /// It could not be read for this reason, and got this name when somebody wrote in its place.
    case setAside(String, Fact)
    /// It lies aside since it cannot be read for this reason.
    case lyingAside(Fact)
    /// A newer version of the program wrote it, in this format; it is only read.
    case newerFormat(Int)
    /// A file that ends in `.json` has a name no document has, and is not read.
    case strangeName
    /// It comes from another session, and is left alone.
    case otherSession
    /// It is of this session, but its name does not say of which document, so that it is not taken in by
    /// itself; its content may tell of which.
    case kin(DocumentName?)
    /// It is of this session, and its notes are of a group for which the session has no document, or none
    /// yet, so that it is not taken in by itself.
    case unlisted
    /// It is of this session, and has lists of the programme and notes together, so that it is of no one document.
    case mixedLists
    /// It is of this session, and everything it says is in the documents.
    case redundant
    /// It was typed by hand and does not say of which workshop it is; it is read.
    case unclaimed
    /// It is no file of a session, and nobody looks into it.
    case bystander
    /// Its name is not UTF-8, so that nothing can be opened by it; what cannot be read is a replacement
    /// character in the path here.
    case unreadableName
    /// A program that was killed while it made this session left it beside the session's place.
    case unfinished
    /// Another session has come in the place of the one that was opened; nothing is written there.
    case replaced
    /// Something else has the name of a folder of the session.
    case notAFolder(FileStatus.Kind)
    /// What is in it is neither a photograph nor a scan.
    case notAPhotograph
    /// A copy says something else than the document where only one can be kept, and is left alone.
    case contradicts
    /// It can be read, and `check` found this in it.
    case checked(CheckFact)
    /// Words stand in it that stand in none of the documents yet: so many records.
    case heldAlone(records: Int)
    /// Words of somebody who took them back stand in it.
    case heldAfterErasing
    /// Words of somebody who took them back stand in this member, which nothing reads; it is not taken in.
    case heldInMember(FieldName)
    /// This member came in with another copy, and nothing reads it.
    case cameInUnread(FieldName)
    /// So many records that were taken back stand in the document's file again, as in an old one.
    case returned(records: Int)
    /// So many records are on their way from this machine to the session, and not in its files.
    case onTheirWay(records: Int)
    /// The document of the programme and the people is not there, while others are.
    case noProgramme
    /// So many notes in it have writers whom the list does not know.
    case unknownWriters(notes: Int)
    /// There is no such session.
    case noSession
    /// There is neither a session nor a file of that name.
    case notThere
    /// A session, or something else, has that name.
    case exists
    /// The text cannot name a session.
    case unsuitableName
    /// Reading failed.
    case cannotRead(SystemFailure)
    /// Writing failed.
    case cannotWrite(SystemFailure)
    /// A folder could not be made.
    case cannotCreate(SystemFailure)
    /// Another program kept the lock for this many seconds.
    case busy(seconds: Int)
    /// Another program changed the file each time it was about to be written.
    case restless
    /// It would be larger than this many bytes, and could not be read again; nothing was written.
    case tooLarge(limit: Int)
    /// This machine cannot remember, for this reason, what is typed and what is on its way.
    case notRemembered(Fact)
    /// What this machine remembers of a screen is not all of it such a thing; the rest is left out.
    case senselessMemory
    /// Another workshop was in the folder, and this is what was half typed there.
    case leftBehind
    /// What was on its way to a session cannot be read, or not all of it; it stays where it is.
    case senselessOutbox
    /// A copy would lie within the session that it is a copy of.
    case withinSession
    /// Another workshop lies where a copy is to be made.
    case otherWorkshopThere
  }

  /// What the fact means to who called the program; the number is the exit code (sysexits.h).
  public enum Category: Int32, Hashable, Sendable {
    case usage = 64
    case damaged = 65
    case missing = 66
    case cannotCreate = 73
    case cannotWrite = 74
    case busy = 75
  }

  /// Makes an error.
  public init(file: String, place: TextPlace? = nil, fact: Fact) {
    self.file = file
    self.place = place
    self.fact = fact
  }

  /// The name of the file or folder, without the folders it is in.
  public var fileName: String {
    // By bytes: a combining mark behind a slash would be one character with it.
    file.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? file
  }
  /// The line, from 1.
  public var line: Int? { place?.line }
  /// The column, from 1, in Unicode scalars.
  public var column: Int? { place?.column }

  /// Tells whether nothing is wrong: a person may want to know it, and no more.
  public var isNotice: Bool {
    switch fact {
    case .redundant, .unclaimed, .bystander, .unfinished, .leftBehind, .cameInUnread: true
    case .checked(let fact): fact.isRemark
    default: false
    }
  }

  /// Tells whether it is about a file of this session that can be taken in by hand.
  public var isKin: Bool {
    switch fact {
    case .kin, .unlisted, .mixedLists: true
    default: false
    }
  }

  /// The category.
  public var category: Category {
    switch fact {
    case .json, .content, .notAFile, .setAside, .lyingAside, .strangeName, .otherSession,
      .contradicts, .kin, .unlisted, .mixedLists, .redundant, .unclaimed, .bystander,
      .unreadableName,
      .unfinished,
      .notAFolder, .notAPhotograph, .checked, .senselessMemory, .senselessOutbox, .heldAlone,
      .leftBehind, .heldAfterErasing, .heldInMember, .cameInUnread, .returned, .onTheirWay,
      .noProgramme, .unknownWriters:
      .damaged
    case .notRemembered(let fact): StoreError(file: file, fact: fact).category
    case .noSession, .notThere, .cannotRead: .missing
    case .exists, .cannotCreate, .otherWorkshopThere: .cannotCreate
    case .unsuitableName, .withinSession: .usage
    case .cannotWrite, .newerFormat, .replaced, .tooLarge: .cannotWrite
    case .busy, .restless: .busy
    }
  }
}
