import Foundation
import Testing
import WorkshopCore

@testable import WorkshopContent

/// The sentences of simulated participants: the same in both languages, and nobody else's.
struct RehearsalTextTests {
  private func json(_ language: Language) throws -> Any {
    try JSONSerialization.jsonObject(with: Data(ResourceFile.rehearsal(language).bytes))
  }

  private func sentences(_ value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let list as [Any]: list.flatMap(sentences)
    case let members as [String: Any]:
      members.sorted { $0.key < $1.key }.flatMap { sentences($0.value) }
    default: []
    }
  }

  /// The same with the sentences blanked.
  private func shape(_ value: Any) -> NSObject {
    switch value {
    case let list as [Any]: list.map(shape) as NSArray
    case let members as [String: Any]: members.mapValues(shape) as NSDictionary
    default: "" as NSString
    }
  }

  @Test(arguments: Language.allCases)
  func `everything in the file is used`(language: Language) throws {
    let texts = try Content.load(language).rehearsal().texts
    let written = try JSONSerialization.jsonObject(with: JSONEncoder().encode(texts))
    #expect(written as? NSDictionary == (try json(language)) as? NSDictionary)
  }

  @Test func `both languages say as much at each place`() throws {
    #expect(shape(try json(.dutch)) == shape(try json(.english)))
    let relations = try Language.allCases.map { language in
      try #require(try json(language) as? [String: Any])
    }.map {
      String(
        describing: ($0["roles"] as? [String: [[String: String]]])?.mapValues {
          $0.map { $0["relation"] }
        }.sorted { $0.key < $1.key })
    }
    #expect(relations[0] == relations[1])
  }

  @Test(arguments: Language.allCases)
  func `sentences are short and long, and try what is hard to show`(language: Language) throws {
    let all = sentences(try json(language))
    #expect(
      all.allSatisfy { $0 == $0.trimmingCharacters(in: .whitespacesAndNewlines) && !$0.isEmpty })
    #expect(all.count { $0.count > 120 } >= 4)
    #expect(all.contains { $0.unicodeScalars.contains { $0.properties.isEmojiPresentation } })
    #expect(all.contains { $0.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } })
    #expect(all.contains { $0.contains("Ş") } && all.contains { $0.contains("\"") })
    for text in all {
      // In the source a "sessie" is a part of the day, and "facilitator" a role.
      #expect(!text.lowercased().contains("sessie") && !text.lowercased().contains("facilitator"))
      #expect(!text.contains("  "), "\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `nothing is taken from the report`(language: Language) throws {
    let content = try Content.load(language)
    let all = sentences(try json(language)).map { $0.lowercased() }
    let source = content.roles.flatMap { [$0.name] + $0.aliases }
    for name in source { #expect(!all.contains(name.lowercased()), "\(name)") }
    for place in ["utrecht", "zaandam", "dordrecht", "den haag", "zuidplas", "al amal", "hicret"] {
      #expect(!all.contains { $0.contains(place) }, "\(place)")
    }
  }

  @Test(arguments: Language.allCases)
  func `what is to be filled in is there`(language: Language) throws {
    let members = try #require(try json(language) as? [String: Any])
    #expect((members["mark"] as? String)?.contains("{name}") == true)
    #expect((members["again"] as? [String])?.allSatisfy { $0.contains("{text}") } == true)
    let rest = members.filter { $0.key != "mark" && $0.key != "again" }
    #expect(!sentences(rest).contains { $0.contains("{") })
  }
}
