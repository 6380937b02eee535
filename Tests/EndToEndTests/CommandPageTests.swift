import Foundation
import Testing

/// The report as a page, from a session folder to a file.
struct CommandPageTests {
  /// A JPEG of one grey pixel, in which a camera wrote where it was.
  private static let photograph: Data = {
    func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
      [0xFF, marker, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 0xFF)] + body
    }
    return Data(
      [0xFF, 0xD8] + segment(0xE1, Array("Exif\0\0MM\0* 52.0907 N".utf8))
        + segment(0xC0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
        + [0x12, 0xFF, 0xD9])
  }()

  /// A session with a drawing, whose photograph lies beside it.
  private func drawn(in sandbox: Sandbox) throws {
    try sandbox.makeSession()
    try sandbox.add(
      "de brug zijn wij", ["--activity", "vision", "--place", "drawing", "--by", "contactvrouw"])
    let path = "sessions/proef/utrecht.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    try sandbox.write(
      text.replacing(
        #""activity": "vision","#, with: #""activity": "vision", "attachments": ["brug.jpg"],"#,
        maxReplacements: 1), to: path)
    try FileManager.default.createDirectory(
      at: sandbox.sessions.appending(path: "proef/attachments"), withIntermediateDirectories: true)
    try sandbox.write(Self.photograph, to: "sessions/proef/attachments/brug.jpg")
  }

  @Test func `a page is one file with everything in it, the same bytes each time`() throws {
    let sandbox = try Sandbox()
    try drawn(in: sandbox)
    let once = try sandbox.run(["report", "proef", "--format", "html"])
    #expect(once.code == 0 && once.errors.isEmpty)
    #expect(once.output.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(once.output.hasSuffix("</html>\n"))
    #expect(once.output.contains("de brug zijn wij"))
    let toFile = try sandbox.run(["report", "proef", "--format", "html", "--output", "r.html"])
    #expect(toFile.code == 0 && toFile.output.isEmpty)
    #expect(String(decoding: try sandbox.bytes("r.html"), as: UTF8.self) == once.output)
  }

  @Test func `a team sees its drawing, everybody else only with consent`() throws {
    let sandbox = try Sandbox()
    try drawn(in: sandbox)
    let own = try sandbox.run(["report", "proef", "--format", "html", "--municipality", "utrecht"])
    let address = try #require(own.output.firstMatch(of: /src="data:image\/jpeg;base64,([^"]*)"/))
    let picture = try #require(Data(base64Encoded: String(address.1)))
    #expect(picture.starts(with: [0xFF, 0xD8]) && picture.count < Self.photograph.count)
    #expect(picture.range(of: Data("52.0907".utf8)) == nil)
    let all = try sandbox.run(["report", "proef", "--format", "html"])
    #expect(!all.output.contains("<img") && all.output.contains("de brug zijn wij"))
  }

  @Test func `a name that leads out of the session shows nothing`() throws {
    let sandbox = try Sandbox()
    try drawn(in: sandbox)
    let path = "sessions/proef/utrecht.json"
    try sandbox.write(Self.photograph, to: "geheim.jpg")
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    try sandbox.write(text.replacing("brug.jpg", with: "../../../geheim.jpg"), to: path)
    let own = try sandbox.run(["report", "proef", "--format", "html", "--municipality", "utrecht"])
    #expect(own.code == 0 && !own.output.contains("<img"))
    #expect(own.output.contains("geheim.jpg"))
  }
}
