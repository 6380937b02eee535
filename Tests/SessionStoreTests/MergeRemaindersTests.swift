import Foundation
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Words of another copy that a merge does not take in are never passed off as nothing.
struct MergeRemaindersTests {
  private typealias Scene = FolderContentsTests.Scene

  /// What somebody may have put into a copy under a name that tells nothing.
  enum Kind: CaseIterable {
    case damaged, otherEncoding, typed, headless, foreign, text, folder
  }

  @Test(arguments: Kind.allCases)
  func `what cannot be told for ours is named, with why`(kind: Kind) throws {
    let scene = try Scene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.copyItem(atPath: scene.path, toPath: stick)
    let text = #"{"notes": [{"text": "words that stand nowhere else"}]}"#
    let name = [.text, .folder].contains(kind) ? "wat er nog lag" : "wat er nog lag.json"
    let bytes: [UInt8] =
      switch kind {
      case .damaged: Array(text.utf8.dropLast(9))
      case .otherEncoding:
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .typed: Array(text.utf8)
      case .headless: Array(#"[{"text": "words that stand nowhere else"}]"#.utf8)
      case .foreign: try Scene(series: 2).bytes("duinstad.json")
      case .text, .folder: Array("words that stand nowhere else".utf8)
      }
    if kind == .folder {
      try FileManager.default.createDirectory(
        atPath: stick + "/" + name, withIntermediateDirectories: true)
      try scene.parent.write(Array(text.utf8), to: "stick/\(name)/duinstad.json")
    } else {
      try scene.parent.write(bytes, to: "stick/\(name)")
    }
    let outcome = try scene.folder.merge(SessionFolder(stick))
    #expect(outcome.gain.isEmpty && !outcome.isEmpty)
    #expect(outcome.findings.map(\.file) == ["\(stick)/\(name)"])
    let expected: StoreError.Fact? =
      switch kind {
      case .damaged: nil
      case .otherEncoding: .json(.otherEncoding("UTF-16"))
      case .typed, .headless: .strangeName
      case .foreign: .otherSession
      case .text, .folder: .bystander
      }
    if let expected { #expect(outcome.findings.map(\.fact) == [expected]) }
    #expect(outcome.findings.allSatisfy { $0.isNotice == (kind == .text || kind == .folder) })
    #expect(try scene.texts() == ["first"])
  }

  @Test func `of members that nothing reads and of which one can be kept, the other is named`()
    throws
  {
    let scene = try Scene()
    let stick = scene.parent.path + "/stick"
    try FileManager.default.copyItem(atPath: scene.path, toPath: stick)
    func spoil(_ file: String, _ words: String) throws {
      let text = String(decoding: try scene.parent.bytes(of: file), as: UTF8.self)
      try scene.parent.write(
        text.replacing("\"notes\": [", with: "\"trash\": [\"\(words)\"], \"notes\": ["), to: file)
    }
    try spoil("session/duinstad.json", "words of here")
    #expect(try scene.folder.merge(SessionFolder(stick)).isEmpty)
    try spoil("stick/duinstad.json", "elsewhere")
    let outcome = try scene.folder.merge(SessionFolder(stick))
    #expect(outcome.findings == [StoreError(file: stick + "/duinstad.json", fact: .contradicts)])
    let text = String(decoding: try scene.bytes("duinstad.json"), as: UTF8.self)
    #expect(text.contains("words of here") && !text.contains("elsewhere"))
  }
}
