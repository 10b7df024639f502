package io.kernelign.chat;

import java.util.List;

/** {@code macro}: a function whose value is what its body writes. */
record MacroDefinition(int line, String name, List<Parameter> parameters, Block body) implements Statement {

    /** What a call block's body is named in the macro that the block calls. */
    static final String CALLER = "caller";

    /** @param fallback {@code null} where the parameter has no default; it is then undefined when not given */
    record Parameter(String name, Expression fallback) {}

    @Override
    public Flow run(Scope scope, Output output) {
        scope.set(name, in(scope));
        return Flow.NEXT;
    }

    /** The macro as it is defined in a scope. */
    Invocable in(Scope scope) {
        return arguments -> call(scope, arguments);
    }

    private Object call(Scope definition, Arguments arguments) {
        var scope = definition.inner();
        scope.set(CALLER, arguments.named().getOrDefault(CALLER, new Undefined("'" + CALLER + "'")));
        arguments.named().remove(CALLER);
        var bound =
                arguments.bind(name, parameters.stream().map(Parameter::name).toArray(String[]::new));
        for (var parameter : parameters) {
            if (bound.has(parameter.name())) {
                scope.set(parameter.name(), bound.get(parameter.name()));
            } else if (parameter.fallback() != null) {
                scope.set(parameter.name(), parameter.fallback().evaluate(scope));
            } else {
                scope.set(parameter.name(), new Undefined("parameter '" + parameter.name() + "'"));
            }
        }
        var output = new Output(scope.meter());
        scope.meter().enterMacro();
        body.run(scope, output);
        scope.meter().leaveMacro();
        return output.text();
    }
}
