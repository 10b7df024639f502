package io.kernelign.chat;

import io.kernelign.chat.Token.Kind;
import java.util.List;

/** Walks over tokens and bounds how deep the tree becomes that is built from them. */
final class Cursor {

    private static final int DEEPEST = 100;

    private final List<Token> tokens;
    private int position;
    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(position);
    }

    private Token peekSecond() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token next() {
        var token = peek();
        if (token.kind() != Kind.END) {
            position++;
        }
        return token;
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean atOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean atName(String name) {
        return peek().is(Kind.NAME, name);
    }

    /** Whether the next tag, {@code {% name ...}, is one of these. */
    boolean atTag(List<String> names) {
        return at(Kind.TAG_BEGIN)
                && peekSecond().kind() == Kind.NAME
                && names.contains(peekSecond().text());
    }

    boolean atNames(String first, String second) {
        return atName(first) && peekSecond().is(Kind.NAME, second);
    }

    boolean accept(String operator) {
        return step(atOperator(operator));
    }

    boolean acceptName(String name) {
        return step(atName(name));
    }

    private boolean step(boolean there) {
        if (there) {
            next();
        }
        return there;
    }

    void expect(String operator) {
        if (!accept(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    void expectName(String name) {
        if (!acceptName(name)) {
            throw unexpected("'" + name + "'");
        }
    }

    String expectName() {
        return expect(Kind.NAME, "a name").text();
    }

    Token expect(Kind kind, String wanted) {
        if (!at(kind)) {
            throw unexpected(wanted);
        }
        return next();
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw fault("nested more than " + DEEPEST + " deep");
        }
    }

    void leave() {
        depth--;
    }

    TemplateException unexpected(String wanted) {
        return fault("expected " + wanted + ", found " + peek().shown());
    }

    TemplateException fault(String message) {
        return new TemplateException(peek().line(), message);
    }
}
