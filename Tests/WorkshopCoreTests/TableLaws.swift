import Foundation
import WorkshopCore

/// What must hold of any bytes that are given as a list of people.
enum TableLaws {
  /// Returns the law that the bytes break; `nil` if all hold.
  static func broken(by bytes: [UInt8]) -> String? {
    do {
      let text = try ListText(bytes)
      if let valid = String(validating: bytes, as: UTF8.self), text.encoding == .utf8 {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        guard text.text.utf8.elementsEqual(valid.utf8.dropFirst(isMarked ? 3 : 0)) else {
          return "text in UTF-8 is changed"
        }
      }
      let scalars = text.text.unicodeScalars.count
      do {
        return brokenByList(try PeopleList(text.text), of: text.text, scalars: scalars)
      } catch {
        return isInside(error, scalars) ? nil : "a fault stands outside of the table"
      }
    } catch {
      return isInside(error, bytes.count) ? nil : "a fault stands outside of the bytes"
    }
  }

  /// Line breaks alone make lines, and every column is a scalar of its line.
  private static func isInside(_ fault: ListFault, _ scalars: Int) -> Bool {
    (1...(scalars + 1)).contains(fault.line) && (1...(scalars + 1)).contains(fault.column)
  }

  private static func brokenByList(_ list: PeopleList, of text: String, scalars: Int) -> String? {
    guard list.faults.allSatisfy({ isInside($0, scalars) }) else {
      return "a fault of a row stands outside of the table"
    }
    // What is kept is what is told: every row is somebody, or said to be nobody, or refused.
    // Names alone also end where a page ends, or at another sign that is no line's end in a table.
    let lines = list.separator == nil ? String(text.map { $0.isNewline ? "\n" : $0 }) : text
    let table = try? ListTable(lines) { ListColumn.named($0.text) != nil }
    guard let rows = table?.rows.count else { return "a list is read of a table that is not" }
    // A list of names has no row of headings.
    let told = list.rows.count + list.asides.count + list.faults.count
    guard rows == (list.separator == nil ? 0 : 1) + told else {
      return "a row is left out in silence"
    }
    var scribe = Scribe(
      surroundings: Surroundings(now: { (1_800_000_000_000, 0) }, uuid: { UUID() }))
    var workshop = Workshop()
    let proposal = PeopleProposal(list, for: workshop)
    guard proposal.entries.count == list.rows.count else { return "somebody has no verdict" }
    let steps = proposal.steps(by: &scribe)
    if !steps.isEmpty { workshop.apply(scribe.edit(steps, knowing: workshop.documents).changes) }
    guard workshop.participants.count == proposal.added.count else {
      return "not everybody who is told to be new is there"
    }
    let again = PeopleProposal(list, for: workshop)
    guard again.changing == 0, again.steps(by: &scribe).isEmpty else {
      return "the same list again changes something"
    }
    return nil
  }
}
