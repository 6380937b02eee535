// The statements that a room adds to the prejudice game.

extension Note {
  /// The place of the statements that the room adds to the prejudice game.
  package static let statementPlace = "statement"

  /// Names of the fields of such a statement.
  package enum StatementField {
    /// The side it is about; absent for both.
    package static let about: FieldName = "about"
  }
}
