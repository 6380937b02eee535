import Testing
import WorkshopCore

@testable import WorkshopContent

/// No language may have more, less or other texts than the structure and the other language.
struct LanguageTests {
  @Test(arguments: Language.allCases)
  func `everything the structure asks for is there, and nothing else`(language: Language) throws {
    var builder = try ContentBuilder(language)
    _ = try builder.content()
    #expect(builder.texts.orphans == [])
  }

  @Test func `words have the same keys in every language`() throws {
    let dutch = try Content.load(.dutch).words
    let english = try Content.load(.english).words
    #expect(Set(dutch.keys).symmetricDifference(english.keys).sorted() == [])
    #expect(dutch.count > 200)
  }

  @Test(arguments: Language.allCases)
  func `no text is empty or has stray blanks`(language: Language) throws {
    for file in [ResourceFile.words(language), .texts(language)] {
      for (key, text) in try file.decode([String: String].self) {
        #expect(!text.isEmpty, "\(file.name): \(key)")
        let isDrawing = key.hasSuffix(".drawing")
        #expect(isDrawing || text.first?.isWhitespace == false, "\(file.name): \(key)")
        #expect(text.last?.isWhitespace == false, "\(file.name): \(key)")
        #expect(!text.dropFirst().contains("  ") || isDrawing, "\(file.name): \(key)")
      }
    }
  }

  @Test func `a text takes the same values in every language`() throws {
    let dutch = try Content.load(.dutch).words
    let english = try Content.load(.english).words
    for (key, text) in dutch {
      #expect(placeholders(text) == placeholders(english[key] ?? ""), "\(key)")
    }
  }

  @Test(arguments: Language.allCases)
  func `each file has one key a line, sorted and once`(language: Language) throws {
    for file in [ResourceFile.words(language), .texts(language)] {
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
      #expect(lines.first == "{" && lines.last == "}")
      let keys = lines.dropFirst().dropLast().map { line in
        line.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" }
      }
      for (key, next) in zip(keys, keys.dropFirst()) {
        #expect(key.utf8.lexicographicallyPrecedes(next.utf8), "\(file.name): \(key), \(next)")
      }
      #expect(keys.count == (try file.decode([String: String].self)).count)
    }
  }

  @Test func `Dutch uses the words of the room`() throws {
    for file in [ResourceFile.words(.dutch), .texts(.dutch)] {
      for (key, text) in try file.decode([String: String].self) {
        // In the source a "sessie" is a part of the day, and "facilitator" a role.
        #expect(!text.lowercased().contains("sessie"), "\(key)")
        let isAlias = key.contains(".alias.")
        #expect(isAlias || !text.lowercased().contains("facilitator"), "\(key)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `an activity's name is the word for it`(language: Language) throws {
    let content = try Content.load(language)
    for kind in ActivityKind.allCases {
      #expect(content.activity(kind).name.lowercased() == content.word(kind.rawValue))
    }
  }

  @Test func `each section in the structure is cited`() throws {
    let structure = try ResourceFile.structure.decode(WorkshopStructure.self)
    let text = String(decoding: ResourceFile.structure.bytes, as: UTF8.self)
    for name in structure.sources.keys {
      let isCondition = structure.conditionGroups.contains { $0.source == name }
      #expect(isCondition || text.contains("\"source\": \"\(name)\""), "\(name)")
    }
  }

  private func placeholders(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{([^}]*)\}/).map { String($0.1) })
  }
}
