import WorkshopCore

extension WholeWorkshop {
  /// Folders that are counted together: a workshop, a copy of it in which one note more was written, a
  /// second one, and a bare third one.
  ///
  /// The notes of a municipality of the first also stand in another file of the third, as after copying
  /// by hand.
  public static func severalFolders() -> [[DocumentName: Document]] {
    let first = WholeWorkshop(.counted(series: 1))
    var copy = first
    copy.maker.note("alleen in de kopie", in: "Beekdorp", activity: .tree, place: "roots")
    let second = WholeWorkshop(.counted(series: 2))
    var third = WholeWorkshop(bare: .counted(series: 3))
    third.maker.note("derde", activity: .walk)
    var folders = [first, copy, second, third].map(\.workshop.documents)
    for record in folders[0][beekdorp]?.records(SessionCollection.notes) ?? [] {
      folders[3][.plenary, default: Document(name: .plenary)].insert(
        record, into: SessionCollection.notes)
    }
    return folders
  }
}
