package io.kernelign.chat;

import java.util.List;

/** {@code macro}: a function whose value is what its body writes. */
record MacroDefinition(int line, String name, List<Parameter> parameters, Block body) implements Statement {

    /** @param fallback {@code null} where the parameter has no default; it is then undefined when not given */
    record Parameter(String name, Expression fallback) {}

    @Override
    public Flow run(Scope scope, Output output) {
        scope.set(name, (Invocable) arguments -> call(scope, arguments));
        return Flow.NEXT;
    }

    private Object call(Scope definition, Arguments arguments) {
        var bound =
                arguments.bind(name, parameters.stream().map(Parameter::name).toArray(String[]::new));
        var scope = definition.inner();
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
