import ArgumentParser
import SessionStore
import WorkshopCore

/// Takes other copies of a session in.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Take other copies of a workshop in: from a stick, from another laptop.",
    discussion: """
      A copy is a folder that was once copied from the workshop, or from which the workshop was. Nothing \
      in it is changed. Whatever was written there comes in, photographs too; what is here stays, and \
      doing it again changes nothing. Files of the copy that cannot be read or told for the workshop's \
      are named, with the reason, and the rest comes in.

      The folder in which `open --mirror` keeps the copy, such as that of a stick, will do: the copy is the \
      folder in it that is named after the workshop.

      A single file of the workshop can be given as well, wherever it lies and whatever its name: what it \
      says is taken in, and the file stays.
      """)

  @OptionGroup var sessions: SessionsOption

  @Argument(help: "The workshop.")
  var session: String

  @Argument(help: ArgumentHelp("The copies.", valueName: "other"))
  var others: [String]

  func run() throws {
    let folder = SessionFolder.ofUser(try SessionLocation(session, in: sessions.folder))
    let before = (try? folder.load()).map { LateNames(in: $0.documents.values) }
    var codes: [Int32] = []
    for name in others {
      do {
        let other = try folder.other(name, in: sessions.folder)
        let outcome =
          switch other {
          case .session(let other): try folder.merge(other)
          case .file(let path): try folder.merge(file: path)
          }
        for finding in outcome.findings + outcome.unread + outcome.unnamed {
          StandardError.write(finding.message)
        }
        codes += outcome.findings.filter { !$0.isNotice }.map(\.category.rawValue)
        let words = MergeWords(outcome).text
        try StandardOutput.write(line: "\(VisibleText.line(other.path)): \(words)")
      } catch let error as StoreError {
        StandardError.write(error.message)
        codes.append(error.category.rawValue)
      }
    }
    if let loaded = try? folder.load() {
      for finding in loaded.findings where finding.isKin { StandardError.write(finding.message) }
      if let error = StateFolder.forgetErased(in: loaded, of: folder) {
        codes.append(error.category.rawValue)
      }
      LateEditListing.tell(loaded, of: folder)
      let names = LateNames(in: loaded.documents.values)
      LateNameListing(names: before.map(names.subtracting) ?? names, folder: folder.path).tell()
      TwinListing(Workshop(documents: loaded.documents.values), folder: folder.path).tell()
    }
    // That something could not be written weighs most: it will not be there.
    if let code = codes.max() { throw ExitCode(code) }
  }
}

/// What a merge brought, in words.
struct MergeWords {
  /// The words on one line.
  let text: String

  init(_ outcome: MergeOutcome) {
    var parts = MergeWords.parts(outcome.gain.added)
    if outcome.photographs > 0 {
      parts.append(MergeWords.count(outcome.photographs, "photograph", "photographs"))
    }
    if !outcome.unread.isEmpty {
      parts.append(MergeWords.count(outcome.unread.count, "unread list", "unread lists"))
    }
    let new = parts.isEmpty ? nil : "\(MergeWords.list(parts)) came in"
    let changed = MergeWords.parts(outcome.gain.changed)
    let other = changed.isEmpty ? nil : "\(MergeWords.list(changed)) changed"
    let both = [new, other].compactMap { $0 }
    // Where something did not come in, nobody may take it for nothing.
    let isAll = outcome.findings.isEmpty && outcome.unnamed.isEmpty
    let nothing = isAll ? "nothing new" : "nothing came in"
    text = both.isEmpty ? nothing : both.joined(separator: "; ")
  }

  /// The collections in the order in which people ask for them.
  private static let names: [(collection: FieldName, one: String, more: String)] = [
    (SessionCollection.notes, "note", "notes"),
    (SessionCollection.roles, "role", "roles"),
    (SessionCollection.participants, "participant", "participants"),
    (SessionCollection.municipalities, "municipality", "municipalities"),
    (SessionCollection.items, "item of the programme", "items of the programme"),
    (SessionCollection.workshop, "description of the workshop", "descriptions of the workshop"),
  ]

  private static func parts(_ counts: [FieldName: Int]) -> [String] {
    names.compactMap { name in
      counts[name.collection].map { count($0, name.one, name.more) }
    }
  }

  private static func count(_ count: Int, _ one: String, _ more: String) -> String {
    "\(count) \(count == 1 ? one : more)"
  }

  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
