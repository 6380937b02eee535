import Foundation
import Testing

/// Where a name may mean several, the program asks which.
struct CommandNameTests {
  private func session(_ rows: String) throws -> Sandbox {
    let sandbox = try Sandbox()
    let list = try sandbox.write("name,function,side,municipality\n" + rows, to: "p.csv")
    let outcome = try sandbox.run(["new", "proef", "--participants", list])
    try #require(outcome.code == 0, "\(outcome.errors)")
    return sandbox
  }

  private func add(_ sandbox: Sandbox, by name: String, in municipality: String = "Utrecht") throws
    -> Sandbox.Outcome
  {
    try sandbox.run([
      "note", "add", "proef", "--municipality", municipality, "--activity", "tree", "--by", name,
      "x",
    ])
  }

  /// The ids that a message names.
  private func ids(in message: String) -> [String] {
    message.matches(of: /\(([0-9a-f-]{36})\)/).map { String($0.1) }
  }

  @Test func `two of one function in one municipality are told apart by their ids`() throws {
    let sandbox = try session(
      ",contact woman,informal,Utrecht\n,contact woman,informal,Utrecht\n")
    let asked = try add(sandbox, by: "Contact Woman")
    #expect(asked.code == 64 && asked.output.isEmpty)
    #expect(asked.errors.contains("contact woman, Utrecht ("))
    #expect(try sandbox.notes().isEmpty)
    let two = ids(in: asked.errors)
    #expect(Set(two).count == 2)
    #expect(try add(sandbox, by: two[1]).code == 0)
    let file = String(decoding: try sandbox.bytes("sessions/proef/utrecht.json"), as: UTF8.self)
    #expect(file.contains("\"by\": \"\(two[1])\""))
    let erase = try sandbox.run(["erase", "proef", "--participant", "contact woman"])
    #expect(erase.code == 64 && ids(in: erase.errors).sorted() == two.sorted())
    #expect(try sandbox.run(["erase", "proef", "--participant", two[0]]).code == 0)
  }

  @Test func `namesakes of two municipalities are told apart by them`() throws {
    let sandbox = try session(
      "Fatma,buurtmoeder,informal,Duinstad\nFatma,buurtmoeder,informal,Beekdorp\nJan,,,Utrecht\n")
    for arguments in [
      ["erase", "proef", "--participant", "fatma"],
      [
        "note", "add", "proef", "--municipality", "Utrecht", "--activity", "tree", "--by", "Fatma",
        "x",
      ],
      ["note", "add", "proef", "--group", "plenary", "--activity", "tree", "--by", "Fatma", "x"],
    ] {
      let asked = try sandbox.run(arguments)
      #expect(asked.code == 64)
      #expect(asked.errors.contains("Fatma, buurtmoeder, Duinstad ("), "\(asked.errors)")
      #expect(asked.errors.contains("Fatma, buurtmoeder, Beekdorp ("))
    }
    // Whose sheet it is on tells who wrote it.
    #expect(try add(sandbox, by: "FATMA", in: "Beekdorp").code == 0)
  }

  @Test func `a name is found however it is composed, and people are never one`() throws {
    let sandbox = try session(
      "Zoë,,,Utrecht\nA\u{308}nne,,,Utrecht\nNOOR,wijkagent,,Utrecht\nnoor,coach,,Utrecht\n,Noor,,Utrecht\n"
    )
    for name in ["Zoe\u{308}", "ZOË", " zoë ", "\u{C4}nne", "änne"] {
      #expect(try add(sandbox, by: name).code == 0, "\(name)")
    }
    // A name, the same in capitals with another function, and a function: three people.
    let asked = try add(sandbox, by: "Noor")
    #expect(asked.code == 64 && ids(in: asked.errors).count == 3, "\(asked.errors)")
    #expect(try add(sandbox, by: "Zoe").code == 64)
    #expect(try add(sandbox, by: "").code == 64)
  }

  @Test func `of two municipalities of one name the id is asked for`() throws {
    let sandbox = try Sandbox()
    try sandbox.makeSession()
    let path = "sessions/proef/session.json"
    let text = String(decoding: try sandbox.bytes(path), as: UTF8.self)
    try sandbox.write(
      text.replacing(
        "\"municipalities\": [",
        with: "\"municipalities\": [{\"name\": \"Utrecht\", \"file\": \"utrecht-provincie\"},"),
      to: path)
    let add = ["note", "add", "proef", "--activity", "tree", "x"]
    for arguments in [
      add + ["--municipality", "Utrecht"], add + ["--group", "Utrecht"],
      ["note", "list", "proef", "--municipality", "UTRECHT"],
      ["report", "proef", "--municipality", "Utrecht"],
      ["open", "proef", "--municipality", "Utrecht"],
    ] {
      let asked = try sandbox.run(arguments)
      #expect(asked.code == 64, "\(arguments)")
      #expect(asked.errors.contains("Utrecht (utrecht)"), "\(asked.errors)")
      #expect(asked.errors.contains("Utrecht (utrecht-provincie)"))
    }
    #expect(try sandbox.run(add + ["--municipality", "utrecht"]).code == 0)
    #expect(try sandbox.run(add + ["--municipality", "utrecht-provincie"]).code == 0)
  }
}
