import WorkshopCore

/// Notes as `note list` prints them.
struct NoteListing {
  /// The notes that are listed.
  let notes: [Note]
  /// The number of notes that would be, were they not off the record.
  let leftOut: Int
  private let workshop: Workshop
  private let showsNames: Bool
  private let showsOffRecord: Bool

  /// Takes what was asked for.
  ///
  /// - Parameters:
  ///   - notes: The notes in the order of their making.
  ///   - workshop: The workshop, which knows who wrote them.
  ///   - showsNames: Whether it is told who wrote a note.
  ///   - showsOffRecord: Whether notes that stay out of every report are listed, each with a mark.
  init(_ notes: [Note], in workshop: Workshop, showsNames: Bool, showsOffRecord: Bool) {
    self.notes = showsOffRecord ? notes : notes.filter { !$0.isOffRecord }
    leftOut = notes.count - self.notes.count
    self.workshop = workshop
    self.showsNames = showsNames
    self.showsOffRecord = showsOffRecord
  }

  /// One line for each note, with nothing in it that a terminal obeys.
  var plain: String {
    notes.map { note in
      var parts: [String?] = [
        note.at.map { String($0.text.prefix(16)).replacing("T", with: " ") },
        note.municipality?.text ?? note.group, note.activity?.rawValue, place(of: note),
        writer(of: note),
      ]
      // A column of its own, so that no text can look like the mark.
      if showsOffRecord { parts.append(note.isOffRecord ? "off-record" : nil) }
      let head = parts.map { VisibleText.line($0 ?? "-") }.joined(separator: "  ")
      return "\(head)  \(note.text.isEmpty ? "-" : VisibleText.line(note.text))\n"
    }.joined()
  }

  /// The place of a note, by the name of the role where it is a card that somebody took.
  private func place(of note: Note) -> String? {
    let role = RolePick(note, in: workshop)?.role
    return role.flatMap { id in workshop.roles.first { $0.id == id }?.name } ?? note.place
  }

  /// An array of objects with the same names each; what is not recorded is `null`.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.writeList(
      notes.map { note in
        let members = members(of: note)
        return {
          $0.writeMembers(members.map { member in (member.0, { $0.write(member.1) }) })
        }
      })
    writer.endDocument()
    return writer.bytes
  }

  private func members(of note: Note) -> [(FieldName, JSONValue)] {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    return [
      ("id", .string(note.id.text)),
      ("municipality", text(note.municipality?.text)),
      ("group", text(note.group)),
      ("activity", text(note.activity?.rawValue)),
      ("place", text(note.place)),
      ("text", .string(note.text)),
      ("by", text(self.writer(of: note))),
      ("at", text(note.at?.text)),
      ("tags", .texts(note.tags)),
      ("fields", .object(note.fields)),
      ("offRecord", .bool(note.isOffRecord)),
      ("verbatim", .bool(note.isVerbatim)),
      ("voice", text(note.voice?.rawValue)),
      ("kind", .string(note.kind.rawValue)),
      ("claim", text(note.claim?.rawValue)),
      ("remark", .bool(note.isRemark)),
      ("phase", text(note.phase)),
      ("via", text(note.channel?.rawValue)),
      ("addsTo", text(note.addsTo?.text)),
      ("from", .texts(note.from.map(\.text))),
      ("source", text(note.source)),
    ]
  }

  /// The name of who wrote a note, or the municipality where only that is known; `nil` unless names are shown.
  private func writer(of note: Note) -> String? {
    guard showsNames else { return nil }
    return switch note.author {
    case .participant(let id):
      workshop.participants.first { $0.id == id }?.label ?? id.text
    case .municipality(let document): document.text
    case .named(let text): text
    case nil: nil
    }
  }
}
