import Facilitator
import Glibc
import SessionStore
import WorkshopCore

extension StoreNews {
  /// What the store tells, in the front end's terms.
  ///
  /// - Parameters:
  ///   - news: What the store tells.
  ///   - words: The words for what is wrong with a file, in the language of the screen.
  static func all(in news: SessionNews, words: (StoreError) -> String) -> [StoreNews] {
    func problem(_ error: StoreError) -> FileProblem { FileProblem(error, words: words) }
    switch news {
    case .documents(let documents): return [.documents(documents)]
    case .kept(let changes):
      let erased = changes.filter { $0.act == .erase }.map(\.record)
      let kept = StoreNews.kept(changes.compactMap(\.revision?.id))
      return erased.isEmpty ? [kept] : [.erased(erased), kept]
    case .failing(let changes, let error):
      return [
        .failing(changes.compactMap(\.revision?.id), SaveProblem(error), words: words(error))
      ]
    case .tookIn(let copy):
      let added = copy.gain.added[SessionCollection.notes] ?? 0
      return [.tookIn(copy.document, notes: added, isNews: !copy.gain.isEmpty)]
    case .leftAlone(let error) where error.isKin: return [.kin(problem(error))]
    case .settled(let fileName): return [.repaired(file: fileName)]
    case .leftAlone(let error):
      return [.leftAlone(VisibleText.line(error.fileName), CopyProblem(error))]
    case .damaged(let error): return [.damaged(problem(error))]
    case .setAside(let error): return [.setAside(problem(error))]
    case .repaired(let name): return [.repaired(file: "\(name.text).json")]
    }
  }
}

extension MirrorNews {
  /// What the store tells of a second copy, in the front end's terms.
  ///
  /// - Parameters:
  ///   - news: What the store tells.
  ///   - now: When it tells it.
  ///   - words: The words for what is wrong, in the language of the screen.
  init(_ news: SessionMirror.News, now: WallTime, words: StoreErrorWords) {
    self =
      switch news {
      case .upToDate: .upToDate(now)
      case .failing(let error): .failing(SaveProblem(error), words: words.explanation(error))
      // No key takes in what lies there.
      case .leftAlone(let errors): .leftAlone(errors.map(words.statement))
      }
  }
}

extension FileProblem {
  /// What is wrong with a file, in the words given.
  init(_ error: StoreError, words: (StoreError) -> String) {
    self.init(file: error.fileName, words: words(error), isKin: error.isKin)
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
      case .otherSession, .replaced: .replaced
      case .json, .content, .notAFile, .setAside, .lyingAside, .strangeName, .contradicts, .kin,
        .mixedLists,
        .unlisted, .redundant, .unclaimed, .bystander, .unreadableName, .unfinished, .notAFolder,
        .notAPhotograph, .heldAlone, .heldAfterErasing, .returned, .onTheirWay, .noProgramme,
        .heldInMember,
        .cameInUnread, .unknownWriters:
        .damaged
      case .newerFormat: .newer
      case .noSession, .notThere: .gone
      case .busy, .restless: .busy
      case .tooLarge: .large
      case .notRemembered(let fact): SaveProblem(StoreError(file: error.file, fact: fact))
      case .exists, .unsuitableName, .checked, .senselessMemory, .leftBehind, .senselessOutbox,
        .withinSession, .otherWorkshopThere:
        .other
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
