import TestSupport
import Testing
import WorkshopContent
import WorkshopCore

/// A workshop with people, notes and clocks of its own, and rehearsals of it.
struct Rehearsed {
  let content: Content
  let real: Workshop
  let rehearsal: Rehearsal
  private let title: String

  init(
    _ language: Language = .dutch, municipalities: [String] = ["Beekdorp", "Duinstad"],
    seed: UInt64 = 1
  ) throws {
    content = try Content.load(language)
    rehearsal = Rehearsal(setting: try content.rehearsal(), seed: seed)
    title = content.word("rehearsal.title", ["title": "Voorjaar"])
    var maker = WorkshopMaker(
      NewWorkshop(
        title: "Voorjaar", language: language, municipalities: municipalities,
        items: content.newItems,
        people: [
          NewWorkshop.Person(
            name: "Geheim Persoon", function: "directeur", standing: .formal,
            municipality: municipalities.first)
        ]), surroundings: .counted(series: 9))
    let person = try #require(maker.workshop.participants.first)
    maker.note("een geheime zin", in: municipalities.first, by: person.id)
    maker.role("geheime rol", ["side": "formal"])
    for (index, item) in maker.workshop.items.enumerated() {
      var set: JSONObject = [
        "clock": ItemClock().toggled(at: WallTime(seconds: 1_700_000_000, offset: 3600)).value,
        "clocks": .object(["beekdorp": ItemClock().value]),
        "groups": .object(["mixed-1": .texts([person.id.text])]),
        "tables-1": .object(["beekdorp": .texts([person.id.text])]),
        "speaker-beekdorp": .string(person.id.text),
        "guests": .array([.object(["one": .string(person.id.text)])]),
        "order": .texts(["duinstad", "beekdorp"]), "script": .texts(["eigen regel \(index)"]),
      ]
      set[FieldName("clock-\(person.id.text)")] = .object([:])
      if index == 3 { set["skipped"] = .bool(true) }
      if index == 4 { set["title"] = "Krachten, op onze manier" }
      maker.change(item.id, in: .session, SessionCollection.items, set: set)
    }
    real = maker.workshop
  }

  /// Both days, played.
  func played(
    people: Int = 12, series: UInt8 = 1, of other: Workshop? = nil
  ) -> RehearsalPlay {
    RehearsalPlay(
      rehearsal, of: other ?? real, title: title, people: people,
      surroundings: .counted(series: series))
  }

  /// A rehearsal at its beginning, and the scribe who wrote it.
  func opened(people: Int = 12) -> (workshop: Workshop, scribe: Scribe) {
    var scribe = Scribe(surroundings: .counted())
    var workshop = Workshop()
    workshop.apply(
      rehearsal.opening(of: real, title: title, people: people, scribe: &scribe))
    return (workshop, scribe)
  }
}

extension Workshop {
  /// The notes of an activity that are no scores.
  func notes(in kind: ActivityKind) -> [Note] {
    notes.all.filter { $0.activity == kind && !$0.isScore }
  }
}
