import Foundation
import Testing
import WorkshopCore

@testable import WorkshopContent

/// Words on screen: values put in, and every word that the program asks for.
struct WordTests {
  @Test func `values are put in as they are`() {
    #expect(fill("{a} en {b}", with: ["a": "{b}", "b": "x"]) == "{b} en x")
    #expect(fill("{a}{a}", with: ["a": "é"]) == "éé")
  }

  @Test func `a name without a value stays visible`() {
    #expect(fill("{wie} is er", with: [:]) == "{wie} is er")
    #expect(fill("open { en niet dicht", with: ["": "x"]) == "open { en niet dicht")
    #expect(fill("", with: [:]) == "")
  }

  @Test func `a missing key shows itself`() throws {
    #expect(try Content.load(.dutch).word("no-such-key") == "⟨no-such-key⟩")
  }

  @Test func `a count chooses the form`() throws {
    let content = try Content.load(.english)
    #expect(content.word("notes", count: 1) == "1 note")
    #expect(content.word("notes", count: 0) == "0 notes")
    #expect(content.word("status.notes-from", count: 3, ["device": "A"]) == "3 notes from A added")
  }

  @Test func `a source is cited with its place`() throws {
    let content = try Content.load(.english)
    let role = try #require(content.roles.first)
    #expect(
      content.citation(of: role.source) == "ch. 3, Rollen in de samenwerking, Fig. 3, p. 21")
    #expect(content.citation(of: .own) == "ours")
  }

  @Test(arguments: Language.allCases)
  func `every word that the program asks for exists`(language: Language) throws {
    let content = try Content.load(language)
    let plain = /\bword\(\s*"(?<key>[^"\\]+)"\s*(?:\)|,\s*(?<count>count:)?)/
    var found = 0
    for file in try swiftFiles() {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: plain) {
        found += 1
        let key = String(match.key)
        let keys = match.count == nil ? [key] : ["\(key).one", "\(key).other"]
        for key in keys {
          #expect(
            content.words[key] != nil, "\(file.lastPathComponent) asks for \(key) in \(language)")
        }
      }
    }
    // The citation of a source asks for three; fewer means that this test looks in vain.
    #expect(found >= 3)
  }

  /// The Swift files that show words; the store's scanner has words of its own.
  private func swiftFiles() throws -> [URL] {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let sources = package.appending(path: "Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return paths.filter { $0.hasSuffix(".swift") }
      .filter { !$0.hasPrefix("SessionStore/") || $0.hasSuffix("StoreErrorWords.swift") }
      .map { sources.appending(path: $0) }
  }
}
