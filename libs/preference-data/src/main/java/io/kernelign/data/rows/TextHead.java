package io.kernelign.data.rows;

import io.kernelign.data.defect.UnusableInputException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** The beginning of a text, by which its container is told. */
final class TextHead {

    private static final int SHOWN_BYTES = 8;

    private final byte[] bytes;
    private final List<String> lines;

    /** @param bytes in UTF-8 */
    TextHead(byte[] bytes) {
        this.bytes = bytes;
        this.lines = new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .limit(2)
                .map(String::strip)
                .toList();
    }

    /** @throws UnusableInputException it is the beginning of nothing that has rows */
    Container container() {
        if (lines.isEmpty()) {
            return Container.JSON_LINES;
        }
        var first = lines.get(0);
        if (first.startsWith("[")) {
            return Container.JSON_ARRAY;
        }
        if (first.startsWith("{")) {
            requireObjectALine();
            return Container.JSON_LINES;
        }
        // A line of JSON Lines may be broken, the first one too.
        if (lines.size() > 1 && lines.get(1).startsWith("{")) {
            return Container.JSON_LINES;
        }
        requireHeader(first);
        return Container.CSV;
    }

    private void requireObjectALine() {
        if (lines.size() > 1 && isOpen(lines.get(0)) && goesOn()) {
            throw new UnusableInputException(
                    "file",
                    "a JSON object that goes on over several lines",
                    "one object a line (JSON Lines), or an array of objects");
        }
    }

    /** Whether the second line belongs to the first, rather than being a row after one that breaks off. */
    private boolean goesOn() {
        return !lines.get(1).startsWith("{")
                || "[{,".indexOf(lines.get(0).charAt(lines.get(0).length() - 1)) >= 0;
    }

    /** Whether objects or lists that begin in the line do not end in it. */
    private static boolean isOpen(String line) {
        int depth = 0;
        var inText = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (inText && c == '\\') {
                i++;
            } else if (c == '"') {
                inText = !inText;
            } else if (!inText) {
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
        return inText || depth > 0;
    }

    private void requireHeader(String line) {
        if (line.chars().anyMatch(c -> Character.isISOControl(c) && c != '\t') || line.indexOf('\uFFFD') >= 0) {
            var shown = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(SHOWN_BYTES, bytes.length));
            throw RecognisedFile.refused(
                    "neither text in UTF-8 nor a known kind of file (it begins with " + shown + ")");
        }
        if (line.startsWith("<")) {
            throw RecognisedFile.refused("an HTML or XML page");
        }
        if (line.indexOf('\t') >= 0) {
            throw RecognisedFile.refused("text with tabs between its columns");
        }
        if (line.indexOf(',') < 0) {
            throw RecognisedFile.refused(
                    line.indexOf(';') < 0 ? "text: " + line : "text with semicolons between its columns");
        }
    }
}
