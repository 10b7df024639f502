package io.kernelign.chat;

import java.util.List;

/** A node of the syntax tree that writes or assigns. */
sealed interface Statement
        permits ForLoop,
                MacroDefinition,
                Statement.Assignment,
                Statement.Block,
                Statement.Capture,
                Statement.Choice,
                Statement.Exit,
                Statement.Print,
                Statement.Section,
                Statement.Text {

    /** What the statements around go on with. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    /** Line of the template on which it begins. */
    int line();

    Flow run(Scope scope, Output output);

    record Text(int line, String text) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            output.write(text);
            return Flow.NEXT;
        }
    }

    record Print(int line, Expression expression) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            output.write(PythonPrinter.str(expression.evaluate(scope), scope.meter()));
            return Flow.NEXT;
        }
    }

    /** Statements one after another; a fault in one of them is reported with its line. */
    record Block(int line, List<Statement> statements) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            for (var statement : statements) {
                var flow = runOne(statement, scope, output);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        }

        private static Flow runOne(Statement statement, Scope scope, Output output) {
            try {
                scope.meter().step();
                return statement.run(scope, output);
            } catch (Fault fault) {
                throw fault.at(statement.line());
            }
        }
    }

    /** Statements with a scope of their own: what {@code generation} marks as the assistant's. */
    record Section(int line, Block body) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            return body.run(scope.inner(), output);
        }
    }

    /** {@code if}: an {@code elif} is a choice inside {@code otherwise}. */
    record Choice(int line, Expression condition, Block then, Block otherwise) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            return (Values.isTrue(condition.evaluate(scope)) ? then : otherwise).run(scope, output);
        }
    }

    /** {@code set}. */
    record Assignment(int line, Target target, Expression value) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            target.assign(value.evaluate(scope), scope);
            return Flow.NEXT;
        }
    }

    /** {@code set} with a body in place of a value. */
    record Capture(int line, Target target, Block body) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            var captured = new Output(scope.meter());
            var flow = body.run(scope.inner(), captured);
            target.assign(captured.text(), scope);
            return flow;
        }
    }

    /** {@code break} and {@code continue}. */
    record Exit(int line, Flow flow) implements Statement {
        @Override
        public Flow run(Scope scope, Output output) {
            return flow;
        }
    }
}
