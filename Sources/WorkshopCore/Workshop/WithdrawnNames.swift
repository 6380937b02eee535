/// Finds people who withdrew by what is left of their names.
///
/// A hash may fit by chance, so that less counts as certain here than where a name can be read.
struct WithdrawnNames {
  private let gone: NameFinder
  /// What looks for them in texts; what may be the name of somebody who is there is doubtful.
  let search: NameSearch
  private let whole: NameSearch

  /// Reads what is left in the document of the people.
  init(_ session: Document?) {
    var veiled = VeiledNames()
    let info = session?[SessionCollection.workshop, WorkshopInfo.record]
    for person in session?.records(SessionCollection.participants) ?? [] where person.erased != nil
    {
      veiled.merge(person.erasedNames)
      // An earlier version left their names with the workshop alone.
      if let info { veiled.merge(VeiledNames(info, of: person.id)) }
    }
    let sessions = [session].compactMap(\.self)
    var others = KnownNames(in: sessions, withErased: false) { _ in true }
    others.addMunicipalities(of: sessions)
    gone = NameFinder([], [veiled])
    search = NameSearch(veiled: gone, besides: others)
    whole = NameSearch(veiled: gone, besides: KnownNames(of: []))
  }

  /// Tells whether there is no name to look for.
  var isEmpty: Bool { gone.isEmpty }

  /// Tells whether the writer of a note, whom somebody typed by name, is one who withdrew and nobody else.
  func haveWriter(_ writer: String) -> Bool {
    !isEmpty && search.isNothingElse(writer) && isWhole(writer)
  }

  /// Tells whether a name is that of somebody who withdrew, whoever else has it.
  func have(_ name: String) -> Bool {
    !isEmpty && whole.isNothingElse(name) && isWhole(name)
  }

  /// Tells whether a text that is nothing but a name is one name; a word alone must be a first name.
  private func isWhole(_ name: String) -> Bool {
    guard gone.names(in: name).count == 1 else { return false }
    let words = FoldedText(name).words
    guard let word = words.first, words.count == 1 else { return true }
    return gone.uses(of: NameUnits.key(word.key)).contains { use in
      switch use.kind {
      case .given, .joined, .particled: true
      case .rest, .bare, .initials, .account: false
      }
    }
  }
}
