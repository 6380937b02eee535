import WorkshopContent
public import WorkshopCore

/// What becomes of the second copy of a workshop, on a stick or another disk.
public enum MirrorNews: Sendable, Hashable {
  /// Everything that was kept is there too, since this moment.
  case upToDate(WallTime)
  /// It is not, for this reason; the words name the file and say what to do.
  case failing(SaveProblem, words: String)
  /// What it had and the workshop did not take in stays there as it is, each in words.
  case leftAlone([String])
}

/// How the second copy is, as the screen shows it.
struct MirrorState: Sendable, Equatable {
  /// When it was last like the workshop; `nil` if it never was since the start.
  var last: WallTime?
  /// Why it is not, if it is not.
  var failure: WorkshopScreen.Failure?
  /// What stays there as it is, and is in no note here.
  var leftAlone: [String] = []

  /// Tells whether its folder was not there yet since the start.
  private var isAwaited: Bool { last == nil && failure?.problem == .gone }

  /// Takes news in.
  mutating func take(_ news: MirrorNews) {
    switch news {
    case .upToDate(let time):
      last = time
      failure = nil
    case .failing(let problem, let words):
      failure = WorkshopScreen.Failure(problem: problem, words: words)
    case .leftAlone(let words): leftAlone = words
    }
  }

  /// When it was last like the workshop, in a word; empty if that is not known.
  func lastWords(_ content: Content) -> String {
    last.map { content.word("mirror.last", ["time": $0.hourAndMinute]) } ?? ""
  }

  /// Why it is not up to date, and since when, as long as the last row has room for.
  func failureWords(_ content: Content) -> String? {
    failure.map { failure in
      isAwaited
        ? content.word("mirror.waiting")
        : content.word("mirror.failing", ["reason": failure.problem.words(content)])
    }
  }

  /// What the page of problems says of it.
  func explanations(_ content: Content) -> [String] {
    let left = leftAlone.map { content.word("mirror.left-alone.explained", ["words": $0]) }
    guard let failure else { return left }
    if isAwaited { return [content.word("mirror.waiting.explained")] + left }
    let last = last.map { $0.hourAndMinute } ?? content.word("mirror.never")
    return [content.word("mirror.explained", ["words": failure.words, "time": last])] + left
  }
}
