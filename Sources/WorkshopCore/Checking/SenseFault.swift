/// Something in a document that can be read and makes no sense, such as a writer whom nobody knows.
///
/// A fact with its place; the words for it are made where errors are shown.
public struct SenseFault: Hashable, Sendable {
  /// The document it stands in.
  public let document: DocumentName
  /// The list the record stands in; `nil` for what is about the whole document.
  public let collection: FieldName?
  /// The record; `nil` for what is about the whole document.
  public let record: RecordID?
  /// The field.
  public let field: FieldName?
  /// What makes no sense there.
  public let fact: Fact

  /// What makes no sense.
  public enum Fact: Hashable, Sendable {
    /// A name leads to nothing of this kind.
    case unknown(Subject, String)
    /// The value is of another kind than its field has.
    case wrongKind(Kind)
    /// A number lies beyond those that make sense.
    case outOfRange(ClosedRange<Int>)
    /// A text has more bytes than this.
    case tooLong(limit: Int)
    /// Another municipality has the same file.
    case twin(String)
    /// Notes add to each other in a circle.
    case circle
    /// Another record of the list has the same id.
    case sameID
  }

  /// What a name can lead to.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    case activity
    case choice
    case condition
    case group
    case item
    case municipality
    case note
    case participant
    case phase
    case place
    case role
    case round
    case writer
  }

  /// The kinds of values that fields have.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case answer
    case clock
    case day
    case fileName
    case flag
    case groups
    case number
    case seating
    case text
    case texts
    case time
    case timeOfDay
  }

  /// Makes a fault.
  public init(
    document: DocumentName, collection: FieldName? = nil, record: RecordID? = nil,
    field: FieldName? = nil, fact: Fact
  ) {
    self.document = document
    self.collection = collection
    self.record = record
    self.field = field
    self.fact = fact
  }
}
