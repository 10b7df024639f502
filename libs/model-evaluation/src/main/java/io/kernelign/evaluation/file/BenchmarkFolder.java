package io.kernelign.evaluation.file;

import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A folder with the files of a benchmark, to be read once. Files are named relative to it, with slashes. Texts are UTF-8; a
 * file whose name ends in {@code .gz} is unpacked. All that is read together has a limit, which small files that unpack to
 * very large ones meet.
 */
public final class BenchmarkFolder {

    private static final int MOST_BYTES = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private int bytesLeft = MOST_BYTES;

    public BenchmarkFolder(Path path) {
        this.path = path;
    }

    /**
     * Files by name, in its order.
     *
     * @param under a folder in this one; empty for this one
     * @param name what the whole name matches
     * @param accepted what the files are, as a phrase
     * @throws InvalidInputException when there is none
     */
    public List<String> files(String under, Pattern name, String accepted) throws IOException {
        var folder = path.resolve(under);
        var found = Files.isDirectory(folder) ? names(folder, name.asMatchPredicate()) : List.<String>of();
        if (found.isEmpty()) {
            throw new InvalidInputException(FieldError.missing(relative(under, name.pattern()), accepted));
        }
        return found.stream().map(file -> relative(under, file)).toList();
    }

    /**
     * The one file of a name.
     *
     * @throws InvalidInputException when there is none or another one
     */
    public String file(String under, Pattern name, String accepted) throws IOException {
        var found = files(under, name, accepted);
        if (found.size() > 1) {
            throw new InvalidInputException(
                    FieldError.unacceptable(relative(under, name.pattern()), found, "one file: " + accepted));
        }
        return found.get(0);
    }

    private static List<String> names(Path folder, Predicate<String> name) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name)
                    .sorted()
                    .toList();
        }
    }

    private static String relative(String under, String file) {
        return under.isEmpty() ? file : under + "/" + file;
    }

    /**
     * The whole text of a file, without a byte order mark.
     *
     * @throws InvalidInputException when there is no such file, or what it holds is no text, nothing or too much
     */
    public String text(String file) throws IOException {
        var text = decoded(file);
        if (text.isBlank()) {
            throw new InvalidInputException(FieldError.unacceptable(file, "empty", "a file of the benchmark"));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private String decoded(String file) throws IOException {
        if (!Files.isRegularFile(path.resolve(file))) {
            throw new InvalidInputException(FieldError.missing(file, "a file of the benchmark"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(FieldError.unacceptable(file, "no UTF-8", "a text in UTF-8"));
        } catch (ZipException | EOFException e) {
            throw new InvalidInputException(
                    FieldError.unacceptable(file, "cut off or damaged", "a file that can be unpacked"));
        }
    }

    private byte[] bytes(String file) throws IOException {
        try (var in = open(file)) {
            var bytes = in.readNBytes(bytesLeft + 1);
            if (bytes.length > bytesLeft) {
                throw new InvalidInputException(FieldError.unacceptable(
                        file, "too large", "at most " + (MOST_BYTES >> 20) + " MiB of all files together, unpacked"));
            }
            bytesLeft -= bytes.length;
            return bytes;
        }
    }

    private InputStream open(String file) throws IOException {
        var bytes = Files.newInputStream(path.resolve(file));
        if (!file.endsWith(".gz")) {
            return bytes;
        }
        try {
            return new GZIPInputStream(bytes);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}
