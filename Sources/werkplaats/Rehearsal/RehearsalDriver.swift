import Dispatch
import SessionStore
import Synchronization
import WorkshopCore

/// Lets simulated participants contribute to a session, as people at another laptop would.
///
/// It follows the session's files by itself and writes through the same door as everybody. What runs it
/// learns from the clocks in `session.json`, so it stops while the clock is paused.
final class RehearsalDriver: Sendable {
  private let rehearsal: Rehearsal
  private let live: LiveSession
  private let room: Room
  private let queue = DispatchQueue(label: "werkplaats.rehearsal")
  /// Seconds between contributions, on average; `nil` for none at all.
  private let pause: Double?

  /// How many contributions come in a minute if nobody says.
  static let usualPace = 12
  /// The most contributions there can be in a minute.
  static let mostPace = 600

  /// How often it looks whether there is something to contribute to, in seconds.
  private static let look = 0.25

  /// What it knows of the session, and what of its own is on the way to the disk.
  private final class Room: Sendable {
    struct Contents {
      var workshop = Workshop()
      var scribe: Scribe
      var pending: Set<RevisionID> = []
      var contributions = 0
      /// Whether there was something to say when it last looked.
      var isTalking = false
      var isOver = false
    }

    let contents: Mutex<Contents>

    init(_ surroundings: Surroundings) {
      contents = Mutex(Contents(scribe: Scribe(surroundings: surroundings)))
    }

    func take(_ documents: some Sequence<Document>) {
      contents.withLock { room in
        for document in documents where room.workshop.replace(document) {
          room.scribe.observe(document)
        }
      }
    }

    func take(_ news: SessionNews) {
      switch news {
      case .documents(let documents): take(documents)
      case .kept(let changes):
        contents.withLock { $0.pending.subtract(changes.compactMap(\.revision?.id)) }
      case .failing, .tookIn, .leftAlone, .settled, .damaged, .setAside, .repaired:
        break
      }
    }
  }

  /// Prepares to contribute.
  ///
  /// - Parameter pace: How many contributions a minute; none at 0.
  init(_ rehearsal: Rehearsal, folder: SessionFolder, surroundings: Surroundings, pace: Int) {
    self.rehearsal = rehearsal
    let room = Room(surroundings)
    self.room = room
    live = LiveSession(folder: folder) { room.take($0) }
    pause = pace > 0 ? 60 / Double(pace) : nil
  }

  /// Begins to follow the session, and to contribute while a clock runs.
  func start() {
    guard pause != nil else { return }
    Task {
      // A session that can't be read is told of on the screen, which reads it as well.
      guard let loaded = try? await live.open() else { return }
      room.take(loaded.documents.values)
      await live.follow()
      schedule(in: Self.look)
    }
  }

  /// Stops, once what was contributed is on the disk, and tells how often that was.
  func stop() -> Int {
    room.contents.withLock { $0.isOver = true }
    queue.sync {}
    live.closeAndWait()
    return room.contents.withLock { $0.contributions }
  }

  private func schedule(in seconds: Double) {
    queue.asyncAfter(deadline: .now() + seconds) { [weak self] in self?.contribute() }
  }

  private func contribute() {
    let (changes, isTalking, isOver) = room.contents.withLock { room in
      guard !room.isOver else { return ([Change](), false, true) }
      // One at a time: what was said must be on the disk before somebody says more.
      let move = room.pending.isEmpty ? rehearsal.next(in: room.workshop) : nil
      let wasTalking = room.isTalking
      if room.pending.isEmpty { room.isTalking = move != nil }
      // Where it was silent people take a moment before the first speaks.
      guard let move, wasTalking else { return ([], room.isTalking, false) }
      let changes = move.changes(by: &room.scribe, knowing: room.workshop.documents)
      room.workshop.apply(changes)
      room.pending = Set(changes.compactMap(\.revision?.id))
      room.contributions += 1
      return (changes, true, false)
    }
    guard !isOver else { return }
    live.submit(changes)
    let usual = pause ?? Self.look
    schedule(in: isTalking ? usual * Double.random(in: 0.5...1.5) : Self.look)
  }
}
