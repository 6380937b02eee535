import Foundation

/// A photograph that stands within a page: the picture alone, without what the camera tells of the
/// place, the time and itself.
struct EmbeddedPicture: Hashable, Sendable {
  /// What is in the file.
  let kind: Kind
  /// The file, cleaned.
  let bytes: [UInt8]
  /// How large it is when shown upright, in pixels; `nil` if the file does not tell.
  let size: Size?

  enum Kind: String, Sendable {
    case jpeg
    case png
  }

  struct Size: Hashable, Sendable {
    var width: Int
    var height: Int
  }

  /// Takes in a JPEG or a PNG; `nil` for anything else, and for a file that can't be cleaned.
  init?(_ bytes: [UInt8]) {
    if let photograph = JPEGCleaner.clean(bytes) {
      self.init(kind: .jpeg, bytes: photograph.bytes, size: photograph.size)
    } else if let picture = PNGCleaner.clean(bytes) {
      self.init(kind: .png, bytes: picture.bytes, size: picture.size)
    } else {
      return nil
    }
  }

  private init(kind: Kind, bytes: [UInt8], size: Size?) {
    self.kind = kind
    self.bytes = bytes
    // A picture without a size would be shown with none.
    self.size = size.flatMap { $0.width > 0 && $0.height > 0 ? $0 : nil }
  }

  /// The picture as an address that needs no request.
  var address: String { "data:image/\(kind.rawValue);base64,\(Data(bytes).base64EncodedString())" }
}
