import SessionStore
import WorkshopCore

/// What a command cannot do, as facts; the words are in `ErrorWords.swift`.
enum CommandError: Error {
  case unknownMunicipality(String, known: [String])
  case unknownGroup(String, municipalities: [String])
  case unknownActivity(String)
  case unknownPlace(String, ActivityKind)
  case unknownParticipant(String)
  case severalParticipants(String, [String])
  case severalMunicipalities(String, [String])
  case unknownNote(String)
  case mentionsUndecided(Int)
  case unknownNameWord(String)
  case notAField(String)
  case ownField(String)
  case emptyText
  case emptyMunicipality
  case sameMunicipality(String, String)
  case argumentNotUTF8(Int)
  case notUTF8(source: String, line: Int, column: Int)
  case table(file: String, line: Int, column: Int, TableFact)
  case textTooLong
  case lineTooLong(source: String, line: Int)
  case nameTooLong(String)
  case fileTooLarge(file: String, limit: Int)
  case findings([StoreError])
  case withinSession(file: String, session: String)
  case cannotRead(file: String, reason: String)
  case cannotWrite(file: String, reason: String)
  case cannotRemove(file: String, reason: String)
}

/// What is wrong with a list of participants.
enum TableFact: Equatable {
  case empty
  case otherEncoding
  case openQuote
  case textAfterQuote
  case noColumns
  case doubleColumn(String)
  case tooManyCells
  case nobody
  case unknownSide(String)
  case longCell
}
