package io.kernelign.data.rows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Kinds of files that people have and that hold no rows for us: recognised to be refused by their names. */
enum ForeignFormat {
    ENCRYPTED_PARQUET("an encrypted Parquet file", Magic.of("PARE")),
    ZIP("a zip archive", Magic.of(0x50, 0x4B, 3, 4)),
    EMPTY_ZIP("an empty zip archive", Magic.of(0x50, 0x4B, 5, 6)),
    OLD_OFFICE("an Excel workbook or another Office file", Magic.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1)),
    TAR("a tar archive", Magic.of("ustar").at(257)),
    BZIP2("bzip2 data", Magic.of("BZh")),
    XZ("xz data", Magic.of(0xFD, 0x37, 0x7A, 0x58, 0x5A, 0)),
    LZ4("lz4 data", Magic.of(4, 0x22, 0x4D, 0x18)),
    SEVEN_ZIP("a 7-Zip archive", Magic.of(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C)),
    RAR("a RAR archive", Magic.of("Rar!\u001A\u0007")),
    ARROW("an Arrow (Feather) file", Magic.of("ARROW1")),
    ARROW_STREAM("an Arrow stream", Magic.of(0xFF, 0xFF, 0xFF, 0xFF)),
    FEATHER("a Feather file", Magic.of("FEA1")),
    AVRO("an Avro file", Magic.of("Obj\u0001")),
    ORC("an ORC file", Magic.of("ORC")),
    PICKLE_2("a Python pickle", Magic.of(0x80, 2)),
    PICKLE_3("a Python pickle", Magic.of(0x80, 3)),
    PICKLE_4("a Python pickle", Magic.of(0x80, 4)),
    PICKLE_5("a Python pickle", Magic.of(0x80, 5)),
    NUMPY("a NumPy array", Magic.of("\u0093NUMPY")),
    HDF5("an HDF5 file", Magic.of("\u0089HDF")),
    SQLITE("an SQLite database", Magic.of("SQLite format 3")),
    PDF("a PDF document", Magic.of("%PDF-")),
    GIT_LFS("a Git LFS pointer, not the file it stands for", Magic.of("version https://git-lfs"));

    private static final String OFFICE = "[Content_Types].xml";

    private final String description;
    private final Magic magic;

    ForeignFormat(String description, Magic magic) {
        this.description = description;
        this.magic = magic;
    }

    /** What the file is, if it is one of them, as a phrase. */
    static Optional<String> describe(byte[] head) {
        return Arrays.stream(values())
                .filter(format -> format.magic.marks(head))
                .findFirst()
                .map(format -> format == ZIP && new String(head, StandardCharsets.ISO_8859_1).contains(OFFICE)
                        ? OLD_OFFICE.description
                        : format.description);
    }
}
