import Foundation
import SessionStore
import Testing
import WorkshopCore

/// The page of limits says what the code does.
struct LimitsPageTests {
  private static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func size(_ bytes: Int) -> String {
    bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes >> 10) KB"
  }

  private static func range(_ range: ClosedRange<Int>) -> String {
    "\(range.lowerBound) to \(range.upperBound)"
  }

  /// Each constant with its value as the page writes it.
  private static let values = [
    "Limits.text": size(Limits.text), "Limits.name": size(Limits.name),
    "Limits.document": size(Limits.document), "Limits.depth": "\(Limits.depth)",
    "Limits.attachment": size(Limits.attachment), "Limits.table": size(Limits.table),
    "Limits.line": size(Limits.line), "Limits.memory": size(Limits.memory),
    "Limits.outbox": size(Limits.outbox), "Limits.remembered": "\(Limits.remembered)",
    "Limits.sessionName": "\(Limits.sessionName)", "NumberLimits.days": range(NumberLimits.days),
    "NumberLimits.minutes": range(NumberLimits.minutes),
    "NumberLimits.added": range(NumberLimits.added),
    "NumberLimits.spent": range(NumberLimits.spent),
    "NumberLimits.people": range(NumberLimits.people),
    "NumberLimits.copies": range(NumberLimits.copies),
    "NumberLimits.rounds": range(NumberLimits.rounds),
    "NumberLimits.years": range(NumberLimits.years),
    "NumberLimits.offset": range(NumberLimits.offset),
    "ConditionScores.scale": range(ConditionScores.scale),
    "Rehearsal.mostPeople": "\(Rehearsal.mostPeople)",
  ]

  /// The rows of the page that begin with a constant.
  private func rows() throws -> [String: String] {
    let page = Self.package.appending(
      path: "Sources/SessionStore/SessionStore.docc/Articles/Limits.md")
    var rows: [String: String] = [:]
    for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first, cells.count > 2, first.hasPrefix("`"), first.hasSuffix("`")
      else { continue }
      rows[String(first.dropFirst().dropLast())] = cells[1]
    }
    return rows
  }

  @Test func `the values are those of the code`() throws { #expect(try rows() == Self.values) }

  @Test(arguments: ["Limits", "Workshop/NumberLimits"])
  func `no limit is left out`(file: String) throws {
    let source = try String(
      contentsOf: Self.package.appending(path: "Sources/WorkshopCore/\(file).swift"),
      encoding: .utf8)
    let type = String(try #require(file.split(separator: "/").last))
    let names = source.matches(of: /public static let (\w+)/).map { "\(type).\($0.1)" }
    #expect(!names.isEmpty)
    for name in names { #expect(Self.values[name] != nil, "\(name)") }
  }

  @Test func `what reads and writes holds to them`() {
    #expect(JSONScanner.sizeLimit == Limits.document)
    #expect(JSONScanner.depthLimit == Limits.depth)
    #expect(SessionFolder.attachmentLimit == Limits.attachment)
  }
}
