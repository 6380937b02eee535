extension Report {
  /// A form of cooperation with all who chose it.
  public struct ChosenForm: Hashable, Codable, Sendable {
    /// Its id in the content, for instance `helping-hand`.
    public var id: String
    /// The municipalities that chose it, in their order.
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
  /// The forms of cooperation of all plans; `nil` where none was chosen.
  func chosenForms() -> [Report.ChosenForm]? {
    var chosen: [String: [ToldNote]] = [:]
    for note in byActivity[.plan] ?? [] {
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
        id: id, municipalities: sorted(notes.map(\.municipality)).compactMap { $0?.text },
        notes: notes.map(\.id.text), met: states[.met] ?? 0, notMet: states[.notMet] ?? 0,
        notApplicable: states[.notApplicable] ?? 0)
    }.nonempty
  }
}
