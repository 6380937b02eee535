import Synchronization
import WorkshopCore

// What commands did while a screen was open, which its undo takes in.

extension LocalState {
  var commandsName: String { stem + LocalState.commandsEnding }

  /// Lets go of the file of what commands did, once the memory that was remembered last is on the disk.
  ///
  /// To be called once for each time that it was told; what was told last stays until it was taken in as well.
  public func tookInCommands() {
    schedule { waiting in
      waiting.untakenCommands = max(0, waiting.untakenCommands - 1)
      waiting.hasTakenCommands = waiting.untakenCommands == 0
    }
  }

  /// Tells what commands did, once for each time that their file has changed.
  func lookForCommands(_ folder: StateFolder) {
    guard let bytes = try? folder.bytes(of: commandsName, limit: Limits.memory) else { return }
    let isNew = waiting.withLock { waiting in
      guard waiting.commands != bytes else { return false }
      waiting.commands = bytes
      waiting.untakenCommands += 1
      waiting.hasTakenCommands = false
      return true
    }
    if isNew { told(.commands(bytes)) }
  }

  /// Removes the file of what commands did, unless another command did something since.
  func letGoOfCommands(_ due: Waiting, _ folder: StateFolder) throws(SystemFailure) {
    guard let commands = due.commands,
      (try? folder.bytes(of: commandsName, limit: Limits.memory)) == commands
    else { return }
    try folder.remove(commandsName)
  }
}
