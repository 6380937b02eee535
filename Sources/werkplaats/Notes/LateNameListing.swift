import SessionStore
import WorkshopCore

/// What names people who withdrew and came in later, as lines for a person.
struct LateNameListing {
  let names: LateNames
  /// The session's folder.
  let folder: String

  /// Tells on standard error that there is something; `names` lists the texts.
  func tell() {
    tellNamesakes()
    let path = VisibleText.line(folder)
    guard !names.mentions.isEmpty else { return }
    let count = names.mentions.count
    StandardError.write(
      "\(path): \(count == 1 ? "1 text names" : "\(count) texts name") somebody who withdrew; list "
        + "\(count == 1 ? "it" : "them") with `names`")
  }

  /// Tells on standard error who is called as somebody who withdrew.
  func tellNamesakes() {
    let path = VisibleText.line(folder)
    for one in names.namesakes {
      StandardError.write(
        "\(path)/session.json: \(one.person.text) “\(VisibleText.line(one.name))” is called as somebody who "
          + "withdrew, and counts as who refused everything; if it is the same person, erase that record as well"
      )
    }
  }

  /// A line for each text, and one above; none where nothing is named.
  var lines: [String] {
    guard !names.mentions.isEmpty else { return [] }
    let path = VisibleText.line(folder)
    return ["names somebody who withdrew; --redact ID takes the name out: \(names.mentions.count)"]
      + names.mentions.flatMap { mention in
        [
          "  \(path)/\(mention.document.text).json  \(mention.record?.text ?? "")  "
            + VisibleText.line(mention.field.text) + (mention.isHistory ? "  in the history" : ""),
          "    “\(VisibleText.line(mention.text))”",
        ]
      }
  }
}
