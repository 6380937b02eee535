import WorkshopCore

/// People as `people list` prints them.
struct PeopleListing {
  let people: [Participant]
  let workshop: Workshop

  /// One line for each, with nothing in it that a terminal obeys.
  var plain: String {
    people.map { person in
      let parts = [
        person.name, person.function, person.standing?.rawValue, municipality(of: person),
        person.organisation,
      ]
      return parts.map { VisibleText.line($0 ?? "-") }.joined(separator: "  ") + "\n"
    }.joined()
  }

  /// An array of objects with the same names each; what is not recorded is `null`.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.writeList(
      people.map { person in
        let members = members(of: person)
        return {
          $0.writeMembers(members.map { member in (member.0, { $0.write(member.1) }) })
        }
      })
    writer.endDocument()
    return writer.bytes
  }

  private func municipality(of person: Participant) -> String? {
    person.municipality.map { workshop.municipality($0)?.name ?? $0.text }
  }

  private func members(of person: Participant) -> [(FieldName, JSONValue)] {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    func answer(_ answer: Bool?) -> JSONValue { answer.map(JSONValue.bool) ?? .null }
    let consent = Consent.Use.allCases.map { (FieldName($0.rawValue), answer(person.consent[$0])) }
    let presence = DayPart.allCases.map { (FieldName($0.rawValue), answer(person.presence[$0])) }
    return [
      ("id", .string(person.id.text)),
      ("name", text(person.name)),
      ("function", text(person.function)),
      ("side", text(person.standing?.rawValue)),
      ("municipality", text(person.municipality?.text)),
      ("organisation", text(person.organisation)),
      ("number", person.number.map(JSONValue.integer) ?? .null),
      ("consent", .object(JSONObject(consent))),
      ("present", .object(JSONObject(presence))),
    ]
  }
}
