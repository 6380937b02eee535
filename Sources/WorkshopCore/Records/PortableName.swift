/// Names of files that every computer takes, also one with Windows to which a folder is copied.
public enum PortableName {
  private static let devices: Set<String> = ["con", "prn", "aux", "nul"]

  /// Tells whether Windows takes a name for a device, whatever stands behind a dot in it.
  ///
  /// Source: Microsoft, *Naming Files, Paths, and Namespaces*.
  public static func isDevice(_ name: String) -> Bool {
    let stem = name.prefix { $0 != "." }.lowercased()
    if devices.contains(stem) { return true }
    let isNumbered = stem.hasPrefix("com") || stem.hasPrefix("lpt")
    return isNumbered && stem.count == 4 && "0123456789¹²³".contains(stem.last ?? " ")
  }

  /// Tells whether a name can be that of a folder everywhere.
  public static func isPortable(_ name: String) -> Bool {
    !isDevice(name) && !name.hasSuffix(".") && !name.hasSuffix(" ")
  }
}
