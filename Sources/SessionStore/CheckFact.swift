public import WorkshopCore

/// What `check` finds in files that can be read, or beside them.
public enum CheckFact: Hashable, Sendable {
  /// What a record says makes no sense.
  case senseless(SenseFault.Fact, field: FieldName?)
  /// A note names a photograph that is not there.
  case missingPhotograph(String)
  /// A machine whose clock said this time, which cannot have been, wrote so many records of a file.
  case oddClock(OddClock.Kind, at: String, records: Int)
  /// The last day on which the workshop was to be kept has passed.
  case retentionPassed(RetentionDate)
  /// A member of a file is not read where it stands, or in the way in which it is written; this one is.
  case notRead(FieldName)
  /// A member of a file is a list or more that nothing reads.
  case unknownList(FieldName)
  /// So many notes stand in another document as well, where each is found.
  case sharedNotes(with: DocumentName, records: Int)
  /// No note names this photograph.
  case unnamedPhotograph

  /// Tells whether it is only worth knowing: nothing is wrong with the files, or with what anybody said.
  var isRemark: Bool {
    switch self {
    case .unnamedPhotograph, .unknownList, .oddClock, .retentionPassed: true
    case .senseless, .missingPhotograph, .notRead, .sharedNotes: false
    }
  }
}

/// What `check` finds in a session.
public struct SessionCheck: Sendable {
  /// What is wrong, and what is worth knowing, by file and in the order of the lines.
  public let findings: [StoreError]
  /// What is in the folder and was passed over, by name; folders end with a slash.
  public let ignored: [String]
  /// The session, by the same reading.
  public let session: LoadedSession

  /// Tells whether nothing is damaged, missing or without sense.
  public var isInOrder: Bool {
    !findings.contains {
      !$0.isNotice && ($0.category == .damaged || $0.category == .missing)
    }
  }
}
