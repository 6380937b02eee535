import WorkshopCore

/// What goes when a participant withdraws, as `erase` prints it.
struct ErasureListing {
  /// Who withdraws, or which notes go.
  let title: String
  let erasure: Erasure
  /// What may still hold their words: files that are not the session's own, and lists that nothing reads.
  let remains: [String]
  /// The session's folder.
  let folder: String
  /// Tells whether it is done already.
  let isDone: Bool
  /// What becomes of texts of others that name them; `nil` where nobody said.
  let choice: MentionChoice?

  /// Lines for a person, with nothing in them that a terminal obeys.
  var text: String {
    var lines = [
      VisibleText.line(title), isDone ? "blanked for good:" : "would be blanked for good:",
    ]
    lines += blanked.map { "  \($0)" }
    let redacted = erasure.mentions.filter(\.canBeRedacted)
    let named = erasure.mentions.filter { !$0.isDoubtful && !$0.canBeRedacted }
    let doubtful = erasure.mentions.filter(\.isDoubtful)
    let unsure = redacted.filter { $0.remainder != nil }
    if choice == .redact {
      list(
        redacted,
        isDone ? "written anew without the name:" : "would be written anew without the name:",
        &lines)
      list(
        unsure,
        "of these, what \(isDone ? "stays" : "would stay") may name them or somebody else still; look at it:",
        &lines)
      list(named, "names them, and is left as it is; change it by hand:", &lines)
    } else {
      let fate =
        choice == .keep
        ? ", and is left as it is:" : "; --mentions redact takes the name out, keep leaves it:"
      list(redacted, "names them\(fate)", &lines)
      list(named, "names them, and is left as it is in any case:", &lines)
    }
    list(
      doubtful,
      "may name them, or somebody else of that name, or be a word; is left as it is in any case, and can be "
        + "blanked by hand with --note:", &lines)
    if !remains.isEmpty {
      lines.append("may hold their words, and is left alone:")
      lines += remains.map { "  \(VisibleText.line($0))" }
    }
    lines.append(
      "not in reach: copies that are not merged yet, backups, reports and prints made before")
    if !isDone {
      lines.append("Nothing was changed. \(choices)Add --yes to do it; it cannot be undone.")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What has to be decided before it can be done.
  private var choices: String {
    guard !erasure.mentions.isEmpty, choice == nil else { return "" }
    return erasure.mentions.contains(where: \.canBeRedacted)
      ? "Give --mentions redact, to take the name out of those texts, or --mentions keep, to leave them. "
      : "Give --mentions keep: redact would leave these texts as well. "
  }

  /// Lists texts; a name that was taken out is not printed again.
  private func list(_ mentions: [Mention], _ title: String, _ lines: inout [String]) {
    guard !mentions.isEmpty else { return }
    lines.append(title)
    for mention in mentions {
      lines.append("  " + place(of: mention))
      let text = isDone ? erasure.redacted(mention.text) : mention.text
      lines.append("    “\(VisibleText.line(text.shortened))”")
    }
  }

  private var blanked: [String] {
    var counts = [count(erasure.notes, "note", "notes")]
    if erasure.picks > 0 { counts.append(count(erasure.picks, "picked role", "picked roles")) }
    if !erasure.steps.isEmpty {
      counts.append(
        count(erasure.steps.count, "item", "items")
          + " that had them in a group, at a table or as a speaker")
    }
    if erasure.rewritten > 0 {
      counts.append(
        "what they said before in the history of "
          + count(erasure.rewritten, "note", "notes") + " that "
          + (erasure.rewritten == 1 ? "is" : "are") + " somebody else's now")
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
