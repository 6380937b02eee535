/// What names people who withdrew and came in later, as far as the hashes of their names tell.
public struct LateNames: Sendable {
  /// Somebody on the list who is called like somebody who withdrew.
  ///
  /// One list that was read on two laptops makes two records of one person; whether it is that or a namesake,
  /// nothing but a person can tell.
  public struct Namesake: Hashable, Sendable {
    /// Who is on the list.
    public let person: RecordID
    /// What they are called.
    public let name: String
  }

  /// People on the list, in their order.
  public private(set) var namesakes: [Namesake] = []
  /// Texts of others that name them: with a capital, or by more than one word.
  public private(set) var mentions: [Mention] = []

  /// Looks on the list of people alone.
  public init(onListOf workshop: Workshop) {
    guard let session = workshop.documents[.session] else { return }
    findNamesakes(in: session, WithdrawnNames(session))
  }

  /// Looks for them in the documents of a session.
  public init(in documents: some Sequence<Document>) {
    let documents = documents.sorted { $0.name < $1.name }
    guard let session = documents.first(where: { $0.name == .session }) else { return }
    let names = WithdrawnNames(session)
    guard !names.isEmpty else { return }
    findNamesakes(in: session, names)
    for document in documents {
      for (collection, record) in document.living
      // A municipality that is called as a person is names nobody.
      where collection != SessionCollection.municipalities {
        mentions += names.search.mentions(in: record, collection, document.name, nil)
          .filter { !$0.isDoubtful }
      }
    }
  }

  private mutating func findNamesakes(in session: Document, _ names: WithdrawnNames) {
    guard !names.isEmpty else { return }
    for person in session.records(SessionCollection.participants) where person.isPresent {
      if let name = person.fields[Participant.Field.name]?.text, names.have(name) {
        namesakes.append(Namesake(person: person.id, name: name))
      }
    }
  }

  /// What is here and was not there before.
  public func subtracting(_ before: LateNames) -> LateNames {
    var new = self
    new.namesakes.removeAll(where: Set(before.namesakes).contains)
    new.mentions.removeAll(where: Set(before.mentions).contains)
    return new
  }
}
