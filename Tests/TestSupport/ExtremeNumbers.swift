import WorkshopCore

/// Whole workshops in which every number and every moment is one that nobody means.
public enum ExtremeNumbers {
  /// Numbers as a hand or another program may write them.
  public static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775806", "4294967296",
    "2147483648", "-2147483649", "9007199254740993", "20261125", "100000", "100001", "-1", "0",
    "99999999999999999999999999", "1e400", "-1e400", "1e2", "0.5", "-0",
  ]

  /// Moments at both ends of what can be written.
  public static let moments = [
    "0000-01-01T00:00:00+23:59", "0001-01-01T00:00:00Z", "1970-01-01T00:00:00-23:59",
    "9999-12-31T23:59:59-23:59", "9999-12-31T23:59:59.999999Z",
  ]

  /// A whole workshop with one number in every place of a number and one moment in every place of a
  /// moment.
  public static func workshop(_ number: String, _ moment: String) -> Workshop {
    var whole = WholeWorkshop()
    let value = JSONValue.number(number)
    let clock: JSONValue = .object([
      "spent": value, "added": value, "began": .string(moment), "running": .string(moment),
    ])
    let ended: JSONValue = .object([
      "spent": value, "added": value, "began": .string(moment), "ended": .string(moment),
    ])
    let people = whole.ids
    for (index, item) in whole.workshop.items.enumerated() {
      var set: JSONObject = [
        "day": value, "minutes": value, "clock": index.isMultiple(of: 2) ? clock : ended,
        "clocks": .object(["beekdorp": clock, "researcher-1": clock]),
        "clock-duinstad": clock, "start": index.isMultiple(of: 3) ? .string(number) : "23:59",
        "groups": .object(["mixed-1": .texts([people[0].text])]),
        "rank": .string(String(number.filter(\.isNumber).prefix(12))),
      ]
      set[FieldName("tables-\(number)")] = .object(["beekdorp": .texts([people[0].text])])
      set[FieldName("groups-\(number)")] = value
      whole.maker.change(item.id, in: .session, SessionCollection.items, set: set)
    }
    for (index, person) in people.enumerated() {
      whole.maker.change(
        person, in: .session, SessionCollection.participants,
        set: ["number": value, "isGroup": .bool(index.isMultiple(of: 2))])
    }
    for role in whole.workshop.roles {
      whole.maker.change(role.id, in: .session, SessionCollection.roles, set: ["copies": value])
    }
    for note in whole.workshop.notes.all where note.activity == .conditions {
      whole.set(note.id, ["score": value], in: note.document)
    }
    for (activity, place) in [
      (ActivityKind.consultations, "beekdorp/\(number)"), (.closing, "researcher-\(number)"),
      (.conditions, "feeding-money/\(number)"), (.tree, "roots"),
    ] {
      whole.maker.note(
        "op een rare plek", in: "Beekdorp", activity: activity, place: place,
        group: "mixed-\(number)")
    }
    return whole.workshop
  }
}
