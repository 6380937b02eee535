import WorkshopContent
import WorkshopCore

/// A list of people that a command was given.
struct PeopleFile {
  /// What stands for standard input.
  static let standardInput = "-"

  /// How the list is called in messages.
  let name: String
  /// What was read of it.
  let list: PeopleList
  private let words: ListWords

  /// What was taken for what, and what is left out, a line each.
  private let readings: [String]

  /// Reads a list.
  init(_ path: String) throws {
    words = try ListWords.commands()
    let source = try ListFile(path)
    name = source.name
    do {
      list = try PeopleList(source.text.text)
    } catch {
      throw CommandError.inList(file: name, [error])
    }
    let place = VisibleText.line(name)
    var readings = [
      "\(place): \(words.encoding(of: source.text)); \(words.columns(of: list))"
    ]
    let more =
      [words.turned(list), words.addresses(in: list)].compactMap(\.self)
      + words.doubtfulConsent(list)
    readings += more.map { "\(place): \($0)" }
    if let names = words.unreadNames(list) { readings.append("\(place): \(names)") }
    if let unread = words.unread(list) { readings.append("\(place): \(unread)") }
    for aside in list.asides {
      readings.append("\(place):\(aside.line):\(aside.column): \(words.aside(aside))")
    }
    self.readings = readings
  }

  /// What is said of the list for people, a line each.
  func notices(_ proposal: PeopleProposal) -> [String] {
    readings + [words.withdrawn(proposal)].compactMap(\.self)
  }

  /// What is wrong in its rows, in the order of the list, and the notices; `nil` where nothing is.
  ///
  /// - Parameters:
  ///   - proposal: What the list would do.
  ///   - more: What else is to be said, a line each.
  func fault(_ proposal: PeopleProposal, besides more: [String] = []) -> CommandError? {
    let faults = (list.faults + proposal.faults).sorted {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
    return faults.isEmpty
      ? nil : .inList(file: name, faults, notices: notices(proposal) + more)
  }

  /// The rows that are not simply as they were, each on a line, and how many are what.
  func preview(_ proposal: PeopleProposal) -> [String] {
    var lines = proposal.municipalities.map(words.municipality)
    for entry in proposal.entries {
      // An answer that the list gives may not be the one that is kept; what changes of them is told apart.
      let isNew = entry.verdict == .added
      let who = VisibleText.line(words.person(entry.person, tellingConsent: isNew))
      let spelling = words.spelling(entry).map { "; " + VisibleText.line($0) } ?? ""
      switch entry.verdict {
      case .changed(_, let differences):
        lines.append("\(verdict(entry)): \(who): \(words.differences(differences))\(spelling)")
      case .unchanged where !spelling.isEmpty: lines.append("\(who)\(spelling)")
      case .unchanged, .unclear: break
      case .double: lines.append("\(verdict(entry)): \(who); \(words.twoPeople)")
      case .added, .takenOff: lines.append("\(verdict(entry)): \(who)")
      }
      if entry.staysNo, case .changed = entry.verdict {
        lines.append("\(who): \(words.answersStay)")
      }
    }
    return lines + [words.summary(proposal, list)]
  }

  private func verdict(_ entry: PeopleProposal.Entry) -> String {
    words.verdict(entry.verdict) ?? ""
  }
}

extension ListWords {
  /// What commands say: English, whatever the language of the workshop.
  static func commands() throws -> ListWords {
    ListWords(try Content.load(.english)) { VisibleText.quoted($0) }
  }
}
