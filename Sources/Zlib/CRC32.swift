import CZlib

/// The checksum of ZIP archives and gzip files (ISO 3309).
package enum CRC32 {
    package static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        let sum = unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe crc32_z(0, bytes.baseAddress, bytes.count)
        }
        return UInt32(truncatingIfNeeded: sum)
    }
}
