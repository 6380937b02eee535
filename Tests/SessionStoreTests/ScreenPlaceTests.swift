import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing
import WorkshopCore

@testable import SessionStore

/// Several screens of one session on one machine, each with a memory of its own.
struct ScreenPlaceTests {
  /// A screen that runs until it is let go.
  private final class Screen {
    let place: ScreenPlace?
    let state: LocalState

    init(_ scene: LocalScene) {
      place = scene.folder().takePlace(
        forScreenOf: scene.session.path, LoadedSession(documents: [:], findings: []),
        rules: LocalScene.rules
      ) {
        String(decoding: $0, as: UTF8.self).hasPrefix("typing")
      }
      state = LocalState(
        of: scene.session.path, in: scene.folder(), rules: LocalScene.rules, place: place
      ) { _ in }
    }

    func open(_ scene: LocalScene) throws -> LocalState.Found {
      state.open(for: try scene.load())
    }

    func remember(_ text: String) {
      state.remember { Array(text.utf8) }
      state.flush()
    }
  }

  /// Waits until the screens that were let go have let go of their places.
  private func waitUntilGone(_ scene: LocalScene) throws {
    for number in 1...2 {
      for _ in 0..<10_000 where scene.folder().tryPlace(number, of: scene.stem) == nil {
        usleep(1_000)
      }
      try #require(scene.folder().tryPlace(number, of: scene.stem) != nil)
    }
  }

  private func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `two screens remember beside each other, and both have it back after they are killed`()
    throws
  {
    let scene = try LocalScene()
    do {
      let one = Screen(scene)
      let two = Screen(scene)
      #expect(try text(one.open(scene).memory) == nil)
      #expect(try text(two.open(scene).memory) == nil)
      one.remember("typing on one")
      two.remember("typing on two")
      one.remember("typing on one still")
      #expect(scene.names.count == 2)
    }
    try waitUntilGone(scene)
    let one = Screen(scene)
    let two = Screen(scene)
    #expect(try text(one.open(scene).memory) == "typing on one still")
    #expect(try text(two.open(scene).memory) == "typing on two")
  }

  @Test func `who comes after a screen on which something was typed goes on with that`() throws {
    let scene = try LocalScene()
    do {
      let one = Screen(scene)
      let two = Screen(scene)
      one.remember("nothing")
      two.remember("typing on two")
    }
    try waitUntilGone(scene)
    let next = Screen(scene)
    let found = try next.open(scene)
    #expect(text(found.memory) == "typing on two")
    #expect(found.others.map { text($0) } == ["nothing"])
  }

  @Test func `the memory of a screen that runs is no other's`() throws {
    let scene = try LocalScene()
    let one = Screen(scene)
    one.remember("typing on one")
    let two = Screen(scene)
    let found = try two.open(scene)
    #expect(found.memory == nil && found.others.isEmpty)
    #expect(two.state.adopt().isEmpty)
  }

  @Test func `what is taken over is in one of both files at any time`() throws {
    let scene = try LocalScene()
    do {
      let one = Screen(scene)
      let two = Screen(scene)
      one.remember("typing on one")
      two.remember("typing on two")
    }
    try waitUntilGone(scene)
    let next = Screen(scene)
    #expect(try next.open(scene).others.map { text($0) } == ["typing on two"])
    #expect(next.state.adopt().map { text($0) } == ["typing on two"])
    // Something else is remembered meanwhile.
    next.remember("typing on one")
    #expect(scene.bytes.contains("typing on two"))
    next.state.remember { Array("typing on one and two".utf8) }
    next.state.tookOver()
    next.state.flush()
    #expect(scene.bytes == "typing on one and two")
    #expect(scene.names.count == 1)
  }

  @Test func `whose place is being taken over is not found by another screen meanwhile`() throws {
    let scene = try LocalScene()
    do {
      let one = Screen(scene)
      let two = Screen(scene)
      one.remember("x")
      two.remember("typing on two")
    }
    try waitUntilGone(scene)
    let next = Screen(scene)
    #expect(next.place?.number == 2)
    _ = next.state.adopt()
    let other = Screen(scene)
    #expect(other.place?.number == 3)
    #expect(try other.open(scene).others.isEmpty)
  }

  /// Has a command remember what it did.
  private func command(_ text: String, _ scene: LocalScene) throws {
    try scene.folder().changeCommands(of: scene.session.path, [:]) { before in
      (before ?? []) + Array(text.utf8)
    }
  }

  @Test func `what a command does beside a screen is not written over, and the next screen has it`()
    throws
  {
    let scene = try LocalScene()
    do {
      let one = Screen(scene)
      _ = try one.open(scene)
      one.remember("one")
      try command("people ", scene)
      one.remember("one still")
    }
    try waitUntilGone(scene)
    let next = Screen(scene)
    let found = try next.open(scene)
    #expect(text(found.memory) == "one still" && text(found.commands) == "people ")
    #expect(found.others.isEmpty)
    next.state.remember { Array("one and people".utf8) }
    next.state.tookInCommands()
    next.state.flush()
    #expect(scene.bytes == "one and people")
    #expect(scene.names.count == 1)
  }

  @Test func `a screen is told what commands do, once, and lets go only of what it was told`()
    throws
  {
    let scene = try LocalScene()
    let told = Mutex<[String]>([])
    let state = LocalState(
      of: scene.session.path, in: scene.folder(), rules: LocalScene.rules
    ) { news in
      if case .commands(let bytes) = news {
        told.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
      }
    }
    _ = state.open(for: try scene.load())
    try command("a", scene)
    state.flush()
    state.flush()
    #expect(told.withLock(\.self) == ["a"])
    // Another command comes before what the first did is on the disk.
    try command("b", scene)
    state.remember { Array("memory with a".utf8) }
    // It may be written, and what the second did be told, before the screen says that it has what the first did.
    state.flush()
    state.tookInCommands()
    state.flush()
    #expect(scene.bytes.contains("ab"))
    #expect(told.withLock(\.self) == ["a", "ab"])
    state.remember { Array("memory with a and b".utf8) }
    state.tookInCommands()
    state.flush()
    #expect(scene.bytes == "memory with a and b")
  }

  @Test func `a file of another name is no memory`() {
    #expect(ScreenPlace.number(ofMemory: "s.json", "s") == 1)
    #expect(ScreenPlace.number(ofMemory: "s.12.json", "s") == 12)
    for name in [
      "s.1.json", "s.02.json", "s.x.json", "s.2.outbox", "t.json", "s2.json", "s..json",
      "s.commands.json",
    ] {
      #expect(ScreenPlace.number(ofMemory: name, "s") == nil, "\(name)")
    }
  }

  @Test func `without a folder to write in there is a screen without a place`() throws {
    let scene = try LocalScene()
    try Data().write(to: scene.url.deletingLastPathComponent())
    let place = scene.folder().takePlace(
      forScreenOf: scene.session.path, try scene.load(), rules: LocalScene.rules
    ) { _ in true }
    #expect(place == nil)
  }
}
