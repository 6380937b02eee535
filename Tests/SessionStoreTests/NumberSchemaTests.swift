import SessionStore
import Testing
import WorkshopCore

/// The published schema has the limits of the code.
struct NumberSchemaTests {
  @Test(
    arguments: [
      ("item", "day", NumberLimits.days), ("item", "minutes", NumberLimits.minutes),
      ("participant", "number", NumberLimits.people),
      ("workshop", "participantTotal", NumberLimits.people),
      ("role", "copies", NumberLimits.copies),
    ] as [(FieldName, FieldName, ClosedRange<Int>)])
  func `numbers lie where the code reads them`(
    owner: FieldName, field: FieldName, range: ClosedRange<Int>
  ) throws {
    let schema = try JSONScanner.value(of: FormatSchema.session.bytes)
    let described = schema.members?["$defs"]?.members?[owner]?.members?["properties"]?.members?[
      field]
    #expect(described?.members?["minimum"] == .integer(range.lowerBound))
    #expect(described?.members?["maximum"] == .integer(range.upperBound))
  }
}
