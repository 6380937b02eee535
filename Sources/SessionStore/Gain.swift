public import WorkshopCore

/// What a copy from elsewhere added to a document.
public struct Gain: Hashable, Sendable {
  /// How many records are there that were not there before, by collection; none is zero.
  public private(set) var added: [FieldName: Int] = [:]
  /// How many records that were there already say something else now, or are gone.
  public private(set) var changed: [FieldName: Int] = [:]

  /// Nothing at all.
  public init() {}

  /// What there is to tell of two states of one document.
  init(from before: Document?, to after: Document) {
    for (collection, records) in after.collections {
      for record in records.values {
        let former = before?[collection, record.id]
        if let former, former.isPresent {
          if !former.looks(like: record) { changed[collection, default: 0] += 1 }
        } else if record.isPresent {
          added[collection, default: 0] += 1
        }
      }
    }
  }

  /// The number of records.
  var count: Int { added.values.reduce(0, +) + changed.values.reduce(0, +) }

  /// Tells whether there is nothing to tell.
  public var isEmpty: Bool { added.isEmpty && changed.isEmpty }

  /// Counts another gain in.
  public mutating func add(_ other: Gain) {
    added.merge(other.added, uniquingKeysWith: +)
    changed.merge(other.changed, uniquingKeysWith: +)
  }
}

extension Record {
  /// Tells whether people see the same in both, whatever their histories are.
  fileprivate func looks(like other: Record) -> Bool {
    isPresent == other.isPresent && fields == other.fields
      && tags.elementsEqual(other.tags) { $0.hasSameBytes(as: $1) }
  }
}
