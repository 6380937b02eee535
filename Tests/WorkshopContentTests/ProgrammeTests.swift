import Testing
import WorkshopContent
import WorkshopCore

/// The two-day programme: the flow of the report, and times of ours that fit.
struct ProgrammeTests {
  @Test func `the report's activities come in its order`() throws {
    let programme = try Content.load(.dutch).programme
    let breaks: Set<ActivityKind> = [.welcome, .break, .lunch, .walk, .free, .recap, .feedback]
    let kinds = { (day: Int) in
      programme.filter { $0.day == day && !breaks.contains($0.kind) }.map(\.kind)
    }
    #expect(kinds(1) == [.pitch, .framework, .strengths, .tree, .dinner, .prejudiceGame])
    #expect(kinds(2) == [.breakfast, .vision, .roleMarket, .consultations, .plan, .closing])
    #expect(programme.filter { $0.kind == .walk }.count == 2)
    #expect(programme.contains { $0.day == 2 && $0.kind == .feedback })
  }

  @Test func `strengths begin with the other`() throws {
    let strengths = try #require(
      try Content.load(.dutch).programme.first { $0.id == "day1-strengths" })
    #expect(strengths.phases.map(\.id) == ["the-other", "additions", "own", "roles"])
    #expect(strengths.phases.map(\.groupForm) == [.side, .plenary, .side, .plenary])
  }

  @Test func `an item ends before the next one starts`() throws {
    let programme = try Content.load(.dutch).programme
    for (item, next) in zip(programme, programme.dropFirst()) where item.day == next.day {
      let start = try #require(minuteOfDay(item.start))
      let nextStart = try #require(minuteOfDay(next.start))
      #expect(start + item.minutes <= nextStart, "\(item.id), \(next.id)")
    }
    #expect(programme.map(\.day) == programme.map(\.day).sorted())
  }

  @Test func `phases fill their item`() throws {
    for item in try Content.load(.dutch).programme where !item.phases.isEmpty {
      #expect(item.phases.map(\.minutes).reduce(0, +) == item.minutes, "\(item.id)")
    }
  }

  @Test(arguments: Language.allCases)
  func `lines for the screen fit beside the rail`(language: Language) throws {
    let content = try Content.load(language)
    for kind in ActivityKind.allCases {
      let text = content.activity(kind)
      #expect(text.shortName.count <= 13, "\(text.shortName)")
      for line in [text.now] + text.phases.map(\.now) {
        #expect(line.count <= 54, "\(line)")
      }
    }
    for dimension in content.dimensions {
      #expect(dimension.shortName.count <= 13, "\(dimension.shortName)")
    }
  }

  @Test func `a step has its own line, another one the general line`() throws {
    let strengths = try Content.load(.english).activity(.strengths)
    #expect(strengths.now(in: "own") == "Apart: what do we ourselves bring?")
    #expect(strengths.now(in: "unknown") == strengths.now)
    #expect(strengths.now(in: nil) == strengths.now)
  }

  @Test func `work has a script and questions to the room`() throws {
    let quiet: Set<ActivityKind> = [.break, .lunch, .dinner, .breakfast, .free]
    for item in try Content.load(.dutch).programme {
      #expect(item.script.isEmpty == quiet.contains(item.kind), "\(item.id)")
      #expect(item.prompts.isEmpty == quiet.contains(item.kind), "\(item.id)")
    }
  }

  private func minuteOfDay(_ time: String?) -> Int? {
    let parts = (time ?? "").split(separator: ":").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 60 + parts[1] : nil
  }
}
