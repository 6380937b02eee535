import Facilitator
import Glibc
import SessionStore
import WorkshopCore

extension StoreNews {
  /// What the store tells, in the front end's terms; `nil` for what needs no word.
  init?(_ news: SessionNews) {
    switch news {
    case .documents(let documents): self = .documents(documents)
    case .kept(let changes): self = .kept(changes.compactMap(\.revision))
    case .failing(let changes, let error):
      self = .failing(changes.compactMap(\.revision), SaveProblem(error))
    case .tookIn(let copy):
      let added = copy.gain.added[SessionCollection.notes] ?? 0
      self = .tookIn(copy.document, notes: added, isNews: !copy.gain.isEmpty)
    case .leftAlone(let error):
      let name = error.file.split(separator: "/").last.map(String.init) ?? error.file
      self = .leftAlone(VisibleText.line(name), CopyProblem(error))
    case .damaged(let error): self = .damaged(error.message)
    case .repaired: return nil
    }
  }
}

extension CopyProblem {
  /// Sums an error of the store up for a screen.
  fileprivate init(_ error: StoreError) {
    self =
      switch error.fact {
      case .otherSession: .foreign
      case .newerFormat: .newer
      case .contradicts: .contradicts
      default: .damaged
      }
  }
}

extension SaveProblem {
  /// Sums an error of the store up for a screen.
  fileprivate init(_ error: StoreError) {
    self =
      switch error.fact {
      case .cannotWrite(let failure), .cannotCreate(let failure), .cannotRead(let failure):
        SaveProblem(failure)
      case .json, .content, .notAFile, .strangeName, .otherSession, .contradicts: .damaged
      case .newerFormat: .newer
      case .noSession: .gone
      case .busy, .restless: .busy
      case .exists, .unsuitableName: .other
      }
  }

  private init(_ failure: SystemFailure) {
    self =
      switch failure.code {
      case ENOSPC, EDQUOT: .full
      case EROFS: .readOnly
      case EACCES, EPERM: .denied
      case EIO: .disk
      case ENOENT, ENOTDIR, ENODEV, ENXIO: .gone
      default: .other
      }
  }
}

extension Change {
  fileprivate var revision: RevisionID? {
    if case .revise(let revision) = act { revision.id } else { nil }
  }
}
