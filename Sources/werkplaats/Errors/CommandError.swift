import SessionStore
import WorkshopCore

/// What a command cannot do, as facts; the words are in `ErrorWords.swift`.
enum CommandError: Error {
  case unknownMunicipality(String, known: [String])
  case unknownGroup(String, municipalities: [String])
  case unknownActivity(String)
  case noActivity
  /// A note has neither a municipality nor a group.
  case noHome
  /// A note has both, and they are not the same.
  case groupElsewhere(String, municipality: String)
  /// The programme lacks an activity, and outside the programme there are no notes of it.
  case notInProgramme(ActivityKind, known: [ActivityKind])
  case unknownPlace(String, ActivityKind)
  case unknownParticipant(String)
  case severalParticipants(String, [String])
  case severalMunicipalities(String, [String])
  case unknownNote(String)
  case mentionsUndecided(Int, certain: Int)
  case unknownNameWord(String)
  /// Nothing in a record names somebody who withdrew.
  case notNamed(String)
  case emptyName
  case notAField(String)
  case ownField(String)
  case emptyText
  case emptyMunicipality
  case sameMunicipality(String, String)
  case argumentNotUTF8(Int)
  case notUTF8(source: String, line: Int, column: Int)
  case textTooLong
  case lineTooLong(source: String, line: Int)
  case nameTooLong(String)
  case fileTooLarge(file: String, limit: Int)
  /// What is wrong in a list, in its order, and what is said of it besides.
  case inList(file: String, [ListFault], notices: [String] = [])
  /// What is wrong with a row of a list of notes.
  indirect case inRow(file: String, line: Int, column: Int, CommandError)
  case several([CommandError])
  case note(NoteFault)
  case unknownWord(String, option: String, known: [String])
  case addsElsewhere(ActivityKind)
  case findings([StoreError])
  case withinSession(file: String, session: String)
  case throughLink(file: String, link: String)
  case cannotRead(file: String, reason: String)
  case cannotWrite(file: String, reason: String)
  case cannotRemove(file: String, reason: String)
}
