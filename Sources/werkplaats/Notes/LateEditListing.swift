import SessionStore
import WorkshopCore

/// Edits of texts from which a name was taken out, that came in when nobody could take them over any more.
enum LateEditListing {
  /// Tells of those in a session on standard error; nobody else can know that there was an edit.
  static func tell(_ loaded: LoadedSession, of folder: SessionFolder) {
    for edit in Redaction.lateEdits(in: loaded.documents.values) {
      let file = "\(VisibleText.line(folder.path))/\(edit.document.text).json"
      StandardError.write(
        "\(file): \(edit.record.text) was made anew without a name, and an edit of the text before came in "
          + "later and was blanked; ask who wrote it")
    }
  }
}
