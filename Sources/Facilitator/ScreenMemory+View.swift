import WorkshopCore

// Undo shows what it undoes, also after a restart: so each gesture is remembered with the place where it was
// made.

extension ScreenMemory {
  /// Where the screen stood when something was done, as far as that decides what is in view.
  struct View: Codable, Hashable, Sendable {
    /// The item that was shown.
    var item: RecordID?
    /// The phase of the item.
    var phase: Int?
    /// The page of the item, where its stage has pages.
    var page: Int?
    /// The group that was chosen.
    var group: String?
    /// The box with the cursor.
    var box: Int?
    /// What the stage of the item remembered besides.
    var choices: [String: String]?
    /// What lay over the stage.
    var surface: Surface?
  }

  /// A list over the stage in which things can be done.
  enum Surface: String, Codable, Sendable {
    case programme
    case seats
  }

  /// Where the screen stands in the shown item.
  func view(box: Int, _ surface: Surface?) -> View {
    let id = item?.text ?? ""
    return View(
      item: item, phase: phases[id], page: pages[id], group: groups[id], box: box,
      choices: choices[id], surface: surface)
  }

  /// Shows an item as it was shown before.
  ///
  /// - Parameter isTeam: Whether a team uses this laptop, whose group never changes.
  mutating func show(_ view: View, isTeam: Bool) {
    guard let id = view.item?.text else { return }
    phases[id] = view.phase
    pages[id] = view.page
    if !isTeam { groups[id] = view.group }
    boxes[id] = view.box
    choices[id] = view.choices
  }

  /// Forgets values that stages remember, now and in what can be undone.
  mutating func forgetChoices(where isMeant: (String) -> Bool) {
    func rest(_ choices: [String: String]) -> [String: String] {
      choices.filter { !isMeant($0.value) }
    }
    choices = choices.mapValues(rest)
    func forgetting(_ gesture: Remembered) -> Remembered {
      var gesture = gesture
      if let choices = gesture.view?.choices { gesture.view?.choices = rest(choices) }
      return gesture
    }
    done = done.map(forgetting)
    undone = undone.map(forgetting)
  }
}

extension ScreenMemory.View {
  /// Tells whether a screen can stand there.
  func isSensible(most: Int) -> Bool {
    let texts = [group].compactMap(\.self) + (choices ?? [:]).flatMap { [$0.key, $0.value] }
    return [phase, page, box].allSatisfy { $0.map { (0...most).contains($0) } ?? true }
      && texts.count <= Limits.remembered && texts.allSatisfy { $0.fits(Limits.name) }
  }
}
