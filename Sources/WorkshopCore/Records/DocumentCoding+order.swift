extension DocumentCoding {
  /// The ids of the records in the value of a file by their lists, in the order of the file.
  ///
  /// A record that was typed by hand has the id that follows from its content, as when it is read.
  /// Empty for a value that is no document.
  public static func order(in value: JSONValue, name: DocumentName) -> [FieldName: [RecordID]] {
    var order: [FieldName: [RecordID]] = [:]
    for collection in collections(of: name) {
      var nameless: [[UInt8]: Int] = [:]
      for element in value.members?[collection]?.elements ?? [] {
        guard let record = try? record(from: element, at: [], nameless: &nameless).0 else {
          return [:]
        }
        order[collection, default: []].append(record.id)
      }
    }
    return order
  }
}
