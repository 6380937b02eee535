import ArgumentParser
import SessionStore
import WorkshopCore

/// Runs a workshop with made-up participants, so that a facilitator can try the two days.
struct RehearseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse",
    abstract: "Try the two days of a workshop with made-up participants.",
    discussion: """
      The programme, the language and the municipalities of the workshop are copied; its people, notes \
      and roles are not, and nothing is ever written to it. The title says that it is a rehearsal, and \
      each item starts at its time of the programme.

      Start the clock of an item with t, and the participants contribute to it, one after the other, \
      until you pause it or all is said. You can do everything yourself meanwhile; what you do stays. \
      Into the prejudice game they only write once you did. On leaving, the rehearsal is thrown away, \
      unless --keep names a place for it.

      With --play both days are played at once, without a screen: clocks, notes, roles, consultations, \
      plans, closing. The same seed and the same programme give the same content. With --keep the path \
      of the new folder is printed; else what was played is told and gone.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop to rehearse; it stays as it is.")
  var session: String

  @Option(
    help: ArgumentHelp(
      "How many people take part (1 to \(Rehearsal.mostPeople)), besides three researchers; as many "
        + "as are on the workshop's list, or \(Rehearsal.usualPeople).", valueName: "n"))
  var people: Int?

  @Option(help: ArgumentHelp("Another number lets people say other things.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "How many contributions come in a minute, on average (0 to \(RehearsalDriver.mostPace)); \(RehearsalDriver.usualPace) if you do not say.",
      valueName: "n"))
  var pace: Int?

  @Option(help: "Begin at the first item of this activity.")
  var activity: String?

  @Flag(help: "Play both days at once, without a screen.")
  var play = false

  @Option(
    help: ArgumentHelp(
      "Keep the rehearsal as a workshop: a name in the folder of sessions, or a path.",
      valueName: "path"))
  var keep: String?

  func validate() throws {
    if let people, !(1...Rehearsal.mostPeople).contains(people) {
      throw ValidationError("--people takes a number from 1 to \(Rehearsal.mostPeople).")
    }
    if let pace, !(0...RehearsalDriver.mostPace).contains(pace) {
      throw ValidationError("--pace takes a number from 0 to \(RehearsalDriver.mostPace).")
    }
    if play, pace != nil || activity != nil {
      throw ValidationError("--play needs neither --pace nor --activity.")
    }
  }

  func run() throws {
    let kept = try keep.map { SessionFolder(try SessionLocation($0, in: sessions.folder)) }
    try Output.check(kept?.path, sessions: [session], in: sessions.folder)
    let plan = try RehearsalPlan(session, in: sessions.folder, people: people, seed: seed)
    let activity = try activity.map(Resolve.activity)
    if play {
      try plan.play(into: kept)
    } else {
      try plan.run(at: activity, pace: pace ?? RehearsalDriver.usualPace, keptIn: kept)
    }
  }
}
