package io.kernelign.chat;

import io.kernelign.chat.Statement.Block;
import io.kernelign.chat.Statement.Flow;
import io.kernelign.chat.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Text, {@code {{ }}} and the tags between {@code {%} and {@code %}}. */
final class StatementParser {

    private static final Set<String> TAGS = Set.of("if", "for", "set", "macro", "generation", "break", "continue");

    private final Cursor cursor;
    private final Symbols symbols = new Symbols();
    private final ExpressionParser expressions;
    private int loops;

    private StatementParser(List<Token> tokens) {
        this.cursor = new Cursor(tokens);
        this.expressions = new ExpressionParser(cursor, symbols);
    }

    /** @throws TemplateException with the line and what is wrong or not supported there */
    static Block parse(String template) {
        var parser = new StatementParser(Lexer.tokens(template));
        var all = parser.block(List.of());
        if (!parser.cursor.at(Kind.END)) {
            throw parser.cursor.unexpected("the end of the template");
        }
        parser.symbols.requireCalledOnesToExist();
        return all;
    }

    /** Statements up to, not including, the first tag with one of these names. */
    private Block block(List<String> ends) {
        cursor.enter();
        int line = cursor.peek().line();
        var statements = new ArrayList<Statement>();
        while (!cursor.at(Kind.END) && !cursor.atTag(ends)) {
            statements.add(statement());
        }
        cursor.leave();
        return new Block(line, statements);
    }

    private Statement statement() {
        var token = cursor.next();
        return switch (token.kind()) {
            case TEXT -> new Statement.Text(token.line(), token.text());
            case OUTPUT_BEGIN -> {
                var value = expression();
                cursor.expect(Kind.OUTPUT_END, "'}}'");
                yield new Statement.Print(token.line(), value);
            }
            default -> tag(token.line());
        };
    }

    private Statement tag(int line) {
        var name = cursor.expectName();
        return switch (name) {
            case "if" -> choice(line);
            case "for" -> loop(line);
            case "set" -> assignment(line);
            case "macro" -> macro(line);
            case "generation" -> {
                endTag();
                yield new Statement.Section(line, body("endgeneration"));
            }
            case "break" -> exit(line, Flow.BREAK);
            case "continue" -> exit(line, Flow.CONTINUE);
            default -> throw Symbols.unsupported(line, "tag", name, TAGS);
        };
    }

    private Statement choice(int line) {
        var condition = expression();
        endTag();
        var then = block(List.of("elif", "else", "endif"));
        int at = openTag();
        if (cursor.acceptName("elif")) {
            cursor.enter();
            var otherwise = new Block(at, List.of(choice(at)));
            cursor.leave();
            return new Statement.Choice(line, condition, then, otherwise);
        }
        return new Statement.Choice(line, condition, then, otherwise(at, "endif"));
    }

    /** From inside an {@code else} or end tag: the statements of the {@code else}, if there is one. */
    private Block otherwise(int line, String end) {
        if (cursor.acceptName("else")) {
            endTag();
            return body(end);
        }
        close(end);
        return new Block(line, List.of());
    }

    private Statement loop(int line) {
        var target = targets();
        cursor.expectName("in");
        var iterable = expressions.fresh(expressions::parseUnconditional);
        var condition = cursor.acceptName("if") ? expression() : null;
        endTag();
        loops++;
        var body = block(List.of("else", "endfor"));
        loops--;
        return new ForLoop(line, target, iterable, condition, body, otherwise(openTag(), "endfor"));
    }

    private Statement exit(int line, Flow flow) {
        if (loops == 0) {
            throw new TemplateException(line, "break or continue outside a loop");
        }
        endTag();
        return new Statement.Exit(line, flow);
    }

    private Statement assignment(int line) {
        var target = targets();
        if (cursor.accept("=")) {
            var value = expressions.fresh(expressions::parseTuple);
            endTag();
            return new Statement.Assignment(line, target, value);
        }
        endTag();
        return new Statement.Capture(line, target, body("endset"));
    }

    private Target targets() {
        var targets = new ArrayList<>(List.of(target()));
        while (cursor.accept(",")) {
            targets.add(target());
        }
        return targets.size() == 1 ? targets.get(0) : Target.each(targets);
    }

    private Target target() {
        var name = cursor.expectName();
        if (cursor.accept(".")) {
            return Target.attribute(name, cursor.expectName());
        }
        symbols.assigned(name);
        return Target.variable(name);
    }

    private Statement macro(int line) {
        var name = cursor.expectName();
        symbols.assigned(name);
        cursor.expect("(");
        var parameters = new ArrayList<MacroDefinition.Parameter>();
        while (!cursor.accept(")")) {
            var parameter = cursor.expectName();
            symbols.assigned(parameter);
            parameters.add(new MacroDefinition.Parameter(parameter, cursor.accept("=") ? expression() : null));
            if (!cursor.atOperator(")")) {
                cursor.expect(",");
            }
        }
        endTag();
        int outer = loops;
        loops = 0;
        var body = body("endmacro");
        loops = outer;
        return new MacroDefinition(line, name, parameters, body);
    }

    /** Statements up to an end tag, and the end tag. */
    private Block body(String end) {
        var body = block(List.of(end));
        openTag();
        close(end);
        return body;
    }

    private void close(String end) {
        cursor.expectName(end);
        endTag();
    }

    private int openTag() {
        return cursor.expect(Kind.TAG_BEGIN, "an end tag").line();
    }

    private void endTag() {
        cursor.expect(Kind.TAG_END, "'%}'");
    }

    private Expression expression() {
        return expressions.fresh(expressions::parse);
    }
}
