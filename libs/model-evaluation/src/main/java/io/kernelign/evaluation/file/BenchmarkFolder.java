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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A folder with the files of a benchmark. Files are named relative to it, with slashes. Texts are UTF-8; a file whose name
 * ends in {@code .gz} is unpacked.
 */
public record BenchmarkFolder(Path path) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

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
            return files.map(file -> file.getFileName().toString())
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
     * @throws InvalidInputException when there is no such file, or what it holds is no text or nothing
     */
    public String text(String file) throws IOException {
        var text = decoded(file);
        if (text.isBlank()) {
            throw new InvalidInputException(FieldError.unacceptable(file, "empty", "a file of the benchmark"));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    private String decoded(String file) throws IOException {
        try (var bytes = open(file)) {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.readAllBytes()))
                    .toString();
        } catch (NoSuchFileException e) {
            throw new InvalidInputException(FieldError.missing(file, "a file of the benchmark"));
        } catch (CharacterCodingException e) {
            throw new InvalidInputException(FieldError.unacceptable(file, "no UTF-8", "a text in UTF-8"));
        } catch (ZipException | EOFException e) {
            throw new InvalidInputException(FieldError.unacceptable(file, "cut off or damaged", "a whole gzip file"));
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
