/// The part of a report that is hung on a wall: what a day brought, or an activity.
public enum ReportPart: Hashable, Sendable {
  /// A day of the programme, from 1.
  case day(Int)
  /// An activity, on whatever day.
  case activity(ActivityKind)
}

extension Report {
  /// The notes of a part; a note of no item belongs to the day on which its activity is, if that is one.
  public func notes(of part: ReportPart) -> Set<String> {
    guard case .day(let day) = part else {
      return Set(notes.filter { belongs($0.activity, to: part) }.map(\.id))
    }
    let items = workshops.flatMap(\.programme)
    let days = Dictionary(items.map { ($0.id, $0.day) }, uniquingKeysWith: { first, _ in first })
    let byActivity = Dictionary(grouping: items, by: \.activity).mapValues { Set($0.map(\.day)) }
    return Set(
      notes.filter { note in
        if let own = note.item.flatMap({ days[$0] }) { return own == day }
        return note.activity.flatMap { byActivity[$0] } == [day]
      }.map(\.id))
  }

  private func belongs(_ activity: ActivityKind?, to part: ReportPart) -> Bool {
    if case .activity(let own) = part { own == activity } else { false }
  }

  /// The days of the programmes.
  public var days: [Int] { Set(workshops.flatMap(\.programme).map(\.day)).sorted() }
}
