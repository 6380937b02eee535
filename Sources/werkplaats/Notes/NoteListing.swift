import WorkshopCore

/// Notes as `note list` prints them.
struct NoteListing {
  let notes: [Note]
  let workshop: Workshop

  /// One line for each note, with nothing in it that a terminal obeys.
  var plain: String {
    notes.map { note in
      let parts: [String?] = [
        note.at.map { String($0.text.prefix(16)).replacing("T", with: " ") },
        note.municipality?.text ?? note.group, note.activity?.rawValue, note.place,
        writer(of: note),
      ]
      let head = parts.map { VisibleText.line($0 ?? "-") }.joined(separator: "  ")
      return "\(head)  \(VisibleText.line(note.text))\n"
    }.joined()
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
    ]
  }

  /// The name of who wrote a note, or the municipality where only that is known.
  private func writer(of note: Note) -> String? {
    switch note.author {
    case .participant(let id):
      workshop.participants.first { $0.id == id }?.label ?? id.text
    case .municipality(let document): document.text
    case nil: nil
    }
  }
}
