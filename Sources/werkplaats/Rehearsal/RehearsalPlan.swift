import SessionStore
import WorkshopContent
import WorkshopCore

/// What is rehearsed: the workshop, in its language, with how many people.
struct RehearsalPlan {
  /// The workshop whose programme is copied; only read.
  let workshop: Workshop
  let content: Content
  let rehearsal: Rehearsal
  /// The title, which says that it is a rehearsal.
  let title: String
  /// The name of the workshop's folder.
  let name: String
  /// The number of participants besides the researchers.
  let people: Int
  /// The folder of sessions.
  let sessions: String

  init(_ name: String, in sessions: String, people: Int?, seed: UInt64) throws {
    let opened = try OpenedSession(name, in: sessions)
    self.sessions = sessions
    self.name = opened.folder.name
    workshop = opened.workshop
    content = try Content.load(workshop.info.language)
    rehearsal = Rehearsal(setting: try content.rehearsal(), seed: seed)
    let own = workshop.info.title.isEmpty ? self.name : workshop.info.title
    // A rehearsal of a rehearsal is not called one twice.
    title =
      workshop.info.isRehearsal ? own : content.word("rehearsal.title", ["title": own])
    self.people = people ?? Self.people(of: workshop)
  }

  /// As many people as are on the list; groups of unknown size count for two.
  private static func people(of workshop: Workshop) -> Int {
    let listed = workshop.participants.filter { $0.standing != .researcher }
      .reduce(0) { $0 + min(Rehearsal.mostPeople, max(0, $1.number ?? 2)) }
    return listed == 0 ? Rehearsal.usualPeople : min(listed, Rehearsal.mostPeople)
  }

  // MARK: Playing

  /// Plays both days; keeps them in a folder and prints its path, or else tells what was played.
  func play(into folder: SessionFolder?) throws {
    let played = RehearsalPlay(
      rehearsal, of: workshop, title: title, people: people, surroundings: .live)
    guard let folder else { return try StandardOutput.write(line: told(played.workshop)) }
    try folder.create(played.changes)
    try StandardOutput.write(path: folder.path)
  }

  private func told(_ played: Workshop) -> String {
    content.word(
      "rehearsal.played",
      [
        "title": VisibleText.line(title), "people": String(people),
        "notes": String(played.notes.count), "roles": String(played.roles.count),
      ])
  }
}
