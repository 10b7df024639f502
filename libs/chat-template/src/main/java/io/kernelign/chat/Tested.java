package io.kernelign.chat;

/** {@code subject is name(arguments)}. */
record Tested(Expression subject, String name, Call.CallArguments arguments) implements Expression {

    @Override
    public Object in(Scope scope) {
        var value = subject.evaluate(scope);
        return Tests.ALL.get(name).holds(value, arguments.evaluate(scope));
    }
}
