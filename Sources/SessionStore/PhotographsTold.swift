import Synchronization
import WorkshopCore

/// Which document tells of a photograph that stays though a blanked record told of it as well.
///
/// Without it each save beside such a photograph would read all documents again. It counts as long as the file
/// that tells is the same.
final class PhotographsTold: Sendable {
  private struct Teller {
    let document: DocumentName
    let identity: FileIdentity
  }

  private let tellers = Mutex<[FieldName: Teller]>([:])

  /// Tells whether a document that told of a photograph is as it was then.
  func isTold(_ name: FieldName, in folder: SessionFolder) -> Bool {
    guard let teller = tellers.withLock({ $0[name] }) else { return false }
    let status = (try? folder.file(teller.document).status()) ?? nil
    return status?.identity == teller.identity
  }

  /// Notes which files tell of photographs.
  ///
  /// - Parameters:
  ///   - names: The photographs.
  ///   - copies: The documents as their files are.
  ///   - now: The time, by which files are left out that were touched just now: they may look alike after
  ///     another change.
  func remember(_ names: Set<FieldName>, by copies: [DocumentName: DocumentCopy], now: Int64) {
    for (document, copy) in copies {
      guard let identity = copy.identity, !identity.isYoung(at: now) else { continue }
      for name in copy.document.attachments.intersection(names) {
        tellers.withLock { $0[name] = Teller(document: document, identity: identity) }
      }
    }
  }
}
