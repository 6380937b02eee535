import SessionStore
import WorkshopCore

/// The photographs that a report shows, read from the folders of its sessions.
enum Photographs {
  /// The most bytes of one: larger ones are named in the report and not shown.
  static let limit = 10 << 20
  /// The most bytes of all together, so that a browser can still open the report.
  static let totalLimit = 100 << 20

  /// The bytes of the photographs by the name of their file, as many as there is room for.
  ///
  /// Only those that the report names are read: what an edition leaves out never gets into it.
  static func bytes(for report: Report, in folders: [SessionFolder]) -> [String: [UInt8]] {
    var photographs: [String: [UInt8]] = [:]
    var left = totalLimit
    for name in (report.visions ?? []).flatMap(\.drawings).flatMap(\.attachments)
    where photographs[name] == nil {
      let found = folders.lazy.compactMap { $0.attachment(name, limit: min(limit, left)) }.first
      guard let found else { continue }
      photographs[name] = found
      left -= found.count
    }
    return photographs
  }
}
