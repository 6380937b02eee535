import TextScreen
import WorkshopContent
import WorkshopCore

/// The page on which each municipality is put where it stands, possibly at several places.
///
/// Places are directions of strengthening, seen from families or the community, and starting points.
///
/// Source: *Fig. 2* and *Formeel of informeel als uitgangspunt?*, ch. 2.
enum PlacingGrid {
  /// Under which the column of the cursor is remembered.
  private static let column = "placing-column"

  /// The places in the order of the rows.
  static let places = Place.all(in: .framework)

  /// The municipalities in the order of the columns; one's own on a team's laptop.
  static func municipalities(_ screen: WorkshopScreen) -> [Municipality] {
    let all = screen.workshop.municipalities
    return screen.team.map { team in all.filter { $0.document == team } } ?? all
  }

  /// The place of the row with the cursor.
  static func place(_ screen: WorkshopScreen) -> Place {
    places[min(max(0, screen.focus.row(in: FrameworkStage.placing)), places.count - 1)]
  }

  /// The municipality of the column with the cursor.
  static func municipality(_ screen: WorkshopScreen) -> Municipality? {
    let all = municipalities(screen)
    guard !all.isEmpty else { return nil }
    return all[min(max(0, screen.focus.row(in: column)), all.count - 1)]
  }

  // MARK: Keys

  static func perform(_ action: Action, on screen: inout WorkshopScreen) -> [Effect]? {
    switch action {
    case .left, .right:
      let count = municipalities(screen).count
      let target = min(screen.focus.row(in: column), count - 1) + (action == .left ? -1 : 1)
      // At the edge the arrow turns the page, as on every other page.
      guard (0..<count).contains(target) else { return nil }
      screen.focus.setRow(target, in: column)
      return []
    case .turnPage: return toggle(on: &screen)
    default: return nil
    }
  }

  /// The place that a note is about, and whether it puts the municipality there.
  static func hold(of draft: NoteDraft, _ screen: WorkshopScreen) -> String? {
    guard draft.activity == .framework, let place = places.first(where: { $0.text == draft.place })
    else { return nil }
    let name = label(place, screen.content)
    let isMarked = !screen.workshop.notes.placing(
      at: place, ofGroup: draft.group, inItem: screen.item?.key
    ).isEmpty
    return isMarked ? name : screen.content.word("edit.not-placed", ["place": name])
  }

  /// Puts the municipality at the place, or takes it away; what was said there goes only if asked twice.
  private static func toggle(on screen: inout WorkshopScreen) -> [Effect] {
    guard let item = screen.item, let municipality = municipality(screen) else {
      screen.say(screen.content.word("framework.no-municipalities"))
      return []
    }
    let place = place(screen)
    let group = municipality.document.text
    let text = label(place, screen.content)
    let notes = screen.workshop.notes.placing(at: place, ofGroup: group, inItem: item.key)
    let title = "\(municipality.name): \(text)"
    let words = notes.filter { !$0.text.hasSameBytes(as: text) }
    guard screen.mayTakeAway(words, at: place.text, of: group, by: "Space") else { return [] }
    screen.say(title + (notes.isEmpty ? " ●" : " ·"))
    guard notes.isEmpty else {
      return screen.commit(
        notes.map {
          Scribe.Step(
            $0.document, SessionCollection.notes, $0.id, set: [Note.Field.deleted: .bool(true)])
        }, label: title)
    }
    var draft = NoteDraft(
      document: municipality.document, item: item.key, activity: .framework,
      phase: screen.phase?.id, group: group, place: place.text, channel: .keyboard)
    draft.text = text
    return screen.commit([draft.step(record: screen.scribe.newRecord())], label: title)
  }

  // MARK: The page

  /// A place in words.
  static func label(_ place: Place, _ content: Content) -> String { content.label(of: place) }

  /// A place where there is no room for words: letters of the sides, and the arrow between them.
  private static func shortLabel(_ place: Place, _ content: Content) -> String {
    let formal = content.word("formal.letter")
    let informal = content.word("informal.letter")
    switch place {
    case .direction(let focus, let direction):
      let arrow =
        switch direction {
        case .informalToFormal: "\(informal) ▸ \(formal)"
        case .formalToInformal: "\(formal) ▸ \(informal)"
        case .mutual: "\(formal) ◂▸ \(informal)"
        }
      return content.word("focus.\(focus.rawValue)") + " " + arrow
    case .start(let point):
      let side =
        switch point {
        case .formal: formal
        case .informal: informal
        case .both: "\(formal)+\(informal)"
        }
      return content.word("start") + " " + side
    default: return place.text
    }
  }

  static func slide(_ screen: WorkshopScreen, _ placements: Placements) -> Slide {
    let content = screen.content
    let all = municipalities(screen)
    let letters = Groups.letters(screen.workshop.municipalities)
    let heads = all.map { letters[$0.document] ?? $0.name }
    let width = (heads.map { TextWidth.columns(of: $0) }.max() ?? 1) + 2
    let selectedRow = place(screen)
    let selected = municipality(screen)
    let isFocused = screen.focus.box == 0
    let key = screen.item?.key
    let points = places.map { place in
      let marks = all.map { municipality in
        !screen.workshop.notes.placing(
          at: place, ofGroup: municipality.document.text, inItem: key
        ).isEmpty
      }
      let isHere = place == selectedRow
      return SlidePoint { columns in
        let room = max(4, columns - width * all.count)
        let fits = places.allSatisfy { TextWidth.columns(of: label($0, content)) < room }
        var spans: [SlideLine.Span] = [
          .init(
            TextLayout.truncate(
              fits ? label(place, content) : shortLabel(place, content), columns: room - 1),
            Style(.normal, bold: isHere))
        ]
        for (index, isMarked) in marks.enumerated() {
          let isCursor = isHere && isFocused && all[index] == selected
          var style = Style(isMarked ? .good : .quiet, bold: isMarked)
          style.reverse = isCursor
          spans.append(
            .init(isMarked ? "●" : "·", style, at: room + index * width, isCursor: isCursor))
        }
        return [SlideLine(spans)]
      }
    }
    let name = selected?.name ?? content.word("framework.no-municipalities")
    return Slide(
      id: FrameworkStage.placing, title: content.word("framework.placing"),
      header: { columns in
        let room = max(4, columns - width * all.count)
        let heads = heads.enumerated().map { index, head in
          SlideLine.Span(
            head, Style(all[index] == selected ? .accent : .normal, bold: true),
            at: room + index * width)
        }
        let title = SlideLine.Span(
          TextLayout.truncate(name, columns: room - 1), Style(.accent, bold: true))
        let whole = label(selectedRow, content)
        let fits = places.allSatisfy { TextWidth.columns(of: label($0, content)) < room }
        // Where the rows have no room for words, the one with the cursor is spelled out above them.
        let words =
          fits
          ? [] : [SlideLine([.init(TextLayout.truncate(whole, columns: columns), Style(.quiet))])]
        return [SlideLine([title] + heads)] + words
      }, points: points)
  }
}

extension NoteIndex {
  /// The notes that put a group at a place of the framework; what is only said about the place is not among them.
  func placing(at place: Place, ofGroup group: String?, inItem item: RecordID?) -> [Note] {
    at(place.text, ofGroup: group, inItem: item).filter { !$0.isRemark }
  }
}
