package io.kernelign.evaluation.ifeval.instruction;

/** There is no comma. */
record NoComma() implements Check {

    @Override
    public boolean holds(String response) {
        return response.indexOf(',') < 0;
    }
}
