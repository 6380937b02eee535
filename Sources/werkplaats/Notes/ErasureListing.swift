import WorkshopCore

/// What goes when a participant withdraws, as `erase` prints it.
struct ErasureListing {
  /// Who withdraws, or which notes go.
  let title: String
  let erasure: Erasure
  /// Files in the folder that are not the session's own.
  let strangers: [String]
  /// The session's folder.
  let folder: String
  /// Tells whether it is done already.
  let isDone: Bool

  /// Lines for a person, with nothing in them that a terminal obeys.
  var text: String {
    var lines = [
      VisibleText.line(title), isDone ? "blanked for good:" : "would be blanked for good:",
    ]
    lines += blanked.map { "  \($0)" }
    if !erasure.mentions.isEmpty {
      lines.append("seems to name them, and is left as it is:")
      for mention in erasure.mentions {
        lines.append("  " + place(of: mention))
        lines.append("    “\(VisibleText.line(mention.text.shortened))”")
      }
    }
    if !strangers.isEmpty {
      lines.append("may hold their words, and is left alone:")
      lines += strangers.map { "  \(VisibleText.line($0))" }
    }
    lines.append(
      "not in reach: copies that are not merged yet, backups, reports and prints made before")
    if !isDone { lines.append("Nothing was changed. Add --yes to do it; it cannot be undone.") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var blanked: [String] {
    var counts = [count(erasure.notes, "note", "notes")]
    if erasure.picks > 0 { counts.append(count(erasure.picks, "picked role", "picked roles")) }
    if !erasure.steps.isEmpty {
      counts.append(
        count(erasure.steps.count, "item", "items")
          + " that had them in a group, at a table or as a speaker")
    }
    if erasure.records.contains(where: { $0.collection == SessionCollection.participants }) {
      counts.append("their record: name, function and all that is filled in about them")
    }
    return counts
      + erasure.attachments.map {
        "\(VisibleText.line(folder))/attachments/\(VisibleText.line($0))"
      }
  }

  private func place(of mention: Mention) -> String {
    var parts = ["\(VisibleText.line(folder))/\(mention.document.text).json"]
    if let record = mention.record { parts.append(record.text) }
    parts.append(VisibleText.line(mention.field.text))
    if mention.isHistory { parts.append("in the history") }
    return parts.joined(separator: "  ")
  }

  private func count(_ number: Int, _ one: String, _ other: String) -> String {
    "\(number) \(number == 1 ? one : other)"
  }
}

extension String {
  /// As much of a text as a line of a listing has room for.
  fileprivate var shortened: String { count > 120 ? prefix(119) + "…" : self }
}
