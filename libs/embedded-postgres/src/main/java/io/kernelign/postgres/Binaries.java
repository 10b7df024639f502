package io.kernelign.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once for all our processes and kept in the folder for temporary files. */
final class Binaries {

    private static final int HASH_DIGITS = 16;

    private Binaries() {}

    /** The folder that has {@code bin}, {@code lib} and {@code share}. */
    static Path unpacked() throws IOException {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        var user = System.getProperty("user.name");
        var target = temporary.resolve("kernelign-postgres-" + hash() + "-" + user);
        if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            publish(unpack(temporary), target);
        }
        // Anybody may make folders there: programs of another user's are not run.
        if (!Files.getOwner(target, LinkOption.NOFOLLOW_LINKS).getName().equals(user)) {
            throw new IOException(target + " belongs to somebody else; remove it");
        }
        return target;
    }

    /** Whoever is first publishes; the others find theirs superfluous. */
    private static void publish(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.exists(target)) {
                throw e;
            }
        }
    }

    private static Path unpack(Path parent) throws IOException {
        var everyone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));
        var draft = Files.createTempDirectory(parent, "kernelign-postgres", everyone);
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, draft.resolve(entry.getName()));
            }
        }
        return draft;
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        var program = file.getParent().endsWith("bin");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String hash() throws IOException {
        try (var archive = archive()) {
            var digest = MessageDigest.getInstance("SHA-256").digest(archive.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Named by the artifacts after what {@code uname} says, in lower case. */
    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var archive = Binaries.class.getResourceAsStream("/postgres-" + system + "-" + machine + ".txz");
        if (archive == null) {
            throw new IOException("no PostgreSQL for " + system + " on " + machine
                    + " is on the class path; use one that runs already, or a container");
        }
        return archive;
    }
}
