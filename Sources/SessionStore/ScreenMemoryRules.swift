public import WorkshopCore

/// How a front end reads what it had this machine remember; to the store that is bytes.
public struct ScreenMemoryRules: Sendable {
  /// The bytes without what is to be forgotten: the same ones where nothing is, and `nil` where
  /// nothing can be read, so that all of it must go.
  public var forgetting: @Sendable (_ bytes: [UInt8], _ withdrawal: Withdrawal) -> [UInt8]?
  /// Tells whether all of the bytes makes sense.
  public var isWhole: @Sendable (_ bytes: [UInt8]) -> Bool
  /// Tells whether the bytes can only be about a workshop, as they name what was drawn there.
  public var belongs: @Sendable (_ bytes: [UInt8], _ documents: [Document]) -> Bool
  /// Tells whether the bytes hold what somebody typed and did not keep.
  public var holdsText: @Sendable (_ bytes: [UInt8]) -> Bool

  /// Makes rules of their parts.
  public init(
    forgetting: @escaping @Sendable (_ bytes: [UInt8], _ withdrawal: Withdrawal) -> [UInt8]?,
    isWhole: @escaping @Sendable (_ bytes: [UInt8]) -> Bool,
    belongs: @escaping @Sendable (_ bytes: [UInt8], _ documents: [Document]) -> Bool,
    holdsText: @escaping @Sendable (_ bytes: [UInt8]) -> Bool
  ) {
    self.forgetting = forgetting
    self.isWhole = isWhole
    self.belongs = belongs
    self.holdsText = holdsText
  }
}
