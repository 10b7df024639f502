package io.kernelign.evaluation.ifeval.instruction;

import io.kernelign.evaluation.ifeval.text.Language;

/** All is in one language. A text without letters to tell it by passes for any. */
record ResponseLanguage(String language) implements Check {

    static Check of(Arguments arguments) {
        return new ResponseLanguage(arguments.oneOf("language", Language.KNOWN));
    }

    @Override
    public boolean holds(String response) {
        return Language.of(response).map(language::equals).orElse(true);
    }
}
