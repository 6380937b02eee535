import WorkshopCore

/// Records that may be of one person, as lines for a person.
struct TwinListing {
  let twins: Twins
  /// The session's folder.
  let folder: String

  init(_ workshop: Workshop, folder: String) {
    twins = Twins(among: workshop.participants)
    self.folder = folder
  }

  /// Tells on standard error that there are some, a line for each person.
  ///
  /// - Parameter person: One of them, to tell of nobody else; `nil` for all.
  func tell(of person: RecordID? = nil) {
    let path = VisibleText.line(folder)
    for group in twins.groups where person == nil || group.contains(where: { $0.id == person }) {
      let name = VisibleText.line(group[0].name ?? "")
      StandardError.write(
        "\(path)/session.json: \(group.map(\.id.text).joined(separator: ", ")) “\(name)” may be one person: a "
          + "list that is read on two laptops makes two records; what one of these refused holds for all, and they count once; take all but one "
          + "off the list with d in the opening")
    }
  }
}
