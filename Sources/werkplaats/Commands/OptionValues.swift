public import ArgumentParser
public import SessionStore
public import WorkshopCore
public import WorkshopReport

// Values of options: their ids are what is typed.

extension Language: ExpressibleByArgument {}

extension ReportFormat: ExpressibleByArgument {}

extension ActivityKind: ExpressibleByArgument {}

extension FormatSchema: ExpressibleByArgument {}

extension MentionChoice: ExpressibleByArgument {}

extension RetentionDate: ExpressibleByArgument {
  /// Reads a day such as `2027-06-30`.
  public init?(argument: String) { self.init(argument) }
}
