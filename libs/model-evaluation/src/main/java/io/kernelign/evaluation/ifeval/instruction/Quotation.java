package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;

/** All is between double quotation marks, straight ones. */
record Quotation() implements Check {

    @Override
    public boolean holds(String response) {
        var text = PythonString.strip(response);
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    }
}
