import Facilitator
import SessionStore

extension AttachmentRefusal {
  /// The store's reason in the front end's terms.
  init(_ problem: AttachmentProblem) {
    self =
      switch problem {
      case .missing: .missing
      case .notAFile: .notAFile
      case .tooLarge: .tooLarge
      case .unknownKind: .unknownKind
      case .cannotRead: .unreadable
      case .cannotWrite: .unwritable
      }
  }
}
