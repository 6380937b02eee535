/// A rehearsal: a workshop with the programme of another one and with simulated participants.
///
/// What they contribute follows from the programme, the people, the content and the seed; ids and
/// times come from whoever writes it down.
public struct Rehearsal: Sendable {
  /// What the participants need to know of the content.
  public let setting: RehearsalSetting
  /// Decides who says what; the same seed says the same.
  public let seed: UInt64

  /// The number of people if nobody asks for one and the workshop has no list.
  public static let usualPeople = 12
  /// The most people there can be.
  public static let mostPeople = 500

  /// Makes a rehearsal.
  public init(setting: RehearsalSetting, seed: UInt64) {
    self.setting = setting
    self.seed = seed
  }

  // MARK: Making the workshop

  /// The changes that make the workshop: the programme of another one, and made-up people.
  ///
  /// Of the other workshop only its programme, language and municipalities come along: no
  /// participant, note or role, and no clock.
  ///
  /// - Parameters:
  ///   - other: The workshop that is rehearsed; nothing of it changes.
  ///   - title: The title that says that it is a rehearsal.
  ///   - people: The number of participants.
  ///   - scribe: Makes the revisions.
  public func opening(
    of other: Workshop, title: String, people: Int, scribe: inout Scribe
  ) -> [Change] {
    opening(of: other, title: title, people: people, scribe: &scribe, now: scribe.now)
  }

  func opening(
    of other: Workshop, title: String, people: Int, scribe: inout Scribe,
    now: (milliseconds: Int64, offset: Int)
  ) -> [Change] {
    var workshop = Workshop()
    let steps = copying(other, title: title, people: people, newRecord: scribe.newRecord)
    let changes = scribe.edit(steps, knowing: [:], now: now).changes
    workshop.apply(changes)
    // What was prepared is there from the start, as in a workshop that was prepared.
    let prepared = moves(in: .outside, of: workshop).flatMap {
      $0.changes(by: &scribe, knowing: workshop.documents, now: now)
    }
    return changes + prepared
  }

  private func copying(
    _ other: Workshop, title: String, people: Int, newRecord: () -> RecordID
  ) -> [Scribe.Step] {
    let info = Scribe.Step(
      .session, SessionCollection.workshop, WorkshopInfo.record,
      set: [
        WorkshopInfo.Field.title: .string(title),
        WorkshopInfo.Field.language: .string(other.info.language.rawValue),
        WorkshopInfo.Field.rehearsal: .bool(true),
      ])
    let municipalities = other.municipalities.map { municipality in
      Scribe.Step(
        .session, SessionCollection.municipalities, Municipality.record(for: municipality.document),
        set: [
          Municipality.Field.name: .string(municipality.name),
          Municipality.Field.file: .string(municipality.document.text),
        ])
    }
    let items = other.items.compactMap { item -> Scribe.Step? in
      let record = other.documents[.session]?[SessionCollection.items, item.id]
      return record.map {
        Scribe.Step(
          .session, SessionCollection.items, newRecord(), set: ProgrammeItem.copy(of: $0.fields))
      }
    }
    return [info] + municipalities + items
      + RehearsalCast.steps(
        people, municipalities: other.municipalities.map(\.document), texts: setting.texts,
        newRecord: newRecord)
  }

  // MARK: Contributing

  /// All that simulated participants contribute to an item, from the workshop as it is.
  ///
  /// - Parameters:
  ///   - item: The item they contribute to.
  ///   - workshop: The workshop as it is.
  ///   - isAsked: Whether something that is only recorded when asked for is asked for.
  public func moves(in item: ProgrammeItem, of workshop: Workshop, isAsked: Bool = false)
    -> [RehearsalMove]
  {
    let scene = RehearsalScene(
      workshop, item: item, setting: setting, seed: seed, isAsked: isAsked)
    return RehearsalActs.act(for: item.kind)?.moves(scene) ?? []
  }

  /// What somebody contributes next; `nil` while no clock runs, or when all is said.
  ///
  /// What was done before, by whomever, is not done again, and nothing that a person did is changed.
  public func next(in workshop: Workshop) -> RehearsalMove? {
    guard let item = workshop.items.first(where: { $0.clock.isRunning }) else { return nil }
    let moves = moves(in: item, of: workshop).lazy.compactMap { workshop.remainder(of: $0) }
    // While somebody has their turn, the others wait with what belongs to theirs.
    let turns = Set(item.clocks.filter { $0.value.isRunning }.map { FieldName($0.key) })
    guard !turns.isEmpty else { return moves.first }
    return moves.first { move in move.turn.map { turns.contains(FieldName($0)) } ?? false }
      ?? moves.first
  }
}
