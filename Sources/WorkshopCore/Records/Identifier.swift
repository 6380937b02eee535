#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A random UUID that says in its type what it names.
///
/// In files it is written in lower case.
public struct Identifier<Subject>: Hashable, Comparable, Sendable {
  /// The UUID.
  public let uuid: UUID

  /// Names a subject by a UUID.
  public init(_ uuid: UUID) { self.uuid = uuid }

  /// Reads a UUID in its usual form, upper or lower case.
  public init?(_ text: String) {
    guard let uuid = UUID(uuidString: text) else { return nil }
    self.uuid = uuid
  }

  /// The UUID in lower case, as it stands in files.
  public var text: String { uuid.uuidString.lowercased() }

  /// Tells whether the bytes of `left` come first.
  public static func < (left: Self, right: Self) -> Bool { left.uuid < right.uuid }
}

extension Identifier: Codable {
  /// Reads a UUID from a single text.
  public init(from decoder: any Decoder) throws {
    uuid = try decoder.singleValueContainer().decode(UUID.self)
  }

  /// Writes the UUID as a single text in lower case.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// The name of a record.
public typealias RecordID = Identifier<Record>
/// The name of a revision.
public typealias RevisionID = Identifier<Revision>
/// The name of a gesture: one act of a person, which may touch several records.
public typealias GestureID = Identifier<Gesture>

/// One act of a person; it is undone as a whole.
public enum Gesture: Sendable {}
