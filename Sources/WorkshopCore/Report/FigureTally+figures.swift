extension FigureTally {
  /// The figures of all files that were added.
  public func figures() -> Figures { TellingIDs(of: gathering).replaced(in: wholeFigures()) }

  private func wholeFigures() -> Figures {
    let (numbers, strengths) = counted()
    let kinds = complemented(
      zip(kinds, numbers).filter { $0.1 > 0 }.map { FigureCount(kind: $0, notes: $1) })
    let shown = kinds.filter { !$0.kind.isScore }
    return Figures(
      edition: edition, workshops: workshops.count,
      standings: gathering.standings(),
      notes: shown.reduce(0) { $0 + $1.notes }, activities: Self.activities(shown),
      municipalities: municipalities(shown), strengths: sides(strengths), roles: roleFigures(),
      roleMarket: picks(shown), tree: Self.places(shown, in: .tree) { $0.typedPlace?.text },
      framework: Self.places(shown, in: .framework) { $0.typedPlace?.text },
      plans: plans(shown), consultations: Self.consultations(shown), scores: scores(kinds))
  }

  /// The counts without the municipalities that activities leave out besides, as the report does.
  private func complemented(_ counts: [FigureCount]) -> [FigureCount] {
    guard edition == .public else { return counts }
    var complement = Complement()
    for kind in counts.lazy.map(\.kind) {
      complement.add(
        kind.activity, in: kind.workshop, told: Array(kind.homes.prefix(1)), hidden: kind.hiddenHome
      )
    }
    let left = workshops.enumerated().map { complement.left(in: $1, at: $0) }
    return counts.map {
      FigureCount(kind: $0.kind.without(left[$0.kind.workshop]), notes: $0.notes)
    }
  }

  private static func activities(_ counts: [FigureCount]) -> [Figures.ActivityFigure] {
    let groups = Dictionary(grouping: counts, by: \.kind.activity)
    let known: [ActivityKind?] = ActivityKind.allCases.map(Optional.some) + [nil]
    return known.compactMap { activity in
      groups[activity].map { counts in
        Figures.ActivityFigure(activity: activity, notes: counts.reduce(0) { $0 + $1.notes })
      }
    }
  }

  private func municipalities(_ counts: [FigureCount]) -> [Figures.MunicipalityFigures] {
    let groups = Dictionary(grouping: counts, by: \.kind.municipality)
    return gathering.sorted(groups.keys).map { place in
      Figures.MunicipalityFigures(
        municipality: place?.text, name: gathering.name(of: place),
        activities: Self.activities(groups[place] ?? []))
    }
  }

  private func sides(_ strengths: [CountedStrength]) -> [Figures.SideFigures] {
    var boxes: [Place: (count: Int, additions: Int)] = [:]
    let places = kinds.map(\.typedPlace)
    let elsewhere = elsewhere
    for (ground, additions) in Hung(strengths).grounds {
      if let added = ground.addsTo, elsewhere.contains(added) { continue }
      guard let place = places[Int(ground.kind)] else { continue }
      boxes[place, default: (0, 0)].count += 1
      boxes[place, default: (0, 0)].additions += additions.count
    }
    return Side.allCases.map { side in
      let dimensions: [Dimension?] = Dimension.allCases.map(Optional.some) + [nil]
      let all = dimensions.compactMap { dimension -> Figures.BoxFigure? in
        let box = boxes[.strength(side, dimension)]
        guard dimension != nil || box != nil else { return nil }
        return Figures.BoxFigure(
          dimension: dimension, count: box?.count ?? 0, additions: box?.additions ?? 0)
      }
      return Figures.SideFigures(side: side, boxes: all, count: all.reduce(0) { $0 + $1.count })
    }
  }

  private func roleFigures() -> [Figures.RoleFigures] {
    let counted = edition.municipality == nil ? [] : ids
    let roles = Gathering.roles(of: workshops).map(\.role).filter {
      edition.municipality == nil || !counted.isDisjoint(with: $0.from)
    }
    let sides: [Side?] = Side.allCases.map(Optional.some) + [nil]
    return sides.compactMap { side in
      let own = roles.filter { $0.side == side }
      guard side != nil || !own.isEmpty else { return nil }
      let made = own.count { $0.sourceRole == nil }
      return Figures.RoleFigures(side: side, madeHere: made, source2016: own.count - made)
    }
  }

  private func picks(_ counts: [FigureCount]) -> [Figures.PickFigure] {
    let places = Gathering.rolePlaces(of: workshops)
    var picks: [RecordID?: Int] = [:]
    var seen: Set<[RecordID?]> = []
    for count in counts {
      guard case .pick(let by) = count.kind.detail else { continue }
      let role = count.kind.place.flatMap { places[count.kind.workshop][$0] }
      // Two laptops on which one person took a role at once.
      let isOne = role != nil && by.last != .some(nil)
      if isOne, !seen.insert(by + [role]).inserted { continue }
      picks[role, default: 0] += isOne ? 1 : count.notes
    }
    let order = picks.keys.compactMap { $0 }.sorted().map(Optional.some) + [nil]
    return order.compactMap { role in
      picks[role].map { Figures.PickFigure(role: role?.text, count: $0) }
    }
  }

  /// The notes of an activity by place, in the order of the places' bytes.
  private static func places(
    _ counts: [FigureCount], in activity: ActivityKind, withOthers: Bool = false,
    _ place: (FigureKind) -> String?
  ) -> [Figures.PlaceFigure] {
    let groups = Dictionary(grouping: counts.filter { $0.kind.activity == activity }) {
      place($0.kind)
    }
    let named = groups.keys.compactMap { $0 }.sorted { $0.precedesByBytes($1) }
    return (named.map(Optional.some) + (withOthers ? [nil] : [])).compactMap { place in
      groups[place].map { counts in
        let isPlan = activity == .plan
        let told = counts.filter { !$0.kind.isRemark }.compactMap {
          isPlan ? $0.kind.municipality : $0.kind.speakers
        }
        return Figures.PlaceFigure(
          place: place, notes: counts.reduce(0) { $0 + $1.notes },
          municipalities: activity == .tree ? nil : Set(told).count)
      }
    }
  }

  private func plans(_ counts: [FigureCount]) -> [Figures.PlaceFigure] {
    Self.places(counts, in: .plan, withOthers: true) { kind in
      switch kind.typedPlace {
      case .plan(.form(let id))?: PlanPart.form(gathering.told(id)).text
      case .plan(.model(let id))?: PlanPart.model(gathering.told(id)).text
      case .plan(let part)?: part.text
      default: nil
      }
    }
  }

  private static func consultations(_ counts: [FigureCount]) -> Figures.ConsultationFigures {
    var figures = Figures.ConsultationFigures(questions: 0, advice: 0, insights: 0, home: 0)
    for count in counts {
      guard case .said(let saying) = count.kind.detail else { continue }
      switch saying {
      case .question: figures.questions += count.notes
      case .advice: figures.advice += count.notes
      case .insight: figures.insights += count.notes
      case .home: figures.home += count.notes
      }
    }
    return figures
  }

  private func scores(_ counts: [FigureCount]) -> [Report.Score] {
    guard edition.municipality == nil else { return [] }
    var answers: [ScoreKey: [(ConditionScores.Answer, Int)]] = [:]
    for count in counts {
      guard case .score(let side?, let answer) = count.kind.detail,
        case .score(let condition, let moment)? = count.kind.typedPlace
      else { continue }
      let key = ScoreKey(
        workshop: count.kind.workshop, condition: gathering.told(condition), moment: moment,
        side: side)
      answers[key, default: []] += answer.map { [($0, count.notes)] } ?? []
    }
    return ScoreKey.scores(answers.mapValues { ConditionScores($0) })
  }
}

/// A kind of notes with their number.
struct FigureCount {
  let kind: FigureKind
  let notes: Int
}
