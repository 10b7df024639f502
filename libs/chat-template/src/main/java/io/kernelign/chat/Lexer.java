package io.kernelign.chat;

import io.kernelign.chat.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a template into text and the tokens of its tags. Whitespace is controlled as transformers sets Jinja up:
 * {@code trim_blocks} (the newline after a tag goes), {@code lstrip_blocks} (blanks before a tag at the start of a
 * line go), the template's last newline goes; {@code -} strips all whitespace on its side, {@code +} keeps it.
 */
final class Lexer {

    private static final int TAG = 2;

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final LineCounter lines;
    private int position;

    private Lexer(String source) {
        this.source = source;
        this.lines = new LineCounter(source);
    }

    static List<Token> tokens(String template) {
        var unix = template.replace("\r\n", "\n").replace('\r', '\n');
        return new Lexer(unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix).run();
    }

    private List<Token> run() {
        for (int open = nextTag(); open >= 0; open = nextTag()) {
            char kind = source.charAt(open + 1);
            char sign = open + TAG < source.length() ? source.charAt(open + TAG) : ' ';
            text(open, kind, sign);
            position = open + TAG + (sign == '-' || sign == '+' ? 1 : 0);
            if (kind == '#') {
                comment(open);
            } else if (kind == '%') {
                inside(open, Kind.TAG_BEGIN, "%}", Kind.TAG_END);
            } else {
                inside(open, Kind.OUTPUT_BEGIN, "}}", Kind.OUTPUT_END);
            }
        }
        add(Kind.TEXT, source.substring(position), position);
        add(Kind.END, "", source.length());
        return tokens;
    }

    private int nextTag() {
        for (int at = source.indexOf('{', position); at >= 0; at = source.indexOf('{', at + 1)) {
            if (at + 1 < source.length() && "{%#".indexOf(source.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private void text(int end, char kind, char sign) {
        var text = source.substring(position, end);
        if (sign == '-') {
            text = PythonText.strip(text, null, false, true);
        } else if (sign != '+' && kind != '{') {
            text = withoutIndent(text);
        }
        if (!text.isEmpty()) {
            add(Kind.TEXT, text, position);
        }
    }

    private String withoutIndent(String text) {
        int lineStart = text.lastIndexOf('\n') + 1;
        boolean wholeLine = lineStart > 0 || position == 0 || source.charAt(position - 1) == '\n';
        return wholeLine && PythonText.isBlank(text.substring(lineStart)) ? text.substring(0, lineStart) : text;
    }

    private void comment(int open) {
        int end = source.indexOf("#}", position);
        if (end < 0) {
            throw new TemplateException(lines.of(open), "a comment is not closed by #}");
        }
        char sign = end > position ? source.charAt(end - 1) : ' ';
        position = end + TAG;
        trimAfter(sign, true);
    }

    private void inside(int open, Kind begin, String close, Kind end) {
        add(begin, "", open);
        var expression = new ExpressionLexer(source, close, lines, tokens);
        position = expression.run(position);
        add(end, "", position);
        char sign = source.charAt(position);
        position += close.length() + (sign == '-' || sign == '+' ? 1 : 0);
        trimAfter(sign, end == Kind.TAG_END);
    }

    private void trimAfter(char sign, boolean block) {
        if (sign == '-') {
            while (position < source.length() && PythonText.isSpace(source.charAt(position))) {
                position++;
            }
        } else if (sign != '+' && block && position < source.length() && source.charAt(position) == '\n') {
            position++;
        }
    }

    private void add(Kind kind, String text, int at) {
        tokens.add(new Token(kind, text, lines.of(at)));
    }
}
