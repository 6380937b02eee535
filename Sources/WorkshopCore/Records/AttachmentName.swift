/// Names of files in the folder of attachments.
///
/// A name from a file may be anything; only one that stays within the folder is ever acted upon.
public enum AttachmentName {
  /// Tells whether a text names a file in a folder: no way out of it, nothing hidden, no controls.
  public static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    return !bytes.isEmpty && bytes.count <= 255 && bytes.first != 0x2E
      && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x2F && $0 != 0x7F }
  }

  /// The plain names in the value of a field.
  static func names(in value: JSONValue?) -> [FieldName] {
    (value?.texts ?? []).filter(isPlain).map { FieldName($0) }
  }
}
