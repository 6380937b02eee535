import Foundation
import TestSupport
import Testing
import WorkshopCore

/// Lists of people as spreadsheets, forms and offices make them, and what each becomes.
struct ListFixtureTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/Lists")

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  @Test func `there are lists of all kinds`() { #expect(Self.names.count >= 58) }

  @Test(arguments: names)
  func `a list becomes these people`(name: String) throws {
    try expectSnapshot(of: told(Self.bytes(of: name)), named: "list-\(name.prefix { $0 != "." })")
  }

  /// Everything that is told of a list, beside a workshop with one municipality.
  private func told(_ bytes: [UInt8]) -> String {
    do {
      let text = try ListText(bytes)
      let list = try PeopleList(text.text)
      var lines = [
        "\(text.encoding.rawValue)\(text.isGuess ? ", a guess" : ""), "
          + "apart by \(list.separator.map { String(describing: $0) } ?? "nothing")"
      ]
      lines += list.headings.map { heading in
        "\(heading.line):\(heading.place) \(heading.text.debugDescription) "
          + "is \(heading.column?.word ?? "not read")"
      }
      lines += list.asides.map { "\($0.line):\($0.column) \($0.kind.rawValue): \($0.text)" }
      lines += list.faults.map { "\($0.line):\($0.column) \($0.fact)" }
      lines += list.doubtful.map { "may be about consent: \($0.text)" }
      lines += list.unreadNames.map { "may hold names: \($0.text.debugDescription)" }
      lines += list.wordy.map { "refused in words under: \($0.text)" }
      if list.withheld > 0 { lines.append("no yes read of \(list.withheld)") }
      lines += [list.turned].compactMap(\.self).map { "turned: \($0.text) to \($0.name)" }
      let proposal = PeopleProposal(list, for: Self.workshop)
      lines += proposal.municipalities.map { "new municipality \($0)" }
      lines += proposal.entries.map { entry in
        "\(entry.line):\(entry.column) \(entry.verdict): \(words(entry.person))"
      }
      return lines.joined(separator: "\n")
    } catch {
      return "\(error.line):\(error.column) \(error.fact)"
    }
  }

  private func words(_ person: NewWorkshop.Person) -> String {
    let consent = Consent.Use.allCases.compactMap { use in
      person.consent[use].map { "\(use.rawValue)=\($0)" }
    }
    let facts = [
      person.name, person.function, person.standing?.rawValue, person.municipality,
      person.organisation,
    ]
    return (facts.map { $0 ?? "-" } + consent).joined(separator: " | ")
  }

  private static let workshop: Workshop = {
    var scribe = Scribe(surroundings: .counted(series: 1))
    let new = NewWorkshop(title: "", language: .dutch, municipalities: ["Duinstad"])
    var workshop = Workshop()
    workshop.apply(new.edit(by: &scribe).changes)
    return workshop
  }()
}
