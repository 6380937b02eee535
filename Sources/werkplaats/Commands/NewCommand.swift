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
      The participants' file is CSV with commas or semicolons, UTF-8 or as Excel writes it, and has a \
      header with `name`, `function`, `side` and `municipality` in any order. A side is formal, \
      informal, both, neither, researcher or empty (not stated). Municipalities that only the file \
      names are added. The path of the new folder is printed.
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

  @Option(help: ArgumentHelp("A list of participants.", valueName: "file.csv"))
  var participants: String?

  func run() throws {
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
    if let participants {
      new.people = try ParticipantList(file: participants).people
      var known = Set(new.municipalities.map { DocumentName(municipality: $0) })
      for name in new.people.compactMap(\.municipality)
      where known.insert(DocumentName(municipality: name)).inserted {
        new.municipalities.append(name)
      }
    }
    var scribe = Scribe(surroundings: .live)
    let folder = SessionFolder(location)
    try folder.create(new.edit(by: &scribe).changes)
    try StandardOutput.write(path: folder.path)
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
