import WorkshopCore

extension StateFolder {
  /// Says which of this machine's files about a session make no sense, and changes nothing.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - loaded: The session.
  ///   - rules: How its front end reads what it had remembered.
  public func check(
    _ session: String, _ loaded: LoadedSession, rules: ScreenMemoryRules
  ) -> [StoreError] {
    let stem = StateStem(session, loaded)
    do throws(StoreError) {
      var findings: [StoreError] = []
      for name in try names() where name.hasPrefix("\(stem.path).") {
        if stem.isMemory(name) || stem.mayBeMemory(name) {
          findings += memory(named: name, rules: rules).findings
        } else if name.hasSuffix(LocalState.outboxEnding) {
          findings += outbox(named: name, for: loaded.documents).findings
        } else if name.hasSuffix(ErasedMemory.ending) {
          // What makes no sense was written anew when the session was read.
          do throws(StoreError) { _ = try bytes(of: name, limit: Limits.memory) } catch {
            findings.append(error)
          }
        }
      }
      return findings
    } catch {
      return [error]
    }
  }

  /// Says which of this machine's files hold what was half typed in another workshop that had the same folder.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - loaded: The session that is there now.
  ///   - rules: How its front end reads what it had remembered.
  public func leftBehind(
    _ session: String, _ loaded: LoadedSession, rules: ScreenMemoryRules
  ) -> [StoreError] {
    let stem = StateStem(session, loaded)
    return ((try? names()) ?? []).compactMap { name in
      guard name.hasPrefix("\(stem.path)."), name.hasSuffix(LocalState.memoryEnding),
        !stem.isMemory(name),
        let bytes = try? bytes(of: name, limit: Limits.memory), rules.holdsText(bytes),
        !(stem.mayBeMemory(name) && rules.belongs(bytes, Array(loaded.documents.values)))
      else { return nil }
      return StoreError(file: path(of: name), fact: .leftBehind)
    }
  }

  /// Says which of this machine's files hold what is on its way to a session and in none of its documents.
  ///
  /// - Parameters:
  ///   - session: The path of the session's folder, without links in it.
  ///   - loaded: The session.
  public func onTheirWay(_ session: String, _ loaded: LoadedSession) -> [StoreError] {
    let stem = LocalState.stem(session)
    return ((try? names()) ?? []).compactMap { name in
      guard name.hasPrefix("\(stem)."), name.hasSuffix(LocalState.outboxEnding),
        let left = outbox(named: name, for: loaded.documents).left
      else { return nil }
      let count = left.outbox.missing(in: loaded.documents)
      return count == 0
        ? nil : StoreError(file: path(of: name), fact: .onTheirWay(records: count))
    }
  }

  /// What is remembered of a screen; `nil` if nothing is or if it can't be read.
  func memory(named name: String, rules: ScreenMemoryRules) -> (
    bytes: [UInt8]?, findings: [StoreError]
  ) {
    do throws(StoreError) {
      guard let bytes = try bytes(of: name, limit: Limits.memory) else { return (nil, []) }
      if rules.isWhole(bytes) { return (bytes, []) }
      return (bytes, [StoreError(file: path(of: name), fact: .senselessMemory)])
    } catch {
      return (nil, [error])
    }
  }

  /// What a program had on its way to a session; `nil` if that is not to be sent.
  func outbox(named name: String, for documents: [DocumentName: Document]) -> (
    left: (outbox: Outbox, bytes: [UInt8], isWhole: Bool)?, findings: [StoreError]
  ) {
    func finding(_ fact: StoreError.Fact) -> [StoreError] {
      [StoreError(file: path(of: name), fact: fact)]
    }
    do throws(StoreError) {
      guard let bytes = try bytes(of: name, limit: Limits.outbox) else { return (nil, []) }
      guard var reading = Outbox.reading(bytes) else { return (nil, finding(.senselessOutbox)) }
      guard reading.outbox.belongs(to: documents) else {
        return (nil, finding(.otherSession))
      }
      if reading.outbox.leaveOutForeign(to: documents) { reading.isWhole = false }
      return (
        (reading.outbox, bytes, reading.isWhole),
        reading.isWhole ? [] : finding(.senselessOutbox)
      )
    } catch {
      return (nil, [error])
    }
  }
}
