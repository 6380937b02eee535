public import WorkshopCore

extension Content {
  /// The built-in programme as the items of a new workshop.
  public var newItems: [NewWorkshop.Item] {
    programme.map { template in
      NewWorkshop.Item(
        template: template.id, kind: template.kind, title: template.title, day: template.day,
        start: template.start, minutes: template.minutes)
    }
  }
}
