import Foundation
import SessionStore
import TestSupport
import Testing
import WorkshopCore

/// A folder into which anything may have come: what is in it is read, named or passed over by rule.
struct RandomFolderTests {
  /// What a file may hold.
  private enum Content: CaseIterable {
    case own, ownOfOther, foreign, typed, empty, half, zeros, text, binary, list
  }

  private static let stems = [
    "duinstad", "Duinstad", "DUINSTAD", "beekdorp", "almere", "session", "plenary", "x", "notes",
    "Den Haag", "súdwest", "a.b", "(1)", "-", " ", "duinstad-laptop", "duinstad-2",
  ]
  private static let marks = [
    "", " (1)", " - Copy", " kopie", " 2", ".sync-conflict-20261124-101500-ABCDEFG",
    " (conflicted copy 2026-11-24)", "_conflict-20261124-101500", ".damaged-1", ".damaged-x",
    " (2026-11-24)", "-HOST", ".bak", "~",
  ]
  private static let endings = [
    ".json", ".JSON", ".json.bak", "", ".txt", ".json~", ".tmp", ".json.part", ".swp", ".docx",
    ".json.json",
  ]

  @Test(arguments: 0..<40)
  func `every file is read, named or passed over by rule, and what is not ours is not changed`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var scene = try FolderContentsTests.Scene()
    let other = try FolderContentsTests.Scene(series: 2)
    var put: [String: (content: Content, bytes: [UInt8])] = [:]
    var words: [String: String] = [:]
    for index in 0..<12 {
      let name =
        (Self.stems.randomElement(using: &random) ?? "")
        + (Self.marks.randomElement(using: &random) ?? "")
        + (Self.endings.randomElement(using: &random) ?? "")
      guard !scene.parent.names(in: "session").contains(name) else { continue }
      let content = Content.allCases.randomElement(using: &random) ?? .own
      let bytes: [UInt8]
      switch content {
      case .own:
        words[name] = "word \(index)"
        bytes = try scene.elsewhere("word \(index)")
      case .ownOfOther:
        words[name] = "word \(index)"
        bytes = try scene.elsewhere("word \(index)", in: FolderContentsTests.Scene.beekdorp)
      case .foreign: bytes = try other.bytes("duinstad.json")
      case .typed: bytes = Array(#"{"notes": [{"text": "typed \#(index)"}]}"#.utf8)
      case .empty: bytes = []
      case .half: bytes = Array(try scene.bytes("duinstad.json").prefix(120))
      case .zeros: bytes = [UInt8](repeating: 0, count: 300)
      case .text: bytes = Array("notes about nothing\n".utf8)
      case .binary: bytes = [0x50, 0x4B, 3, 4, 0xFF, 0, 1]
      case .list: bytes = Array("[1, 2]".utf8)
      }
      try scene.put(bytes, name)
      put[name] = (content, bytes)
    }
    let loaded = try scene.folder.load()
    let texts = loaded.documents.values.flatMap(\.texts)
    let named = Set(
      (try scene.folder.check() + scene.folder.bystanders()).map(\.fileName))
    let told = Set(loaded.findings.map(\.fileName))
    for (name, file) in put where !SessionFolder.isPassedOver(name) {
      let isTypedRead = file.content == .typed && texts.contains { $0.hasPrefix("typed") }
      let isRead = words[name].map { texts.contains($0) } ?? isTypedRead
      #expect(isRead || named.contains(name), "\(name), \(file.content)")
      // Words of ours that are not read are told by every command, and not by `check` alone.
      if words[name] != nil { #expect(isRead || told.contains(name), "\(name), \(file.content)") }
    }
    #expect(
      Set(loaded.documents.keys).isSubset(of: [
        .session, .plenary, FolderContentsTests.Scene.duinstad, FolderContentsTests.Scene.beekdorp,
      ]))
    // Whatever is done then, it keeps what is not of this workshop as it is.
    _ = try? scene.folder.save(try scene.note("more", in: FolderContentsTests.Scene.beekdorp))
    _ = try? scene.folder.save(try scene.note("more", in: FolderContentsTests.Scene.duinstad))
    try? scene.folder.erase()
    let there = Set(
      try scene.parent.names(in: "session").filter {
        try FileSystem.live.status(scene.path + "/" + $0).kind == .file
      }.map { try scene.bytes($0) })
    for (name, file) in put where ![.own, .ownOfOther, .typed].contains(file.content) {
      #expect(there.contains(file.bytes), "\(name), \(file.content)")
    }
    // Nor is a word of ours in none of the files.
    let everything = there.map { String(decoding: $0, as: UTF8.self) }.joined()
    for word in words.values { #expect(everything.contains("\"\(word)\""), "\(word)") }
  }
}
