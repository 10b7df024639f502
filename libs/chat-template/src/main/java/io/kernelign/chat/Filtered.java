package io.kernelign.chat;

/** {@code subject | name(arguments)}. */
record Filtered(Expression subject, String name, Call.CallArguments arguments) implements Expression {

    @Override
    public Object in(Scope scope) {
        var value = subject.evaluate(scope);
        return Filters.ALL.get(name).apply(value, name, arguments.evaluate(scope));
    }
}
