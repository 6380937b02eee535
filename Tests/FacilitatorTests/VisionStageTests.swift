import TestSupport
import Testing
import WorkshopCore

@testable import Facilitator

struct VisionStageTests {
  /// What the rim was asked to copy last.
  private func attachment(_ room: Room) throws -> Facilitator.Attachment {
    for case .attach(let attachment) in room.effects.reversed() { return attachment }
    throw NotAsked()
  }

  private struct NotAsked: Error {}

  private func shown(_ size: (Int, Int), _ language: Language) throws -> Room {
    let room = try Room(size).open(language: language, at: .vision)
    room.press("n 'Elk kind heeft twee thuizen die elkaar kennen' Enter f")
    room.press("o '/media/foto.jpg' Tab 'de brug zijn wij zelf' Enter")
    room.send(.attached(try attachment(room), named: "x.jpg"))
    return room
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `the visions in words`(_ size: (Int, Int), _ language: Language) throws {
    let room = try shown(size, language)
    room.press("f f")
    try expectSnapshot(
      of: room.screen, named: "vision-words-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes, Language.allCases)
  func `showing a vision to the others`(_ size: (Int, Int), _ language: Language) throws {
    let room = try shown(size, language)
    room.press("f")
    try expectSnapshot(
      of: room.screen, named: "vision-showing-\(size.0)x\(size.1)-\(language.rawValue)")
  }

  @Test(arguments: ScreenTests.sizes) func `asking for a photograph`(_ size: (Int, Int)) throws {
    let room = try Room(size).open(at: .vision)
    room.press("f o '/media/foto.jpg'")
    try expectSnapshot(of: room.screen, named: "vision-photograph-\(size.0)x\(size.1)")
  }

  @Test func `the note comes after the photograph`() throws {
    let room = try Room().open(at: .vision)
    room.press("f Tab o '/media/foto.jpg' Tab 'onze brug' Enter")
    #expect(room.saved.isEmpty)
    let attachment = try attachment(room)
    #expect(attachment.path == "/media/foto.jpg")
    room.send(.attached(attachment, named: "\(attachment.id).jpg"))
    let change = try #require(room.saved.last)
    guard case .revise(let revision) = change.act else { return #expect(Bool(false)) }
    #expect(change.document.text == "duinstad")
    #expect(revision.set["place"] == "drawing")
    #expect(revision.set["attachments"] == .texts(["\(attachment.id).jpg"]))
    #expect(room.screen.contains("onze brug — met foto"))
    room.press("u")
    #expect(!room.screen.contains("onze brug — met foto"))
  }

  @Test func `a drawing that stands there already gets its photograph`() throws {
    let room = try Room().open(at: .vision)
    room.press("f n 'getekend' Enter o 'a.png' Enter")
    room.send(.attached(try attachment(room), named: "x.png"))
    #expect(room.screen.contains("getekend — met foto"))
    #expect(Set(room.saved.map(\.record)).count == 1)
  }

  @Test(arguments: AttachmentRefusal.allCases)
  func `what can't be copied is said, and nothing typed is lost`(_ refusal: AttachmentRefusal)
    throws
  {
    let room = try Room((120, 40)).open(at: .vision)
    room.press("f o '/media/fot' Tab 'uitleg' Enter")
    room.send(.notAttached(refusal))
    #expect(room.saved.isEmpty)
    #expect(!room.screen.contains("⟨"))
    // The form is open again as it was.
    #expect(room.screen.contains("/media/fot") && room.screen.contains("uitleg"))
    let open = try Room((120, 40)).reopen(room, memory: room.press("Left").memory)
    #expect(open.screen.contains("/media/fot"))
    room.press("Esc")
    let again = try Room((120, 40)).reopen(room, memory: room.memory)
    again.press("o")
    #expect(again.screen.contains("/media/fot") && again.screen.contains("uitleg"))
  }

  @Test func `each municipality is shown by itself`() throws {
    let room = try Room().open(at: .vision)
    room.press("n 'van Beekdorp' Enter Tab n 'van Duinstad' Enter f f")
    #expect(room.screen.contains("van Beekdorp") && !room.screen.contains("van Duinstad"))
    room.press("Right")
    #expect(room.screen.contains("van Duinstad") && !room.screen.contains("van Beekdorp"))
    room.press("Left")
    #expect(room.screen.contains("van Beekdorp"))
  }

  @Test(arguments: [" /media/foto.jpg", "/media/foto.jpg ", "\t/media/foto.jpg  "])
  func `a path with blanks around it is not left for the next photograph`(_ path: String) throws {
    let room = try Room().open(at: .vision)
    room.press("f o")
    room.send(.input(.paste(path)))
    room.press("Tab 'onze brug' Enter")
    room.send(.attached(try attachment(room), named: "x.jpg"))
    room.press("o")
    #expect(!room.screen.contains("foto.jpg"))
    #expect(!room.screen.contains("verder met het klad"))
  }
}
