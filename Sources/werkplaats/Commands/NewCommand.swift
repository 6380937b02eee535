import ArgumentParser
import SessionStore
import WorkshopContent
import WorkshopCore

/// Makes a session with the built-in programme of two days.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a workshop with the built-in programme of two days.",
    discussion: """
      \(ListHelp.text)

      Municipalities that only the list names are added. The path of the new folder is printed.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The name of the folder to make, or a path if there is a / in it.")
  var name: String

  @Option(help: "The title on screen and report; the name if there is none.")
  var title: String?

  @Option(help: "The language of the room.")
  var language: Language = .dutch

  @Option(help: "A municipality that takes part; give it once for each.")
  var municipality: [String] = []

  @Option(help: ArgumentHelp("A list of participants.", valueName: "file"))
  var participants: String?

  @Option(
    help: ArgumentHelp(
      "The last day on which it is kept, such as 2027-06-30; nothing is removed by itself.",
      valueName: "day"))
  var keepUntil: RetentionDate?

  func run() throws {
    // Its path is printed for other programs as it is, and must not move a terminal.
    guard VisibleText.line(name).hasSameBytes(as: name) else {
      throw StoreError(file: name, fact: .unsuitableName)
    }
    let location = try SessionLocation(name, in: sessions.folder)
    try Output.check(location.folder, sessions: [], in: sessions.folder)
    for name in municipality + [title].compactMap(\.self) where !name.fits(Limits.name) {
      throw CommandError.nameTooLong(name)
    }
    var new = NewWorkshop(
      title: title ?? location.name, language: language, municipalities: try ownMunicipalities(),
      items: try Content.load(language).programme.map { item in
        NewWorkshop.Item(
          template: item.id, kind: item.kind, title: item.title, day: item.day, start: item.start,
          minutes: item.minutes)
      })
    new.keepUntil = keepUntil
    var scribe = Scribe(surroundings: .live)
    if let participants { try add(PeopleFile(participants), to: &new) }
    let folder = SessionFolder(location)
    try folder.create(new.edit(by: &scribe).changes)
    try StandardOutput.write(path: folder.path)
  }

  /// Adds the people of a list; of a list with a fault in it nobody is made a workshop.
  private func add(_ people: PeopleFile, to new: inout NewWorkshop) throws {
    var scribe = Scribe(surroundings: .live)
    var workshop = Workshop()
    workshop.apply(new.edit(by: &scribe).changes)
    let proposal = PeopleProposal(people.list, for: workshop)
    let nothing =
      "no workshop was made; mend the list and give the command again, or make the workshop without the list "
      + "and add it with werkplaats people add, which leaves out what is unclear"
    if let fault = people.fault(proposal, besides: [nothing]) { throw fault }
    (people.notices(proposal) + people.preview(proposal)).forEach(StandardError.write)
    new.people = proposal.added
    new.municipalities += proposal.municipalities
  }

  private func ownMunicipalities() throws -> [String] {
    var names: [DocumentName: String] = [:]
    for name in municipality {
      guard !name.isBlank else { throw CommandError.emptyMunicipality }
      let document = DocumentName(municipality: name)
      if let other = names[document] { throw CommandError.sameMunicipality(other, name) }
      names[document] = name
    }
    return municipality
  }
}
