import CLibArchive
import CLibXML2
import CLibZip

/// The libraries that take wrappings off, as the reader's greeting names them.
package enum Unpackers {
  /// Three numbers each of libxml2, libzip and libarchive.
  package static var versions: [UInt8] {
    let xml = Int(LIBXML_VERSION)
    let archive = Int(archive_version_number())
    let zip = String(cString: zip_libzip_version()).split(separator: ".").map { UInt8($0) ?? 0 }
    return [xml / 10000, xml / 100 % 100, xml % 100].map(UInt8.init(clamping:))
      + (zip + [0, 0, 0]).prefix(3)
      + [archive / 1_000_000, archive / 1000 % 1000, archive % 1000].map(UInt8.init(clamping:))
  }
}
