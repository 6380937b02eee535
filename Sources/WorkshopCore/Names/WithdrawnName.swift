/// A name that somebody types again so that it is masked: that of a participant who withdrew when no names
/// were kept to find it by, or of anybody else who never stood on the list.
public enum WithdrawnName {
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
