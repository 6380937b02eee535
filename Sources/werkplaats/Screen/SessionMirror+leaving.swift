import SessionStore

extension SessionMirror {
  /// Copies what is not copied yet, and says on standard error what is not on the mirror or not here.
  func leave() {
    if let error = close() {
      StandardError.write("the mirror is not up to date, the notes are kept: \(error.message)")
    }
    for error in leftAlone {
      let what = StoreErrorWords.commands.what(error)
      StandardError.write(
        "the mirror has what was not taken in here: \(VisibleText.line(error.file)): \(what); "
          + "`werkplaats merge SESSION FILE` takes it in if it is of this workshop")
    }
  }
}
