package io.kernelign.torch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs TorchScript source into the archive that libtorch loads: one stateless module of class {@code __torch__.K}. */
final class ScriptArchive {

    /** Pickle protocol 2 of an instance of {@code __torch__.K} whose only attribute is {@code training = True}. */
    private static final String MODULE =
            "\u0080\u0002c__torch__\nK\nq\u0000)\u0081}(X\u0008\u0000\u0000\u0000trainingq\u0001\u0088ubq\u0002.";

    /** Pickle protocol 2 of an empty tuple. */
    private static final String NO_CONSTANTS = "\u0080\u0002).";

    private ScriptArchive() {}

    /** The archive for a source that is a resource beside this class. */
    static byte[] of(String resource) throws IOException {
        byte[] source;
        try (var in = ScriptArchive.class.getResourceAsStream(resource)) {
            source = in.readAllBytes();
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            store(zip, "m/data.pkl", MODULE.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "m/constants.pkl", NO_CONSTANTS.getBytes(StandardCharsets.ISO_8859_1));
            store(zip, "m/version", "10\n".getBytes(StandardCharsets.US_ASCII));
            store(zip, "m/byteorder", "little".getBytes(StandardCharsets.US_ASCII));
            store(zip, "m/code/__torch__.py", source);
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
