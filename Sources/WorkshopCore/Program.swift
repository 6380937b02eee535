/// The program as it introduces itself.
public enum Program {
  /// Its version, by semantic versioning.
  public static let version = "0.1.0"
  /// Its name with its version.
  public static let title = "Werkplaats \(version)"
}
