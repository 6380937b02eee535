/// A name that somebody types again so that it is masked: that of a participant who withdrew when no names
/// were kept to find it by, or of anybody else who never stood on the list.
public enum WithdrawnName {
  /// Tells whether a name is hidden already as it would be, so that it need not be written down again.
  public static func isHidden(_ name: String, in session: Document) -> Bool {
    let name = NameUnits(name)
    guard !name.units.isEmpty,
      let record = session[SessionCollection.workshop, WorkshopInfo.record]
    else { return false }
    return VeiledNames(record).names.contains { hash, names in
      names.contains(VeiledName(name, hash))
    }
  }

  /// The step that writes a name down so that it can be found and not read.
  ///
  /// - Parameters:
  ///   - name: The name as it stood on the list, first names first.
  ///   - session: The programme, in which the key of the workshop may stand already.
  ///   - scribe: Gives a random id to the field, and the key if there is none.
  /// - Returns: Nothing for a text in which there is no name.
  public static func step(hiding name: String, in session: Document, by scribe: inout Scribe)
    -> Scribe.Step?
  {
    VeiledNames.step(
      [NameUnits(name)], of: scribe.newRecord(), in: session, random: scribe.newRecord().uuid)
  }
}
