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

  /// Tells by the names here alone whether nobody looks at a file.
  private static func isPassedOver(_ name: String) -> Bool {
    ["~", ".tmp", ".part", ".swp"].contains(where: name.hasSuffix)
  }

  /// Bytes that no other file of the folder has, so that each can be told from the others.
  private static func bytes(
    _ content: Content, _ index: Int, _ scene: inout FolderContentsTests.Scene, foreign: [UInt8]
  ) throws -> [UInt8] {
    switch content {
    case .own: try scene.elsewhere("word \(index)")
    case .ownOfOther: try scene.elsewhere("word \(index)", in: FolderContentsTests.Scene.beekdorp)
    case .foreign: foreign + [UInt8](repeating: 0x20, count: index)
    case .typed: Array(#"{"notes": [{"text": "word \#(index)"}]}"#.utf8)
    case .empty: [UInt8](repeating: 0x0A, count: index)
    case .half: Array(try scene.bytes("duinstad.json").prefix(120 + index))
    case .zeros: [UInt8](repeating: 0, count: 300 + index)
    case .text: Array("notes about nothing \(index)\n".utf8)
    case .binary: [0x50, 0x4B, 3, 4, 0xFF, 0, UInt8(index)]
    case .list: Array("[1, \(index)]".utf8)
    }
  }

  @Test(arguments: 0..<40)
  func `every file is read, named or passed over by rule, and what is not ours is not changed`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    var scene = try FolderContentsTests.Scene()
    var other = try FolderContentsTests.Scene(series: 2)
    try other.add("of another workshop", in: FolderContentsTests.Scene.duinstad)
    var put: [String: (content: Content, bytes: [UInt8])] = [:]
    var words: [String: String] = [:]
    for index in 0..<12 {
      let name =
        (Self.stems.randomElement(using: &random) ?? "")
        + (Self.marks.randomElement(using: &random) ?? "")
        + (Self.endings.randomElement(using: &random) ?? "")
      guard !scene.parent.names(in: "session").contains(name) else { continue }
      let content = Content.allCases.randomElement(using: &random) ?? .own
      let bytes = try Self.bytes(content, index, &scene, foreign: other.bytes("duinstad.json"))
      put[name] = (content, bytes)
      if [.own, .ownOfOther, .typed].contains(content) { words[name] = "word \(index)" }
    }
    // Only now, so that none of them has words of another.
    for (name, file) in put { try scene.put(file.bytes, name) }
    let loaded = try scene.folder.load()
    let texts = loaded.documents.values.flatMap(\.texts)
    #expect(!texts.contains("of another workshop"))
    let named = Set(
      (try scene.folder.check() + scene.folder.bystanders()).map(\.fileName))
    let told = Set(loaded.findings.map(\.fileName))
    for (name, file) in put {
      let isRead = words[name].map { texts.contains($0) } ?? false
      let isPassedOver = Self.isPassedOver(name)
      #expect(SessionFolder.isPassedOver(name) == isPassedOver, "\(name)")
      if isPassedOver {
        #expect(!isRead && !named.contains(name), "\(name), \(file.content)")
        continue
      }
      #expect(isRead || named.contains(name), "\(name), \(file.content)")
      // Words of ours that are not read are told by every command, and not by `check` alone.
      if [.own, .ownOfOther].contains(file.content) {
        #expect(isRead || told.contains(name), "\(name), \(file.content)")
      }
    }
    #expect(
      Set(loaded.documents.keys).isSubset(of: [
        .session, .plenary, FolderContentsTests.Scene.duinstad, FolderContentsTests.Scene.beekdorp,
      ]))
    // Looking changes nothing.
    for (name, file) in put { #expect(try scene.bytes(name) == file.bytes, "\(name)") }

    // Whatever is done then, it keeps what is not of this workshop as it is. Only where another workshop's
    // document stands in the place of ours nothing is written.
    let beekdorp = put["beekdorp.json"]
    if beekdorp?.content == .foreign {
      #expect(throws: StoreError.self) {
        try scene.folder.save(try scene.note("more there", in: FolderContentsTests.Scene.beekdorp))
      }
    } else {
      try scene.folder.save(try scene.note("more there", in: FolderContentsTests.Scene.beekdorp))
    }
    try scene.folder.save(try scene.note("more", in: FolderContentsTests.Scene.duinstad))
    // What cannot be read may hold words that were to go, and is told.
    try? scene.folder.erase()
    let after = try scene.folder.load().documents.values.flatMap(\.texts)
    #expect(Set(texts + ["more"]).isSubset(of: after))
    #expect(after.contains("more there") == (beekdorp?.content != .foreign))
    #expect(!after.contains("of another workshop"))
    let there = Set(
      try scene.parent.names(in: "session").filter {
        try FileSystem.live.status(scene.path + "/" + $0).kind == .file
      }.map { try scene.bytes($0) })
    for (name, file) in put {
      // What stood in the place of a document and cannot be read has made way under another name.
      let mayMove = name == "beekdorp.json" && file.content != .foreign
      let isOurs = [.own, .ownOfOther, .typed].contains(file.content)
      if mayMove || isOurs {
        #expect(isOurs || there.contains(file.bytes), "\(name), \(file.content)")
      } else {
        #expect((try? scene.bytes(name)) == file.bytes, "\(name), \(file.content)")
      }
      if Self.isPassedOver(name) {
        #expect((try? scene.bytes(name)) == file.bytes, "\(name), \(file.content)")
      }
    }
    // Nor is a word of ours in none of the files.
    let everything = there.map { String(decoding: $0, as: UTF8.self) }.joined()
    for word in words.values { #expect(everything.contains("\"\(word)\""), "\(word)") }
  }
}
