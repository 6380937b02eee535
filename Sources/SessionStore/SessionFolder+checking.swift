public import WorkshopCore

extension SessionFolder {
  /// Says what is wrong with the files, what can be read and makes no sense, and which photographs are
  /// missing; changes nothing.
  ///
  /// - Parameters:
  ///   - known: What the built-in content names.
  ///   - time: What the clock on the wall shows; `nil` for that of Greenwich.
  public func check(known: KnownIDs, at time: WallTime? = nil) throws(StoreError) -> SessionCheck {
    let reading = try reading()
    let loaded = reading.loaded
    let unreadable =
      findings(in: reading, loaded.documents) + bystanders(in: reading)
      + heldBeside(reading, loaded.documents)
      + reading.returned.map {
        StoreError(file: file($0.document).path, fact: .returned(records: $0.records))
      }
    var faults: [DocumentName: [SenseFault]] = [:]
    let isWhole = loaded.findings.isEmpty
    for fault in SenseCheck.faults(
      in: loaded.documents.values, known: known, isWhole: isWhole)
    {
      faults[fault.document, default: []].append(fault)
    }
    let clocks = OddClock.all(
      in: loaded.documents.values, now: clock.wall() / 1_000_000)
    let photographs = photographs()
    let seconds = Workshop(documents: loaded.documents.values).secondPlaces
    let takenBack = TakenBack(Withdrawn(), in: loaded.documents.values)
    var findings: [StoreError] = []
    for name in loaded.documents.keys.sorted() {
      guard let document = loaded.documents[name], !document.isFromNewerVersion else { continue }
      findings += self.findings(
        faults[name] ?? [], missing: missing(in: document, photographs),
        clocks: clocks.filter { $0.document == name }, shared: seconds[name] ?? [],
        retention: name == .session ? passedRetention(document, at: time) : nil, in: name,
        source: source(of: name, reading), takenBack: takenBack)
    }
    findings += photographFindings(photographs, named: isWhole ? loaded.documents.values : nil)
    return SessionCheck(
      // What cannot be read comes first, and files in the order of their names.
      findings: (unreadable + findings).enumerated().sorted { left, right in
        left.element.file.hasSameBytes(as: right.element.file)
          ? left.offset < right.offset : left.element.file.precedesByBytes(right.element.file)
      }.map(\.element),
      ignored: ignored(), session: loaded)
  }

  /// The last day on which a workshop was to be kept, if that has passed.
  private func passedRetention(_ session: Document, at time: WallTime?) -> RetentionDate? {
    let time = time ?? WallTime(seconds: clock.wall() / 1_000_000_000, offset: 0)
    let day = session[SessionCollection.workshop, WorkshopInfo.record]
      .flatMap { WorkshopInfo($0).keepUntil }
    return day.flatMap { $0.hasPassed(at: time) ? $0 : nil }
  }

  /// Gives facts their places in a file.
  private func findings(
    _ faults: [SenseFault], missing: [(record: RecordID, name: String)], clocks: [OddClock],
    shared: [(note: RecordID, home: DocumentName)], retention: RetentionDate?,
    in name: DocumentName, source: (file: String, bytes: [UInt8]), takenBack: TakenBack
  ) -> [StoreError] {
    let (file, bytes) = source
    let places = RecordPlaces(bytes, of: name)
    var found: [(offset: Int?, fact: CheckFact)] = faults.map { fault in
      let offset = fault.record.flatMap { record in
        fault.collection.flatMap { places.offset(of: record, in: $0, field: fault.field) }
      }
      return (offset, .senseless(fault.fact, field: fault.field))
    }
    found += missing.map { one in
      let offset = places.offset(
        of: one.record, in: SessionCollection.notes, field: Note.Field.attachments)
      return (offset, .missingPhotograph(one.name))
    }
    // Who copies a file has all its notes twice.
    for (home, notes) in Dictionary(grouping: shared, by: \.home).sorted(by: { $0.key < $1.key }) {
      let offsets = notes.compactMap {
        places.offset(of: $0.note, in: SessionCollection.notes, field: nil)
      }
      found.append((offsets.min(), .sharedNotes(with: home, records: notes.count)))
    }
    // A machine with a wrong clock writes many records; one line tells of all.
    for kind in [OddClock.Kind.ahead, .behind] {
      let odd = clocks.filter { $0.kind == kind }
      guard let first = odd.first else { continue }
      let time = WallTime(seconds: first.stamp.milliseconds / 1000, offset: 0).text
      found.append(
        (
          places.offset(of: first.record, in: first.collection, field: nil),
          .oddClock(kind, at: time, records: odd.count)
        ))
    }
    if let retention {
      let offset = places.offset(
        of: WorkshopInfo.record, in: SessionCollection.workshop,
        field: WorkshopInfo.Field.keepUntil)
      found.append((offset, .retentionPassed(retention)))
    }
    found += places.doubles.map { ($0.offset, .senseless(.sameID, field: "id")) }
    let lines = places.places(of: found.compactMap(\.offset))
    let stray = StrayMembers(bytes, of: name, takenBack: takenBack).found.map {
      StoreError(file: file, place: $0.place, fact: $0.fact)
    }
    return found.enumerated()
      .sorted { ($0.element.offset ?? 0, $0.offset) < ($1.element.offset ?? 0, $1.offset) }
      .map { _, one in
        StoreError(file: file, place: one.offset.flatMap { lines[$0] }, fact: .checked(one.fact))
      } + stray
  }

  // MARK: Photographs

  /// The names in the folder of photographs; `nil` where that cannot be told.
  private func photographs() -> Set<FieldName>? {
    let folder = "\(path)/attachments"
    do throws(SystemFailure) {
      guard let status = try fileSystem.statusIfPresent(folder) else { return [] }
      guard status.kind == .folder else { return nil }
      return Set(try fileSystem.list(folder).map { FieldName($0) })
    } catch {
      return nil
    }
  }

  /// The photographs that notes of a document name and that are not there.
  private func missing(in document: Document, _ photographs: Set<FieldName>?)
    -> [(record: RecordID, name: String)]
  {
    guard let photographs else { return [] }
    return document.records(SessionCollection.notes).filter(\.isPresent).flatMap { record in
      (record.fields[Note.Field.attachments]?.texts ?? [])
        .filter { AttachmentName.isPlain($0) && !photographs.contains(FieldName($0)) }
        .map { (record.id, $0) }
    }
  }

  /// What is no photograph among what notes name, and what no note names.
  ///
  /// - Parameter documents: All documents; `nil` where some could not be read, so that nobody can tell
  ///   what they name.
  private func photographFindings(
    _ photographs: Set<FieldName>?, named documents: Dictionary<DocumentName, Document>.Values?
  ) -> [StoreError] {
    guard let photographs else { return [] }
    let folder = "\(path)/attachments"
    let named = documents.map { documents in
      documents.reduce(into: Set<FieldName>()) { names, document in
        for record in (document.collections[SessionCollection.notes] ?? [:]).values {
          names.formUnion(record.attachments)
        }
      }
    }
    let owed = documents.map { owedErasing($0, among: photographs) } ?? []
    return photographs.sorted().compactMap { name in
      let file = "\(folder)/\(name.text)"
      if owed.contains(name) { return StoreError(file: file, fact: .heldAfterErasing) }
      // What begins with a dot was being copied when a program died.
      if name.text.utf8.first == 0x2E { return nil }
      let isNamed = named?.contains(name) ?? true
      if !isNamed { return StoreError(file: file, fact: .checked(.unnamedPhotograph)) }
      return isPhotograph(file) ? nil : StoreError(file: file, fact: .notAPhotograph)
    }
  }

  private func isPhotograph(_ file: String) -> Bool {
    // A link or a folder in the place of a photograph is told of as such.
    guard (try? fileSystem.status(file))?.kind == .file else { return true }
    guard let descriptor = try? fileSystem.open(file, .read)
    else { return false }
    defer { fileSystem.close(descriptor) }
    var start = [UInt8](repeating: 0, count: 12)
    let count = start.withUnsafeMutableBytes { try? fileSystem.read(descriptor, $0) } ?? 0
    return AttachmentKind(start.prefix(count)) != nil
  }

  // MARK: What is not looked at

  /// What is in the folder and is passed over, whatever is in it.
  private func ignored() -> [String] {
    ((try? fileSystem.list(path)) ?? []).compactMap { name -> String? in
      guard ![".lock", ".turn"].contains(where: { $0.hasSameBytes(as: name) }) else { return nil }
      let isReports = name.hasSameBytes(as: SessionFolder.reportsName)
      guard isReports || FolderContents.isPassedOver(name) else { return nil }
      let isFolder = (try? fileSystem.status("\(path)/\(name)"))?.kind == .folder
      return isFolder ? "\(name)/" : name
    }.sorted { $0.precedesByBytes($1) }
  }
}
