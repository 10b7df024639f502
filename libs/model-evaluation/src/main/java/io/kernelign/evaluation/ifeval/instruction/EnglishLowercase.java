package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.PythonString;

/** All is in English and in lower-case letters. */
record EnglishLowercase() implements Check {

    private static final Check ENGLISH = new ResponseLanguage("en");

    @Override
    public boolean holds(String response) {
        return PythonString.isLower(response) && ENGLISH.holds(response);
    }
}
