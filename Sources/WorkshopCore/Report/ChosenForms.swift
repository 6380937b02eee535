extension Report {
  /// A form of cooperation with all who chose it, or in whose cooperation researchers saw it.
  public struct ChosenForm: Hashable, Codable, Sendable {
    /// Its id in the content, for instance `helping-hand`.
    public var id: String
    /// Tells whether researchers saw it in what municipalities do; otherwise teams chose it.
    public var isReading: Bool
    /// The municipalities, in their order.
    public var municipalities: [String]
    /// The notes that say so.
    public var notes: [String]
    /// The number of its conditions that were found met, of all municipalities together.
    public var met: Int
    /// The number of its conditions that were found not met.
    public var notMet: Int
    /// The number of its conditions that were found not to apply.
    public var notApplicable: Int
  }
}

extension Gathering {
  /// The forms of cooperation of all plans, those that teams chose first; `nil` where there are none.
  func chosenForms() -> [Report.ChosenForm]? {
    let notes = filed(.plan).flatMap { _, own in
      let chosen = Self.chosen(own)
      return own.filter { $0.planPart.map(chosen.contains) ?? false }
    }.sorted(by: ToldNote.precedes)
    let forms =
      chosenForms(notes.filter { !$0.isReading }, isReading: false)
      + chosenForms(notes.filter(\.isReading), isReading: true)
    return forms.nonempty
  }

  private func chosenForms(_ notes: [ToldNote], isReading: Bool) -> [Report.ChosenForm] {
    var chosen: [String: [ToldNote]] = [:]
    for note in notes {
      if case .form(let id)? = note.planPart { chosen[id, default: []].append(note) }
    }
    return chosen.sorted { $0.key.precedesByBytes($1.key) }.map { id, notes in
      var states: [ConditionState: Int] = [:]
      // A municipality goes over a condition once, however many notes of it tell of that form.
      for own in Dictionary(grouping: notes, by: \.municipality).values {
        for condition in Report.PlanChoice.conditions(of: own) {
          states[condition.state, default: 0] += 1
        }
      }
      return Report.ChosenForm(
        id: id, isReading: isReading,
        municipalities: sorted(notes.map(\.municipality)).compactMap { $0?.text },
        notes: notes.map(\.printedID), met: states[.met] ?? 0, notMet: states[.notMet] ?? 0,
        notApplicable: states[.notApplicable] ?? 0)
    }
  }
}

extension ToldNote {
  /// Tells whether it says what researchers saw in a cooperation, and not what its team chose.
  var isReading: Bool {
    guard case .form? = planPart else { return false }
    return voice == .researcher
  }
}
