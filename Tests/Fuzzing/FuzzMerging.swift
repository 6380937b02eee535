/// The fuzzer's way in: a file, a byte that UTF-8 does not have, and another copy of the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMerging(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let split = bytes.firstIndex(of: MergingLaws.split) else { return 0 }
  if let law = MergingLaws.fault(of: Array(bytes[..<split]), and: Array(bytes[(split + 1)...])) {
    fatalError(law)
  }
  return 0
}
