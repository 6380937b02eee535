import WorkshopCore
import WorkshopReport

/// How the files of a report are called: after the edition, so that nobody hands on the wrong one.
enum ReportFileName {
  /// The name of a report's file, for instance `report-public.json` or `report-team-beekdorp.md`.
  static func name(of edition: Report.Edition, _ format: ReportFormat) -> String {
    "report-\(edition.municipality.map { "team-" + $0.text } ?? "public").\(format.rawValue)"
  }
}
