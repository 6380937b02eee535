import WorkshopContent

/// Why notes are not on the disk yet, as far as the room can do something about it.
///
/// The path, the place and the system's own words are for who runs `werkplaats check`; on the wall they
/// would push away what matters.
public enum SaveProblem: Sendable, Hashable, CaseIterable {
  /// There is no room left on the disk.
  case full
  /// The disk or the folder can only be read.
  case readOnly
  /// This user may not write there.
  case denied
  /// The disk reports an error.
  case disk
  /// The folder is not there any more, as when a stick was pulled out.
  case gone
  /// Another program keeps the lock or keeps changing the file.
  case busy
  /// The file is damaged and is not written over.
  case damaged
  /// A newer version of the program wrote the file.
  case newer
  /// Another workshop is in the place of this one or of its file.
  case replaced
  /// The file would become so large that it could not be read again.
  case large
  /// Something else.
  case other

  /// The reason in words.
  func words(_ content: Content) -> String {
    switch self {
    case .full: content.word("unsaved.full")
    case .readOnly: content.word("unsaved.read-only")
    case .denied: content.word("unsaved.denied")
    case .disk: content.word("unsaved.disk")
    case .gone: content.word("unsaved.gone")
    case .busy: content.word("unsaved.busy")
    case .damaged: content.word("unsaved.damaged")
    case .newer: content.word("unsaved.newer")
    case .replaced: content.word("unsaved.replaced")
    case .large: content.word("unsaved.large")
    case .other: content.word("unsaved.other")
    }
  }
}
