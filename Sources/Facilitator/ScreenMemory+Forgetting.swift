public import WorkshopCore

// A machine remembers what was typed and what can be undone. When somebody withdraws, that holds
// their words and their name as well.

extension ScreenMemory {
  /// Forgets what was half typed in the name of who withdraws, and what names them.
  public mutating func forget(_ erasure: Erasure) {
    func isTold(_ gesture: Remembered) -> Bool {
      (gesture.records ?? []).contains(where: erasure.blanks)
    }
    done.removeAll(where: isTold)
    undone.removeAll(where: isTold)
    forget(erasure.gestures, erasure.isNamed)
    func isTheirs(_ draft: Draft) -> Bool {
      let texts = [draft.note.text] + (draft.note.fields ?? [:]).values
      return draft.isAbout(erasure.blanks) || texts.contains(where: erasure.isNamed)
    }
    if draft.map(isTheirs) ?? false { draft = nil }
    leftDrafts.removeAll(where: isTheirs)
    func isTheirs(_ form: FormMemory) -> Bool {
      let records = [form.purpose.record].compactMap(\.self) + form.purpose.about
      return records.contains(where: erasure.blanks)
        || form.values.values.contains(where: erasure.isNamed)
    }
    if form.map(isTheirs) ?? false { form = nil }
    leftForms.removeAll(where: isTheirs)
    let ids = Set(erasure.records.map(\.record.text))
    forgetChoices(where: ids.contains)
  }

  /// Forgets what is blanked in the documents: drafts and forms about it, and gestures that are in none of
  /// them any more.
  ///
  /// - Parameter isWhole: Whether these are all documents; else gestures may be in others.
  public mutating func forgetErased(in documents: [Document], isWhole: Bool = true) {
    let records = documents.flatMap { $0.collections.values.flatMap(\.values) }
    let blank = Set(records.filter { $0.erased != nil }.map(\.id))
    guard !blank.isEmpty else { return }
    // What it is called may be the words of who withdrew, also where the gesture changed more than those.
    func isTold(_ gesture: Remembered) -> Bool {
      (gesture.records ?? []).contains(where: blank.contains)
    }
    done.removeAll(where: isTold)
    undone.removeAll(where: isTold)
    let blanked = documents.reduce(into: Set<GestureID>()) { $0.formUnion($1.blankedGestures) }
    done.removeAll { blanked.contains($0.gesture) }
    undone.removeAll { blanked.contains($0.gesture) }
    if isWhole {
      let known = records.reduce(into: Set<GestureID>()) { known, record in
        for revision in record.revisions {
          if let gesture = revision.gesture { known.insert(gesture) }
        }
      }
      done.removeAll { !known.contains($0.gesture) }
      undone.removeAll { !known.contains($0.gesture) }
    }
    if draft?.isAbout(blank.contains) ?? false { draft = nil }
    leftDrafts.removeAll { $0.isAbout(blank.contains) }
    func isBlank(_ form: FormMemory) -> Bool {
      let about = [form.purpose.record].compactMap(\.self) + form.purpose.about
      let chosen = form.values.values.compactMap(RecordID.init)
      return (about + chosen).contains(where: blank.contains)
    }
    if form.map(isBlank) ?? false { form = nil }
    leftForms.removeAll(where: isBlank)
    forgetChoices { RecordID($0).map(blank.contains) ?? false }
  }

  /// Forgets what was filled in in confidence, which an earlier version of the program remembered.
  mutating func forgetPrivateForms() {
    func isPrivate(_ form: FormMemory) -> Bool { form.purpose.id == ScoreForm.purpose }
    if form.map(isPrivate) ?? false { form = nil }
    leftForms.removeAll(where: isPrivate)
  }

  private mutating func forget(_ gestures: Set<GestureID>, _ isNamed: (String) -> Bool) {
    done.removeAll { gestures.contains($0.gesture) || isNamed($0.label) }
    undone.removeAll { gestures.contains($0.gesture) || isNamed($0.label) }
  }
}

extension ScreenMemory {
  /// Whether it holds what somebody typed and did not keep.
  public var holdsText: Bool { !allLeft.isEmpty }

  /// Tells whether it can only be about a workshop: it names an item, a note or a gesture that was drawn there.
  public func belongs(to documents: [Document]) -> Bool {
    let drafts = leftDrafts + [draft].compactMap(\.self)
    let forms = leftForms + [form].compactMap(\.self)
    let gestures = done + undone
    var named = Set(drafts.flatMap { [$0.note.item, $0.note.addsTo, $0.editing] })
    named.formUnion(forms.map(\.item))
    named.formUnion([item])
    for ids in [Array(phases.keys), Array(pages.keys), Array(groups.keys), Array(boxes.keys)] {
      named.formUnion(ids.map(RecordID.init))
    }
    named.formUnion(gestures.flatMap { $0.records ?? [] })
    let drawn = named.compactMap(\.self).filter(\.isDrawn)
    return documents.contains { document in
      document.collections.values.contains { records in
        drawn.contains { records[$0] != nil }
      }
    }
  }
}

extension ScreenMemory.Draft {
  /// Tells whether it changes or adds to a record of a kind, or is written in the name of one.
  func isAbout(_ isMeant: (RecordID) -> Bool) -> Bool {
    [editing, note.addsTo, note.author].compactMap(\.self).contains(where: isMeant)
  }
}
