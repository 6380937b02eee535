import CSodium

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a report was made of, and by which program, so that readers can tell whether two were made of the same.
public struct ReportOrigin: Hashable, Codable, Sendable {
  /// The day of the latest change in the data, in universal time as `2026-11-24`; absent where no clock told it.
  ///
  /// Only the day: a time could be that of a note whose time is left out.
  public var latestChange: String?
  /// The SHA-256 of the workshops' files one after the other, in the order of their names, as the program writes them.
  public var sha256: String
  /// The program with its version.
  public var program: String

  /// Works out the origin of a report.
  ///
  /// - Parameters:
  ///   - workshops: The workshops that the report is made of, in any order.
  ///   - program: The program with its version.
  public init(_ workshops: [Workshop], program: String) {
    let documents = Material(workshops).workshops.flatMap { workshop in
      workshop.documents.sorted { $0.key < $1.key }.map(\.value)
    }
    let latest = documents.lazy.flatMap(\.collections.values).flatMap(\.values)
      .flatMap(\.revisions).map(\.stamp.milliseconds)
      .filter { (HybridClock.firstDay..<HybridClock.lastDay).contains($0) }.max()
    latestChange = latest.map(Self.day)
    sha256 = Self.hash(documents.lazy.map { DocumentCoding.bytes(of: $0) })
    self.program = program
  }

  private static func day(_ milliseconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(milliseconds / HybridClock.day * HybridClock.day) / 1000)
      .formatted(.iso8601.year().month().day())
  }

  private static func hash(_ parts: some Sequence<[UInt8]>) -> String {
    var state = csodium_sha256_state()
    csodium_sha256_start(&state)
    for part in parts { csodium_sha256_add(&state, part, UInt64(part.count)) }
    var hash = [UInt8](repeating: 0, count: Int(csodium_sha256_bytes))
    csodium_sha256_end(&state, &hash)
    return hash.map { KeyedHash.hexadecimal(UInt16($0), digits: 2) }.joined()
  }
}
